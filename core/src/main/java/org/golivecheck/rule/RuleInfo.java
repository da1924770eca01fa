package org.golivecheck.rule;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.golivecheck.call.LogField;
import org.golivecheck.report.Profile;
import org.golivecheck.report.Severity;

/** What a rule is, apart from any run. */
public final class RuleInfo {
  /** The basis of a rule that no official text states. */
  public static final String HEURISTIC = "heuristic";

  /** What a rule is about. */
  public enum Scope {
    /** What one integration does. */
    INTEGRATION,
    /** The countable calls of one integration; not evaluated for one without such calls. */
    REVIEW,
    /** An account, which all integrations share, or the log. */
    LOG,
    /** Requests that got no response, which are not calls. */
    REQUESTS
  }

  private final String[] cells;
  private final Severity severity;
  private final Set<LogField> needs;
  private final Scope scope;
  private final Set<Profile> profiles;

  /** Takes the cells of a row of {@code rules.tsv}. */
  RuleInfo(String... cells) {
    this.cells = cells;
    severity = Severity.valueOf(cells[4]);
    needs = values(LogField.class, cells[5]);
    scope = Scope.valueOf(cells[6]);
    profiles = values(Profile.class, cells[7]);
  }

  private static <E extends Enum<E>> Set<E> values(Class<E> type, String names) {
    EnumSet<E> values = EnumSet.noneOf(type);
    for (String name : names.isEmpty() ? new String[0] : names.split(" ")) {
      values.add(Enum.valueOf(type, name));
    }
    return Collections.unmodifiableSet(values);
  }

  /** Returns the stable id, such as {@code PL-001}. */
  public String id() {
    return cells[0];
  }

  /** Returns the rule in a few words, with an initial capital and no full stop. */
  public String title() {
    return cells[1];
  }

  /** Returns what its findings are about, such as {@code polling}. */
  public String category() {
    return cells[2];
  }

  /** Returns who has to act on its findings, such as {@code integration-developer}. */
  public String actor() {
    return cells[3];
  }

  /** Returns the most that a finding of it can matter. */
  public Severity severity() {
    return severity;
  }

  /**
   * Returns what a log must show for the rule to be judged. Calls whose time a log does not show
   * are not shown to a rule that needs it.
   */
  public Set<LogField> needs() {
    return needs;
  }

  /** Returns what the rule is about, for logs with the calls of several integration keys. */
  public Scope scope() {
    return scope;
  }

  /** Returns the profiles that evaluate the rule. */
  public Set<Profile> profiles() {
    return profiles;
  }

  /** Returns a link to DocuSign's own words, or {@code heuristic}. */
  public String basis() {
    return cells[8];
  }

  /** Returns what to do, in one or a few sentences. */
  public String remedy() {
    return cells[9];
  }
}
