package org.golivecheck.rule.check;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.golivecheck.call.TransportCause;
import org.golivecheck.call.Unanswered;
import org.golivecheck.report.Finding;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.Rules;
import org.golivecheck.text.Words;
import org.jspecify.annotations.Nullable;

/** NR-001: requests that got no response; one finding for each host and cause. */
public final class NoResponse {
  private static final String NO_CAUSE = "The log does not show why";

  private NoResponse() {}

  /** Hands on what is found. */
  public static void find(List<Unanswered> all, ReviewContext context, Consumer<Finding> out) {
    if (all.isEmpty()) {
      return;
    }
    RuleInfo rule = Rules.find("NR-001").orElseThrow();
    FindingSink sink = new FindingSink(context, rule);
    for (Unanswered each : all) {
      FindingDraft draft =
          new FindingDraft(context, rule).subject((each.host() + ' ' + each.cause()).strip());
      TransportCause cause = cause(each);
      if (cause != null) {
        draft.cause(cause);
      }
      sink.add(
          draft.build(
              requests(each) + ": " + title(each) + ". The first is " + each.source() + ".",
              each.count()));
    }
    sink.handOn(out);
  }

  /** Returns why a log that shows only such requests has no verdict. */
  public static String whyNoVerdict(List<Unanswered> all) {
    return "No request in this log got a response, so there is no call to judge. "
        + all.stream()
            .map(each -> requests(each) + ": " + title(each) + ".")
            .collect(Collectors.joining(" "));
  }

  private static String requests(Unanswered each) {
    return Words.count(each.count(), "request", "requests")
        + (each.host().isEmpty() ? "" : " to " + each.host())
        + " got no response";
  }

  private static String title(Unanswered each) {
    TransportCause cause = cause(each);
    return cause == null ? NO_CAUSE : cause.title();
  }

  private static @Nullable TransportCause cause(Unanswered each) {
    return TransportCause.all().stream()
        .filter(cause -> cause.id().equals(each.cause()))
        .findFirst()
        .orElse(null);
  }
}
