package org.golivecheck.gate;

import java.time.LocalDate;
import java.util.Locale;
import org.golivecheck.call.Wildcard;
import org.golivecheck.report.Finding;
import org.golivecheck.report.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Findings that a team has decided not to act on, and why.
 *
 * @param target which findings
 * @param reason why; never blank
 * @param until the last day, or null for no end
 */
public record Suppression(Target target, String reason, @Nullable LocalDate until) {
  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if the reason is blank
   */
  public Suppression {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("a suppression needs a reason");
    }
  }

  /** Returns whether the last day is over. */
  public boolean expired(LocalDate today) {
    return until != null && today.isAfter(until);
  }

  /**
   * Which findings: those that match all given values.
   *
   * @param rule the id of a rule, ignoring case, or null for any; {@code GL-002} means every error
   *     that decides the verdict, since findings have the rule of their error class
   * @param errorCode an error code, ignoring case, or null for any
   * @param resource a pattern for the path of the resource as reports show it, or for the path
   *     template; null for any
   * @param operation a pattern for the name of the operation, such as {@code Envelopes:*}, or for
   *     method and path template; null for any
   */
  public record Target(
      @Nullable String rule,
      @Nullable String errorCode,
      @Nullable Wildcard resource,
      @Nullable Wildcard operation) {

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if there is neither a rule nor an error code
     */
    public Target {
      if (rule == null && errorCode == null) {
        throw new IllegalArgumentException("a suppression needs a rule or an error code");
      }
    }

    /** Returns the findings of a rule. */
    public static Target ofRule(String rule) {
      return new Target(rule, null, null, null);
    }

    /** Returns the findings of an error code. */
    public static Target ofErrorCode(String errorCode) {
      return new Target(null, errorCode, null, null);
    }

    /** Returns whether a finding is among them. */
    public boolean matches(Finding finding) {
      return matchesRule(finding)
          && (errorCode == null || equalsIgnoringCase(errorCode, finding.errorCode()))
          && (resource == null
              || resource.matches(finding.resource())
              || resource.matches(finding.path()))
          && (operation == null
              || operation.matches(finding.operation())
              || (finding.path() != null && operation.matches(request(finding))));
    }

    private boolean matchesRule(Finding finding) {
      if (rule == null) {
        return true;
      }
      if (rule.equalsIgnoreCase("GL-002")) {
        return finding.rule().startsWith("ER-") && finding.severity() == Severity.ERROR;
      }
      return rule.equalsIgnoreCase(finding.rule());
    }

    private static boolean equalsIgnoringCase(String wanted, @Nullable CharSequence actual) {
      return actual != null
          && wanted.toLowerCase(Locale.ROOT).equals(actual.toString().toLowerCase(Locale.ROOT));
    }

    private static String request(Finding finding) {
      return (finding.method() == null ? "" : finding.method() + " ") + finding.path();
    }
  }
}
