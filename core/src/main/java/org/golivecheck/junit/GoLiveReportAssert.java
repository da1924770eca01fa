package org.golivecheck.junit;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;
import org.golivecheck.report.Finding;
import org.golivecheck.report.GateDecision;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.Severity;
import org.golivecheck.report.Verdict;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.Rules;
import org.golivecheck.rule.error.ErrorCatalog;
import org.golivecheck.text.NearMiss;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on a report. A failure says why and what to do, as the text report does.
 *
 * <p>A finding that a baseline or a suppression excuses does not fail an assertion.
 *
 * <p>Not final, since AssertJ creates a subclass for soft assertions.
 */
@SuppressWarnings("exports") // Optional dependency: AssertJ.
public class GoLiveReportAssert extends AbstractAssert<GoLiveReportAssert, GoLiveReport> {
  private static final Set<String> POLLING = Set.of("PL-001", "PL-003");
  private static final String ITEM_ERROR = "GL-006";
  private static final String ERROR_CLASS = "ER-";

  /** Starts assertions on a report; a null report fails all of them. */
  public GoLiveReportAssert(@Nullable GoLiveReport report) {
    super(report, GoLiveReportAssert.class);
  }

  /**
   * Asserts that the calls would likely pass: the verdict is PASS, or all that fails the review is
   * excused; and every input could be read.
   */
  public GoLiveReportAssert passesGoLive() {
    GoLiveReport report = report();
    GateDecision decision = report.decision();
    boolean passes = report.passes() || decision.excused();
    if (!passes || unreadable(report, decision)) {
      failWith(
          "Expected calls that pass the Go-Live review, but:",
          report,
          report.findings().stream()
              .filter(finding -> !finding.state().excused())
              .filter(finding -> finding.severity() == Severity.ERROR)
              .toList());
    }
    return myself;
  }

  /** Returns whether an input is missing, whatever the verdict on the others. */
  private static boolean unreadable(GoLiveReport report, GateDecision decision) {
    return decision.result() == GateDecision.Result.UNDECIDED
        && report.verdict() != Verdict.NO_VERDICT;
  }

  /** Asserts that the report has this verdict. */
  public GoLiveReportAssert hasVerdict(Verdict verdict) {
    GoLiveReport report = report();
    if (report.verdict() != verdict) {
      failWith("Expected the verdict " + verdict + ", but:", report, report.findings());
    }
    return myself;
  }

  /**
   * Asserts that no envelope resource and no list of envelopes was polled, even if the review would
   * not see it: no finding PL-001 or PL-003.
   */
  public GoLiveReportAssert hasNoPolling() {
    return hasNone("polling", finding -> POLLING.contains(finding.rule()));
  }

  /** Asserts that no call failed, neither as a whole nor in an item of its response. */
  public GoLiveReportAssert hasNoErrors() {
    return hasNone("failed call", GoLiveReportAssert::isError);
  }

  /**
   * Asserts that no call failed in certain ways.
   *
   * @param kinds error codes such as {@code USER_LACKS_PERMISSIONS}, categories such as {@code
   *     rate-limit}, or rules such as {@code ER-rate-limit}; ignoring case
   * @throws IllegalArgumentException if there is none, or if one is neither a category nor a rule
   *     nor an error code: one of the catalogue, or words joined by underscores
   */
  public GoLiveReportAssert hasNoErrors(String... kinds) {
    if (kinds.length == 0) {
      throw new IllegalArgumentException("name at least one kind of error");
    }
    Set<String> wanted = new LinkedHashSet<>();
    for (String kind : kinds) {
      wanted.add(kindOf(kind));
    }
    return hasNone(
        "failed call of kind " + String.join(", ", kinds),
        finding -> isError(finding) && isOneOf(finding, wanted));
  }

  /** Returns an error code in upper case, or the category. */
  private static String kindOf(String kind) {
    String upper = kind.toUpperCase(Locale.ROOT);
    for (RuleInfo rule : Rules.all()) {
      if (rule.id().startsWith(ERROR_CLASS)
          && (rule.id().toUpperCase(Locale.ROOT).equals(upper)
              || rule.category().toUpperCase(Locale.ROOT).equals(upper))) {
        return rule.category();
      }
    }
    // A code of another API need not be in the catalogue, but a single word is more likely a typo.
    if (!kind.matches("\\w+_\\w+") && ErrorCatalog.get().find(kind).isEmpty()) {
      List<String> categories = ErrorCatalog.categories();
      String nearest = NearMiss.question(kind.toLowerCase(Locale.ROOT), categories);
      throw new IllegalArgumentException(
          "'"
              + kind
              + "' is neither an error code nor a category of errors."
              + nearest
              + " The categories are "
              + String.join(", ", categories)
              + ".");
    }
    return upper;
  }

  private static boolean isOneOf(Finding finding, Set<String> kinds) {
    return kinds.contains(finding.category())
        || (finding.errorCode() != null
            && kinds.contains(finding.errorCode().toString().toUpperCase(Locale.ROOT)));
  }

  private static boolean isError(Finding finding) {
    return finding.rule().startsWith(ERROR_CLASS) || finding.rule().equals(ITEM_ERROR);
  }

  /**
   * Asserts that there is a finding of a rule, excused or not.
   *
   * @param rule the id of the rule, such as {@code PL-001}; ignoring case
   * @throws IllegalArgumentException if there is no such rule
   */
  public GoLiveReportAssert hasFinding(String rule) {
    String id = ruleId(rule);
    GoLiveReport report = report();
    if (report.findings().stream().noneMatch(finding -> finding.rule().equals(id))) {
      String found =
          report.findings().stream()
              .map(Finding::rule)
              .distinct()
              .collect(Collectors.joining(", "));
      failWith(
          "Expected a finding %s, but there is %s"
              .formatted(id, found.isEmpty() ? "no finding." : "none among: " + found + "."),
          report,
          report.findings());
    }
    return myself;
  }

  /**
   * Asserts that there is no finding of the given rules.
   *
   * @param rules the ids of the rules, such as {@code RL-002}; ignoring case
   * @throws IllegalArgumentException if there is none, or no such rule
   */
  public GoLiveReportAssert hasNoFinding(String... rules) {
    if (rules.length == 0) {
      throw new IllegalArgumentException("name at least one rule");
    }
    Set<String> ids =
        Arrays.stream(rules)
            .map(GoLiveReportAssert::ruleId)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return hasNone("finding " + String.join(" or ", ids), f -> ids.contains(f.rule()));
  }

  private static String ruleId(String rule) {
    return Rules.find(rule)
        .map(RuleInfo::id)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no rule '" + rule + "'; golive-check explain lists all"));
  }

  private GoLiveReportAssert hasNone(String what, Predicate<Finding> kind) {
    GoLiveReport report = report();
    List<Finding> found =
        report.findings().stream()
            .filter(finding -> !finding.state().excused())
            .filter(kind)
            .toList();
    if (!found.isEmpty()) {
      failWith("Expected no " + what + ", but:", report, found);
    }
    return myself;
  }

  private GoLiveReport report() {
    isNotNull();
    return actual;
  }

  private void failWith(String expected, GoLiveReport report, List<Finding> shown) {
    failWithMessage("%s", expected + "\n\n" + Explanation.of(report, shown));
  }
}
