package org.golivecheck.rule.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.Severity;
import org.golivecheck.rule.timeline.PollingPairs;

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

  /** The breaches of one resource. */
  private static final class Group {
    final Evidence evidence = new Evidence();
    final List<Integer> pairs = new ArrayList<>();
    boolean decides;
    PollingRemedy remedy = PollingRemedy.ENVELOPE;
  }

  private final class Found implements Check {
    private static final int NAMED_CALLERS = 2;

    private final ReviewContext context;
    private final PollingPairs pairs;
    private final Map<Integer, Group> groups = new LinkedHashMap<>();
    private final Set<String> viewedEnvelopes = new HashSet<>();
    private int next;

    Found(ReviewContext context) {
      this.context = context;
      pairs = context.timeline().pairs();
    }

    @Override
    public void see(TimedCall call) {
      if (!ofLists && PollingRemedy.isRecipientView(call)) {
        viewedEnvelopes.add(call.ids().envelopeId());
      }
      if (next == pairs.size() || pairs.later(next) != call.position()) {
        return;
      }
      int pair = next++;
      if (!pairs.breach(pair) || pairs.list(pair) != ofLists) {
        return;
      }
      Group group = groups.computeIfAbsent(pairs.key(pair), unseen -> new Group());
      group.evidence.add(call.position());
      group.pairs.add(pair);
      group.decides |= context.breachDecides(pair);
      group.remedy = PollingRemedy.of(call, viewedEnvelopes);
    }

    @Override
    public void finish(FindingSink out) {
      for (Group group : groups.values()) {
        int newest = group.evidence.newest();
        out.add(
            new FindingDraft(context, info)
                .severity(ReviewContext.severity(group.decides))
                .remedy(group.remedy.text())
                .resource(newest)
                .build(message(group), group.evidence));
      }
    }

    private String message(Group group) {
      int pair = group.pairs.get(0);
      long breaches = group.evidence.count();
      String callers = callers(group);
      return "GET "
          + context.resource(pairs.later(pair))
          + " was called "
          + pairs.gets(pair)
          + " times, "
          + (breaches == 1 ? "once" : breaches + " times")
          + " less than 15 minutes after the call before ("
          + (breaches == 1 ? "gap " : "median gap ")
          + Durations.words(medianGap(group))
          + ")"
          + (callers.isEmpty() ? "." : ", by " + callers + ".");
    }

    private long medianGap(Group group) {
      long[] gaps = group.pairs.stream().mapToLong(pairs::gap).sorted().toArray();
      return gaps[gaps.length / 2];
    }

    /** Names who asked, the most frequent first. */
    private String callers(Group group) {
      Map<String, Integer> counts = new TreeMap<>();
      for (int pair : group.pairs) {
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
