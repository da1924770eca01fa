package org.golivecheck.report;

import java.util.Comparator;
import java.util.List;

/** Who has to act on a finding, in the words of a report for people. */
enum Audience {
  INTEGRATION_DEVELOPER("integration-developer", "For the integration's developer"),
  ACCOUNT_ADMIN("account-admin", "For the account administrator"),
  CONSENTING_USER("consenting-user", "For the user who has to consent"),
  PLAN_OWNER("account-plan-owner/docusign-support", "For the account's plan owner, with DocuSign"),
  END_USER("end-user", "For the end user"),
  NETWORK_OPERATOR("network-operator", "For the network operator"),
  DOCUSIGN("docusign-service", "For DocuSign");

  /** The order in which actors are addressed; those not known here come last. */
  static final Comparator<String> ORDER =
      Comparator.comparingInt(Audience::rank).thenComparing(Comparator.naturalOrder());

  private static final List<Audience> ALL = List.of(values());

  private final String actor;
  private final String heading;

  Audience(String actor, String heading) {
    this.actor = actor;
    this.heading = heading;
  }

  /** Returns the heading of what an actor has to do. */
  static String heading(String actor) {
    int rank = rank(actor);
    return rank < ALL.size() ? ALL.get(rank).heading : "For " + actor;
  }

  private static int rank(String actor) {
    int rank = 0;
    while (rank < ALL.size() && !ALL.get(rank).actor.equals(actor)) {
      rank++;
    }
    return rank;
  }
}
