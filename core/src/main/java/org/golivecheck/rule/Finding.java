package org.golivecheck.rule;

import java.util.List;
import org.golivecheck.report.Severity;
import org.golivecheck.rule.Review.CallRef;
import org.jspecify.annotations.Nullable;

/**
 * Something found by a rule. Texts are as logged.
 *
 * @param rule the id of the rule
 * @param title the title of the rule
 * @param severity how much it matters under the profile
 * @param basis a link to DocuSign's own words, or {@code heuristic}
 * @param category what it is about
 * @param actor who has to act
 * @param message what was seen
 * @param remedy what to do
 * @param retry whether to repeat the call, for error findings; else null
 * @param method the HTTP method, or null where the finding is not about one
 * @param template the path template, or null
 * @param resource the path with each id cut to its first eight characters, or null where the
 *     finding is not about one resource
 * @param operation the documented name of the operation, or null
 * @param errorCode the error code as returned, or null
 * @param consentUrl the link by which a user consents, for a finding about consent; else null
 * @param count how many calls it stands for
 * @param evidence the calls, newest first, at most {@value #MAX_EVIDENCE}
 */
public record Finding(
    String rule,
    String title,
    Severity severity,
    String basis,
    String category,
    String actor,
    String message,
    String remedy,
    @Nullable String retry,
    @Nullable String method,
    @Nullable String template,
    @Nullable String resource,
    @Nullable String operation,
    @Nullable String errorCode,
    @Nullable String consentUrl,
    long count,
    List<CallRef> evidence) {

  /** How many calls are kept as evidence of one finding. */
  public static final int MAX_EVIDENCE = 50;

  /** Copies the list. */
  public Finding {
    evidence = List.copyOf(evidence);
  }

  /** Returns the same finding in other words. */
  Finding with(String otherMessage) {
    return new Finding(
        rule,
        title,
        severity,
        basis,
        category,
        actor,
        otherMessage,
        remedy,
        retry,
        method,
        template,
        resource,
        operation,
        errorCode,
        consentUrl,
        count,
        evidence);
  }

  /**
   * Returns what the finding is known by tomorrow: rule, template and code, without anything that
   * changes from one log to the next.
   */
  public String fingerprint() {
    StringBuilder text = new StringBuilder(rule);
    if (template != null) {
      text.append(' ').append(template);
    }
    if (errorCode != null) {
      text.append(' ').append(errorCode.toUpperCase(java.util.Locale.ROOT));
    }
    return text.toString();
  }
}
