package org.golivecheck.rule.check;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.Operation;
import org.golivecheck.report.Finding;
import org.golivecheck.report.Severity;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.error.ErrorClass;
import org.golivecheck.rule.timeline.CallDetail;
import org.golivecheck.rule.timeline.CallKind;
import org.golivecheck.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * ER-*: failed calls, classified by the error catalogue. One finding for each row of the catalogue,
 * operation and error code; it carries GL-002 where one of its calls lies in the window.
 */
final class ErrorRule extends Check {
  /** How much of an error message a finding quotes, in characters. */
  private static final int QUOTE = 300;

  /** An operation is known by its name in all versions of an API, else by method and template. */
  private record Key(ErrorClass errorClass, Operation operation, String code) {

    // Spelled out for a quick start, see Operation.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key that
          && errorClass.equals(that.errorClass)
          && code.equals(that.code)
          && (operation.known()
              ? operation.api() == that.operation.api()
                  && operation.name().equals(that.operation.name())
              : operation.equals(that.operation));
    }

    @Override
    public int hashCode() {
      int named = operation.known() ? operation.name().hashCode() : operation.hashCode();
      return 31 * (31 * errorClass.hashCode() + named) + code.hashCode();
    }
  }

  private static final class Group {
    final Evidence evidence = new Evidence();
    boolean decides;
  }

  private final Map<Key, Group> groups = new LinkedHashMap<>();

  ErrorRule(ReviewContext context, RuleInfo rule) {
    super(context, rule);
  }

  @Override
  boolean concerns(CallKind kind) {
    return kind.failed();
  }

  @Override
  void see(TimedCall call) {
    ErrorClass errorClass = call.detail().error();
    if (errorClass == null || !errorClass.category().equals(rule.category())) {
      return;
    }
    String code = call.detail().errorCode();
    Key key =
        new Key(
            errorClass, call.kind().operation(), code == null ? "" : code.toLowerCase(Locale.ROOT));
    Group group = groups.computeIfAbsent(key, unseen -> new Group());
    group.evidence.add(call.position());
    group.decides |= context.errorDecides(call.position());
  }

  @Override
  void finish(FindingSink out) {
    groups.forEach(
        (key, group) -> {
          Severity severity = ReviewContext.severity(group.decides);
          out.add(
              severity,
              group.evidence.count(),
              () -> finding(key.errorClass(), severity, group.evidence));
        });
  }

  private Finding finding(ErrorClass errorClass, Severity severity, Evidence evidence) {
    int newest = evidence.newest();
    return draft()
        .severity(severity)
        .errorClass(errorClass)
        .operation(newest)
        .errorCode(timeline.detail(newest).errorCode())
        .consentUrl(
            errorClass.category().equals("consent") ? new Consent(context).link(newest) : null)
        .build(message(newest, evidence.count()), evidence);
  }

  private String message(int newest, long count) {
    Operation operation = timeline.kind(newest).operation();
    CallDetail detail = timeline.detail(newest);
    StringBuilder text = new StringBuilder();
    text.append(name(operation));
    text.append(" answered ").append(timeline.kind(newest).status());
    if (detail.statusImplied()) {
      text.append(" (implied)");
    }
    if (detail.errorCode() != null) {
      text.append(' ').append(detail.errorCode());
    }
    if (count > 1) {
      text.append(", ").append(Words.times(count));
    }
    String quote = quote(detail.errorMessage());
    return quote.isEmpty()
        ? text.append('.').toString()
        : text.append(": ").append(quote).toString();
  }

  private static String name(Operation operation) {
    if (operation.known()) {
      return operation.name();
    }
    if (operation.method().equals(ApiCall.NO_METHOD)) {
      return operation.template().equals("/")
          ? "A call without a URL in the log"
          : "A call without a method in the log, of " + operation.template();
    }
    return operation.method() + " " + operation.template();
  }

  private static String quote(@Nullable String message) {
    if (message == null) {
      return "";
    }
    String text = message.strip();
    return text.length() <= QUOTE ? text : text.substring(0, QUOTE) + "...";
  }
}
