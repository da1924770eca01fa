package org.golivecheck.render.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.golivecheck.report.Finding;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * Findings of one rule with one remedy, which reports for people show as one.
 *
 * @param findings the findings, those with the most calls first; the sum of those that are not
 *     listed one by one, if there is one, last
 */
public record FindingGroup(List<Finding> findings) {
  private static final int MAX_WORST = 10;

  /** What the last finding of a rule says that has too many to list them all. */
  private static final String REST = " more of the kind, ";

  /** Copies and sorts the findings. */
  public FindingGroup {
    List<Finding> sorted = new ArrayList<>(findings);
    sorted.sort(
        (a, b) -> {
          int order = Boolean.compare(summed(a) > 0, summed(b) > 0);
          return order != 0 ? order : Long.compare(b.count(), a.count());
        });
    findings = List.copyOf(sorted);
  }

  /** Returns the groups of findings, in the order of their first findings. */
  public static List<FindingGroup> of(List<Finding> findings) {
    Map<List<@Nullable Object>, List<Finding>> groups = new LinkedHashMap<>();
    for (Finding finding : findings) {
      groups.computeIfAbsent(key(finding), unseen -> new ArrayList<>()).add(finding);
    }
    return groups.values().stream().map(FindingGroup::new).toList();
  }

  /** What is said once per group has to be equal. */
  private static List<@Nullable Object> key(Finding finding) {
    return Arrays.asList(
        finding.rule(),
        finding.severity(),
        finding.actor(),
        finding.remedy(),
        finding.basis(),
        finding.retry(),
        finding.consentUrl(),
        GateText.remark(finding));
  }

  /** Returns how many findings one sums up; 0 for a finding of its own. */
  private static long summed(Finding finding) {
    String message = finding.message().toString();
    int end = message.indexOf(REST);
    if (end < "And ".length() || !message.startsWith("And ") || !finding.evidence().isEmpty()) {
      return 0;
    }
    try {
      return Long.parseLong(message.substring("And ".length(), end).replace(",", ""));
    } catch (NumberFormatException e) {
      // A text of a saved report that somebody wrote.
      return 0;
    }
  }

  /** Returns the finding with the most calls. */
  public Finding first() {
    return findings.get(0);
  }

  /** Returns whether there is only one finding. */
  public boolean isSingle() {
    return findings.size() == 1;
  }

  /** Returns how many calls the findings stand for. */
  public long calls() {
    return findings.stream().mapToLong(Finding::count).sum();
  }

  /** Returns the rule and its title. */
  public String title() {
    return first().rule() + " " + first().title();
  }

  /** Returns how many calls and resources, such as {@code 50 calls on 12 resources, heuristic}. */
  public String size() {
    String heuristic = first().basis().equals(RuleInfo.HEURISTIC) ? ", heuristic" : "";
    String calls = Words.calls(calls());
    if (isSingle()) {
      return calls + heuristic;
    }
    long size = total();
    String where =
        first().resource() != null
            ? " on " + Words.count(size, "resource", "resources")
            : " in " + Words.count(size, "finding", "findings");
    return calls + where + heuristic;
  }

  /** Returns the findings with the most calls, at most {@value #MAX_WORST}. */
  public List<Finding> worst() {
    return findings.stream().filter(finding -> summed(finding) == 0).limit(MAX_WORST).toList();
  }

  /** Returns the path of the account that all the worst resources are of; else an empty text. */
  public String commonPath() {
    String common = "";
    for (Finding finding : worst()) {
      String account = account(finding.resource() == null ? "" : finding.resource().toString());
      if (account.isEmpty() || !(common.isEmpty() || common.equals(account))) {
        return "";
      }
      common = account;
    }
    return common;
  }

  /** Returns a path up to the account in it, such as {@code /restapi/v2.1/accounts/1e2d3c4b}. */
  private static String account(String path) {
    int accounts = path.indexOf("/accounts/");
    int end = accounts < 0 ? -1 : path.indexOf('/', accounts + "/accounts/".length());
    return end < 0 ? "" : path.substring(0, end);
  }

  /** Returns how many calls the findings stand for that are not among the worst; empty if none. */
  public String rest() {
    List<Finding> worst = worst();
    if (worst.size() == findings.size()) {
      return "";
    }
    long calls = calls() - worst.stream().mapToLong(Finding::count).sum();
    return "... and " + Words.number(total() - worst.size()) + " more with " + Words.calls(calls);
  }

  /** Returns how many findings there are with those that are summed up. */
  public long total() {
    return findings.stream().mapToLong(finding -> Math.max(1, summed(finding))).sum();
  }
}
