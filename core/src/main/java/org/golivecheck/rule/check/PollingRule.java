package org.golivecheck.rule.check;

import java.util.Arrays;
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
public final class PollingRule implements Rule {
  private static final String RULES_AND_LIMITS =
      "https://developers.docusign.com/docs/esign-rest-api/esign101/rules-and-limits/";

  private static final RuleInfo ENVELOPE =
      new RuleInfo(
          "PL-001",
          "Envelope resource polled",
          "polling",
          "integration-developer",
          Severity.ERROR,
          RULES_AND_LIMITS,
          PollingRemedy.ENVELOPE.text());

  private static final RuleInfo LIST =
      new RuleInfo(
          "PL-003",
          "Envelope list polled",
          "polling",
          "integration-developer",
          Severity.ERROR,
          RULES_AND_LIMITS,
          PollingRemedy.LIST.text());

  private final RuleInfo info;
  private final boolean ofLists;

  private PollingRule(RuleInfo info, boolean ofLists) {
    this.info = info;
    this.ofLists = ofLists;
  }

  /** Returns PL-001. */
  public static Rule ofEnvelopeResources() {
    return new PollingRule(ENVELOPE, false);
  }

  /** Returns PL-003. */
  public static Rule ofEnvelopeList() {
    return new PollingRule(LIST, true);
  }

  @Override
  public RuleInfo info() {
    return info;
  }

  @Override
  public Check start(ReviewContext context) {
    return new Found(context);
  }

  private final class Found implements Check {
    private static final int NAMED_CALLERS = 2;

    private final ReviewContext context;
    private final PollingPairs pairs;

    /** The first recipient view of each envelope. */
    private final LastSeen views = new LastSeen();

    Found(ReviewContext context) {
      this.context = context;
      pairs = context.timeline().pairs();
    }

    @Override
    public boolean concerns(CallKind kind) {
      return !ofLists && PollingRemedy.isRecipientView(kind);
    }

    @Override
    public void see(TimedCall call) {
      int envelope = call.envelope();
      if (envelope >= 0 && views.get(envelope) == LastSeen.NOTHING) {
        views.put(envelope, call.position());
      }
    }

    @Override
    public void finish(FindingSink out) {
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
      return new FindingDraft(context, info)
          .severity(severity)
          .remedy(remedy(newest).text())
          .resource(newest)
          .build(message(breaches), breaches.laterCalls());
    }

    private PollingRemedy remedy(int call) {
      if (ofLists) {
        return PollingRemedy.LIST;
      }
      int view = views.get(context.timeline().envelope(call));
      boolean viewed = view != LastSeen.NOTHING && view < call;
      return PollingRemedy.ofEnvelope(context.timeline().path(call), viewed);
    }

    private String message(ResourcePairs breaches) {
      String callers = callers(breaches);
      return "GET "
          + context.resource(breaches.newestCall())
          + " was called "
          + pairs.gets(breaches.numbers()[0])
          + " times, "
          + Words.times(breaches.size())
          + " less than "
          + context.thresholds().pollingIntervalInWords()
          + " after the call before ("
          + breaches.gapInWords()
          + ")"
          + (callers.isEmpty() ? "." : ", by " + callers + ".");
    }

    /** Names who asked, the most frequent first. */
    private String callers(ResourcePairs breaches) {
      Map<String, Integer> counts = new TreeMap<>();
      for (int pair : breaches.numbers()) {
        String caller = context.timeline().kind(pairs.later(pair)).caller();
        if (caller != null) {
          counts.merge(caller, 1, Integer::sum);
        }
      }
      String[] names =
          counts.entrySet().stream()
              .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
              .map(Map.Entry::getKey)
              .toArray(String[]::new);
      String text =
          String.join(" and ", Arrays.copyOf(names, Math.min(names.length, NAMED_CALLERS)));
      return names.length > NAMED_CALLERS ? text + " and others" : text;
    }
  }
}
