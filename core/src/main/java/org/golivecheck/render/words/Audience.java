package org.golivecheck.render.words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.golivecheck.report.Finding;

/** Groups findings by who has to act, with headings for people. */
public enum Audience {
  INTEGRATION_DEVELOPER("integration-developer", "For the integration's developer"),
  ACCOUNT_ADMIN("account-admin", "For the account administrator"),
  CONSENTING_USER("consenting-user", "For the user who has to consent"),
  PLAN_OWNER("account-plan-owner/docusign-support", "For the account's plan owner, with DocuSign"),
  END_USER("end-user", "For the end user"),
  NETWORK_OPERATOR("network-operator", "For the network operator"),
  DOCUSIGN("docusign-service", "For DocuSign");

  // Not Comparator.comparing: every run needs these, and its lambdas are not kept ready for the
  // next run.

  /** Other actors come last. */
  private static final Comparator<String> ORDER =
      (a, b) -> rank(a) == rank(b) ? a.compareTo(b) : Integer.compare(rank(a), rank(b));

  private static final Comparator<Finding> MOST_SEVERE_FIRST =
      (a, b) -> b.severity().compareTo(a.severity());

  private static final List<Audience> ALL = List.of(values());

  private final String actor;
  private final String heading;

  Audience(String actor, String heading) {
    this.actor = actor;
    this.heading = heading;
  }

  /**
   * Returns the findings grouped by who has to act. The actor of the most severe finding comes
   * first, and so does the most severe finding within a group.
   */
  public static List<List<Finding>> groups(List<Finding> findings) {
    Map<String, List<Finding>> byActor = new TreeMap<>(ORDER);
    for (Finding finding : findings) {
      byActor.computeIfAbsent(finding.actor(), actor -> new ArrayList<>()).add(finding);
    }
    List<List<Finding>> groups = new ArrayList<>(byActor.values());
    groups.forEach(group -> group.sort(MOST_SEVERE_FIRST));
    groups.sort((a, b) -> MOST_SEVERE_FIRST.compare(a.get(0), b.get(0)));
    return groups;
  }

  /** Returns the heading for the findings of an actor. */
  public static String heading(String actor) {
    int rank = rank(actor);
    return rank < ALL.size() ? ALL.get(rank).heading : "For " + actor;
  }

  /** Returns who an actor is, such as {@code the account administrator}. */
  public static String name(String actor) {
    int rank = rank(actor);
    return rank < ALL.size() ? ALL.get(rank).heading.substring("For ".length()) : actor;
  }

  private static int rank(String actor) {
    int rank = 0;
    while (rank < ALL.size() && !ALL.get(rank).actor.equals(actor)) {
      rank++;
    }
    return rank;
  }
}
