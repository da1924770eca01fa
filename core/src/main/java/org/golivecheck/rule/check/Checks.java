package org.golivecheck.rule.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.golivecheck.call.Exclusion;
import org.golivecheck.call.LogField;
import org.golivecheck.report.Finding;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.Rules;
import org.golivecheck.rule.timeline.CallKind;
import org.golivecheck.rule.timeline.Timeline;
import org.golivecheck.rule.timeline.Workers;

/** Starts the check of each rule, and leads all of them over a time line in one pass. */
public final class Checks {
  /** More groups than threads, as some take longer than others. */
  private static final int GROUPS = 3;

  private Checks() {}

  /** Returns the check of a rule, which has seen no call yet. */
  static Check of(RuleInfo rule, ReviewContext context) {
    return switch (rule.id()) {
      case "EV-001" ->
          new EnvelopeLimitRule(context, rule, "_ENVELOPE_POLLING_LIMIT_EXCEEDED", "reads");
      case "EV-002" ->
          new EnvelopeLimitRule(context, rule, "_APIINVOCATION_ENVELOPE_LIMIT_EXCEEDED", "updates");
      case "EV-003" -> new EnvelopeChangesRule(context, rule);
      case "GL-001" -> new TooFewCallsRule(context, rule);
      case "GL-003" -> new OldWindowRule(context, rule);
      case "GL-006" -> new ItemErrorRule(context, rule);
      case "GL-007" -> new UnknownStatusRule(context, rule);
      case "GL-008" -> new CutLogRule(context, rule);
      case "GL-011" -> new LegacyAuthenticationRule(context, rule);
      case "GL-012" -> new OtherApisOnlyRule(context, rule);
      case "GL-013" -> new SupportCaseRule(context, rule);
      case "GL-014" -> new MixedEnvironmentsRule(context, rule);
      case "GL-015" -> new DeprecationRule(context, rule);
      case "GL-016" -> new OutdatedSdkRule(context, rule);
      case "OA-001" -> new RepeatedLoginRule(context, rule);
      case "OA-002" -> new TokenPerCallRule(context, rule);
      case "OA-003" -> new RefusedTokenRule(context, rule);
      case "OA-004" -> new RefusedKeyRule(context, rule);
      case "PL-001" -> new PollingRule(context, rule, false);
      case "PL-002" -> new PollingMarginRule(context, rule);
      case "PL-003" -> new PollingRule(context, rule, true);
      case "PL-004" -> new ListPagesRule(context, rule);
      case "PL-005" -> new BulkStatusRule(context, rule);
      case "PL-007" -> new ReadAfterSigningRule(context, rule);
      case "PL-010" -> new RepeatedReadRule(context, rule);
      case "PL-011" -> new EnvelopeReadsRule(context, rule);
      case "RL-001" -> new LimitErrorRule(context, rule);
      case "RL-002" -> new BurstRule(context, rule);
      case "RL-003" -> new HourRule(context, rule);
      case "RL-004" -> new CallsAfterLimitRule(context, rule);
      case "RL-005" -> new LowRemainderRule(context, rule);
      case "RL-006" -> new ThrottledDocumentRule(context, rule);
      case "RL-007" -> new RepeatedFailureRule(context, rule);
      case "SZ-001" -> new LargeRequestRule(context, rule, false);
      case "SZ-002" -> new LargeRequestRule(context, rule, true);
      default -> {
        if (!rule.id().equals("ER-" + rule.category())) {
          throw new IllegalStateException("no class checks the rule " + rule.id());
        }
        yield new ErrorRule(context, rule);
      }
    };
  }

  /**
   * Runs the rules that the profile evaluates and hands on what they find, at most {@link
   * FindingSink#MAX_FINDINGS} per rule.
   */
  public static void run(List<RuleInfo> rules, ReviewContext context, Consumer<Finding> out) {
    List<Check> checks = new ArrayList<>();
    for (RuleInfo rule : rules) {
      boolean ofCalls = rule.scope() != RuleInfo.Scope.REQUESTS;
      if (ofCalls && rule.profiles().contains(context.profile())) {
        checks.add(of(rule, context));
      }
    }
    Timeline timeline = context.timeline();
    if (Workers.areWorth(timeline.size())) {
      Map<Check, List<Finding>> found = new ConcurrentHashMap<>();
      List<Runnable> tasks = new ArrayList<>();
      for (int group = 0; group < GROUPS; group++) {
        List<Check> some = group(checks, group);
        tasks.add(() -> run(some, timeline, found));
      }
      Workers.all(timeline.size(), tasks);
      for (Check check : checks) {
        found.getOrDefault(check, List.of()).forEach(out);
      }
    } else {
      show(timeline, checks);
      for (Check check : checks) {
        findings(check).forEach(out);
      }
    }
  }

  private static void run(List<Check> checks, Timeline timeline, Map<Check, List<Finding>> found) {
    show(timeline, checks);
    List<Runnable> tasks = new ArrayList<>();
    for (Check check : checks) {
      tasks.add(() -> found.put(check, findings(check)));
    }
    Workers.all(timeline.size(), tasks);
  }

  private static List<Check> group(List<Check> checks, int number) {
    List<Check> group = new ArrayList<>();
    for (int i = number; i < checks.size(); i += GROUPS) {
      group.add(checks.get(i));
    }
    return group;
  }

  private static List<Finding> findings(Check check) {
    FindingSink sink = new FindingSink(check.context, check.rule);
    check.finish(sink);
    List<Finding> findings = new ArrayList<>();
    sink.handOn(findings::add);
    return findings;
  }

  /**
   * Hands on the findings of several reviews, at most {@link FindingSink#MAX_FINDINGS} per rule.
   *
   * @param context what the sum of the others is redacted with
   */
  public static void capped(List<Finding> findings, ReviewContext context, Consumer<Finding> out) {
    Map<String, FindingSink> sinks = new TreeMap<>();
    for (Finding finding : findings) {
      RuleInfo rule = Rules.find(finding.rule()).orElseThrow();
      sinks.computeIfAbsent(finding.rule(), id -> new FindingSink(context, rule)).add(finding);
    }
    sinks.values().forEach(sink -> sink.handOn(out));
  }

  private static void show(Timeline timeline, List<Check> checks) {
    Check[][] concerned = new Check[timeline.kinds()][];
    Check[][] concernedByPlain = new Check[timeline.kinds()][];
    TimedCall call = new TimedCall(timeline);
    for (int position = 0; position < timeline.size(); position++) {
      int kind = timeline.kindId(position);
      if (concerned[kind] == null) {
        List<Check> ofKind = concerned(checks, timeline.kind(position));
        concerned[kind] = ofKind.toArray(new Check[0]);
        ofKind.removeIf(Check::needsDetail);
        concernedByPlain[kind] = ofKind.toArray(new Check[0]);
      }
      Check[] seeing = (timeline.isPlain(position) ? concernedByPlain : concerned)[kind];
      if (seeing.length > 0) {
        call.at(position);
      }
      for (Check check : seeing) {
        check.see(call);
      }
    }
  }

  private static List<Check> concerned(List<Check> checks, CallKind kind) {
    List<Check> concerned = new ArrayList<>();
    if (kind.exclusion() == Exclusion.OTHER_HOST) {
      // Not DocuSign's, so none of our business: an application's log contains all it calls.
      return concerned;
    }
    for (Check check : checks) {
      boolean judged = kind.timed() || !check.rule.needs().contains(LogField.TIME);
      if (judged && check.concerns(kind)) {
        concerned.add(check);
      }
    }
    return concerned;
  }
}
