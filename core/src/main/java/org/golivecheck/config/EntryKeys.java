package org.golivecheck.config;

import java.util.List;
import org.golivecheck.config.Key.Field;

/** The keys that take a list of entries. Only a file sets them, so few runs load them. */
final class EntryKeys {
  private static final int MIN_ERROR = 400;
  private static final int MAX_ERROR = 599;
  private static final ValueType ERROR_CODE = ValueType.text("", "an error code");
  private static final ValueType TEXT = ValueType.text("", "a text");
  private static final ValueType PATTERN = ValueType.text("", "a text, in which * is any text");

  /** Findings that a team accepts. */
  static final Key SUPPRESSIONS =
      new Key(
          "suppressions",
          """
          - rule: PL-001
            operation: EnvelopeDocuments:*
            reason: The archive fetches each document twice until it moves to Connect.
            until: 2026-12-31
          """,
          "Findings that do not fail and are shown with their reason. An entry applies if all that"
              + " it names matches.",
          List.of(
              new Field(
                  "rule",
                  ValueType.RULE,
                  false,
                  "The rule of the findings; GL-002 is every error that decides the verdict."),
              new Field(
                  "error-code",
                  ERROR_CODE,
                  false,
                  "The error code of the findings; case does not matter."),
              new Field(
                  "resource", PATTERN, false, "The path as reports show it, or its template."),
              new Field(
                  "operation",
                  PATTERN,
                  false,
                  "The operation as reports show it, or method and path template."),
              new Field("reason", TEXT, true, "Why to accept them; every report shows it."),
              new Field("until", ValueType.DAY, false, "The last day on which the entry applies.")),
          List.of("rule", "error-code"));

  /** Traffic that does not count. */
  static final Key EXCLUDED_TRAFFIC =
      new Key(
          "excluded-traffic",
          """
          - user-agent: kube-probe/*
          - host: demo.docusign.net
            path: "*/billing_plan*"
          """,
          "Calls that are not the integration's and do not count. An entry applies if all that it"
              + " names matches; reports say by-pattern.",
          List.of(
              new Field("path", PATTERN, false, "The path of the URL, without query."),
              new Field("host", PATTERN, false, "The host of the URL."),
              new Field("user-agent", PATTERN, false, "The User-Agent of the request.")),
          List.of("path", "host", "user-agent"));

  /** The meaning of a team's own errors. */
  static final Key ERROR_CLASSES =
      new Key(
          "error-classes",
          """
          - code: ACME_BUDGET
            category: account-quota
            actor: account-admin
            remedy: Ask the finance desk to raise the budget of the cost centre.
          - message: "*signature provider is busy*"
            status: 503
            category: rate-limit
            retry: after-wait
            remedy: The gateway hides DocuSign's HOURLY_APIINVOCATION_LIMIT_EXCEEDED; wait.
          """,
          "The meaning of your own codes, and of your provider's texts. The first match applies,"
              + " before golive-check's catalogue.",
          List.of(
              new Field("code", ERROR_CODE, false, "The error code; case does not matter."),
              new Field(
                  "message",
                  PATTERN,
                  false,
                  "The whole message, or the beginning of a body without one."),
              new Field(
                  "status",
                  ValueType.number(MIN_ERROR, MAX_ERROR),
                  false,
                  "The HTTP status; any status if it is missing."),
              new Field(
                  "category",
                  ValueType.CATEGORY,
                  true,
                  "What the error is about; the rule is ER- with this name."),
              new Field(
                  "actor",
                  ValueType.ACTOR,
                  false,
                  "Who has to act; by default the one that the rule names."),
              new Field(
                  "retry",
                  ValueType.RETRY,
                  false,
                  "Whether to repeat the call; by default after-fix."),
              new Field("remedy", TEXT, true, "What to do.")),
          List.of("code", "message"));

  private EntryKeys() {}
}
