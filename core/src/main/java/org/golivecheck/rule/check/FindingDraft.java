package org.golivecheck.rule.check;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.Operation;
import org.golivecheck.call.TransportCause;
import org.golivecheck.redaction.Redactor;
import org.golivecheck.report.Finding;
import org.golivecheck.report.Severity;
import org.golivecheck.rule.Recipes;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.error.ErrorClass;
import org.jspecify.annotations.Nullable;

/** Puts a finding together, redacted. What a rule does not set comes from its {@link RuleInfo}. */
final class FindingDraft {
  private final ReviewContext context;
  private final RuleInfo rule;
  private final Finding.Builder finding;
  private @Nullable Operation operation;
  private @Nullable String resource;
  private @Nullable String errorCode;
  private @Nullable String subject;

  FindingDraft(ReviewContext context, RuleInfo rule) {
    this.context = context;
    this.rule = rule;
    finding =
        Finding.builder(rule.id(), rule.severity())
            .title(rule.title())
            .basis(rule.basis())
            .category(rule.category())
            .actor(rule.actor())
            .remedy(rule.remedy());
  }

  FindingDraft severity(Severity value) {
    finding.severity(value);
    return this;
  }

  FindingDraft basis(String value) {
    finding.basis(value);
    return this;
  }

  FindingDraft remedy(String value) {
    finding.remedy(value);
    return this;
  }

  /** Takes actor, remedy, retry advice and basis from the error catalogue. */
  FindingDraft errorClass(ErrorClass value) {
    finding
        .basis(value.basis())
        .category(value.category())
        .actor(value.actor())
        .remedy(value.remedy())
        .retry(value.retry());
    return this;
  }

  /** Takes actor, remedy, retry advice and basis from why a request got no response. */
  FindingDraft cause(TransportCause value) {
    finding.basis(value.source()).actor(value.actor()).remedy(value.remedy()).retry(value.retry());
    return this;
  }

  /** Names the operation: that of a call. */
  FindingDraft operation(int position) {
    operation = context.timeline().kind(position).operation();
    return this;
  }

  /** Names the resource: that of a call. */
  FindingDraft resource(int position) {
    resource = context.resource(position);
    return operation(position);
  }

  FindingDraft errorCode(@Nullable String value) {
    errorCode = value;
    return this;
  }

  FindingDraft consentUrl(@Nullable String value) {
    finding.consentUrl(context.redactor().redactNullable(value));
    return this;
  }

  FindingDraft medianGap(Duration value) {
    finding.medianGap(value);
    return this;
  }

  /** Names what the finding is about where no operation does: a text that stays the same. */
  FindingDraft subject(String value) {
    subject = value;
    return this;
  }

  /** Returns a finding that rests on calls. */
  Finding build(String message, Evidence evidence) {
    return build(message, evidence.count(), evidence.calls(context));
  }

  /** Returns a finding that rests on the log as a whole. */
  Finding build(String message, long count) {
    return build(message, count, List.of());
  }

  private Finding build(String message, long count, List<Finding.Evidence> evidence) {
    Operation known = operation;
    boolean shown = known != null && !known.method().equals(ApiCall.NO_METHOD);
    String template =
        known != null && (shown || known.template().length() > 1) ? known.template() : null;
    Redactor redactor = context.redactor();
    return finding
        .message(redactor.redact(message + context.ofPart()))
        .method(known != null && shown ? redactor.redact(known.method()) : null)
        .path(redactor.redactNullable(template))
        .resource(redactor.redactNullable(resource))
        .operation(known == null || known.name().isEmpty() ? null : known.name())
        .errorCode(redactor.redactCode(errorCode))
        .count(count)
        .part(redactor.redactNullable(context.part()))
        .recipe(Recipes.forFinding(rule.id(), errorCode))
        .evidence(evidence)
        .fingerprint(redactor.redact(fingerprint(template)))
        .build();
  }

  /** Returns rule, template and code, without anything that changes from one log to the next. */
  private String fingerprint(@Nullable String template) {
    return rule.id()
        + (template == null ? "" : " " + template)
        + (subject == null ? "" : " " + subject)
        + (errorCode == null ? "" : " " + errorCode.toUpperCase(Locale.ROOT));
  }
}
