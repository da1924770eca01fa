package org.golivecheck.rule.check;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.golivecheck.report.Finding;
import org.golivecheck.report.Severity;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.timeline.CallKind;
import org.golivecheck.rule.timeline.LastSeen;
import org.golivecheck.rule.timeline.PollingPairs;
import org.golivecheck.text.Words;

/**
 * PL-001 and PL-003: the same envelope resource, or the list of envelopes, was asked again less
 * than 15 minutes after the last time. One finding for each resource.
 */
final class PollingRule extends Check {
  private static final int NAMED_CALLERS = 2;

  /** For the status of the workflow, delayed routing or scheduled sending (PL-006). */
  private static final String WORKFLOW =
      "Read workflow, delayed routing and scheduled sending at most once in 15 minutes: they count"
          + " as status polling too. Let DocuSign notify you of changes: a Connect webhook, or"
          + " eventNotification in the envelope.";

  /** For an envelope whose recipient was just sent to embedded signing. */
  private static final String EMBEDDED_SIGNING =
      "After embedded signing read the event parameter that DocuSign adds to your returnUrl instead"
          + " of asking for the envelope, and confirm it by a Connect webhook or eventNotification"
          + " (anybody can call your returnUrl).";

  /** For documents of an envelope. */
  private static final String DOCUMENT =
      "Download a document once, when DocuSign notifies you that the envelope is completed (a Connect"
          + " webhook can carry the documents), and keep it: serve repeated requests from your own"
          + " copy for at least 15 minutes.";

  private final boolean ofLists;
  private final PollingPairs pairs;

  /** The first recipient view of each envelope. */
  private final LastSeen views = new LastSeen();

  PollingRule(ReviewContext context, RuleInfo rule, boolean ofLists) {
    super(context, rule);
    this.ofLists = ofLists;
    pairs = timeline.pairs();
  }

  @Override
  boolean concerns(CallKind kind) {
    return !ofLists && EnvelopePart.isRecipientView(kind);
  }

  @Override
  void see(TimedCall call) {
    int envelope = call.envelope();
    if (envelope >= 0 && views.get(envelope) == LastSeen.NOTHING) {
      views.put(envelope, call.position());
    }
  }

  @Override
  void finish(FindingSink out) {
    ResourcePairs.each(
        pairs,
        pair -> pairs.breach(pair) && pairs.list(pair) == ofLists,
        breaches -> {
          Severity severity = ReviewContext.severity(breaches.any(context::breachDecides));
          out.add(severity, breaches.size(), () -> finding(breaches, severity));
        });
  }

  private Finding finding(ResourcePairs breaches, Severity severity) {
    int newest = breaches.newestCall();
    Duration gap = breaches.medianGap();
    return draft()
        .severity(severity)
        .remedy(remedy(newest))
        .resource(newest)
        .medianGap(gap)
        .build(message(breaches, gap), breaches.laterCalls());
  }

  /** Returns what fits the polled resource: what the rule says, or something better. */
  private String remedy(int call) {
    if (ofLists) {
      return rule.remedy();
    }
    String path = timeline.path(call).toLowerCase(Locale.ROOT);
    if (path.contains("/workflow")) {
      return WORKFLOW;
    }
    int view = views.get(timeline.envelope(call));
    if (view != LastSeen.NOTHING && view < call) {
      return EMBEDDED_SIGNING;
    }
    return path.contains("/documents/") ? DOCUMENT : rule.remedy();
  }

  private String message(ResourcePairs breaches, Duration gap) {
    String callers = callers(breaches);
    return "GET "
        + context.resource(breaches.newestCall())
        + " was called "
        + Words.times(pairs.gets(breaches.numbers()[0]))
        + ", "
        + Words.times(breaches.size())
        + " less than "
        + context.thresholds().pollingIntervalInWords()
        + " after the call before ("
        + breaches.inWords(gap)
        + ")"
        + (callers.isEmpty() ? "." : ", by " + callers + ".");
  }

  /** Names who asked, the most frequent first. */
  private String callers(ResourcePairs breaches) {
    Map<String, Integer> counts = new HashMap<>();
    for (int pair : breaches.numbers()) {
      String caller = timeline.kind(pairs.later(pair)).caller();
      if (caller != null) {
        counts.merge(caller, 1, Integer::sum);
      }
    }
    String[] names =
        new TreeMap<>(counts)
            .entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toArray(String[]::new);
    String text = String.join(" and ", Arrays.copyOf(names, Math.min(names.length, NAMED_CALLERS)));
    return names.length > NAMED_CALLERS ? text + " and others" : text;
  }
}
