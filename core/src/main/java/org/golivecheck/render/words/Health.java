package org.golivecheck.render.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.golivecheck.report.Finding;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.ReportSeries.Rate;
import org.golivecheck.text.Words;

/**
 * How an integration in production does, from what the rules found: what to look at first where no
 * review lies ahead.
 */
public final class Health {
  private static final int MAX_CLASSES = 5;

  /**
   * One line.
   *
   * @param what what was looked at
   * @param value what was seen
   */
  public record Line(String what, String value) {}

  private final GoLiveReport report;

  private Health(GoLiveReport report) {
    this.report = report;
  }

  /** Returns the lines; empty unless all countable calls went to production. */
  public static List<Line> of(GoLiveReport report) {
    return report.calls().countableEnvironments().isProductionAlone()
        ? new Health(report).lines()
        : List.of();
  }

  private List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    lines.add(new Line("Failed calls", failed()));
    lines.add(new Line("Limits exceeded", calls("RL-001", "EV-001", "EV-002")));
    lines.add(new Line("Calls while blocked", calls("RL-004")));
    lines.add(new Line("Peaks", peaks()));
    lines.add(new Line("Repeats after errors", calls("RL-007")));
    lines.add(new Line("Read too often", polling()));
    lines.add(new Line("Calls to demo", calls("GL-014")));
    lines.add(new Line("Deprecated, outdated", kinds("GL-011", "GL-015", "GL-016")));
    return lines;
  }

  private String failed() {
    long total = report.calls().total();
    long failed = report.calls().failed();
    if (failed == 0) {
      return "none";
    }
    Map<String, Long> classes = new TreeMap<>();
    long servers = 0;
    for (Finding finding : report.findings()) {
      if (finding.rule().startsWith("ER-")) {
        classes.merge(finding.category(), finding.count(), Long::sum);
        boolean server = !finding.evidence().isEmpty() && finding.evidence().get(0).status() >= 500;
        servers += server ? finding.count() : 0;
      }
    }
    String most =
        classes.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .limit(MAX_CLASSES)
            .map(count -> count.getKey() + " " + share(count.getValue(), total))
            .collect(Collectors.joining(", "));
    return share(failed, total)
        + " of "
        + Words.calls(total)
        + ": 4xx "
        + share(failed - servers, total)
        + ", 5xx "
        + share(servers, total)
        + "; by class: "
        + most
        + (classes.size() > MAX_CLASSES ? ", and others" : "");
  }

  /** Returns a number and its share, such as {@code 12 (0.4 %)}. */
  private static String share(long count, long total) {
    long tenths = Math.round(1_000.0 * count / total);
    String few = count > 0 && tenths == 0 ? "below 0.1" : tenths / 10 + "." + tenths % 10;
    return Words.number(count) + (count == 0 ? "" : " (" + few + " %)");
  }

  private String peaks() {
    if (report.series() != null && !report.series().rates().isEmpty()) {
      StringBuilder peaks = new StringBuilder();
      for (Rate rate : report.series().rates()) {
        boolean hour = rate.seconds() == 3_600;
        peaks.append(peaks.length() == 0 ? "" : hour ? "; " : ", ");
        peaks.append(hour ? "account " + rate.account() + ": " : "");
        peaks.append(Words.number(rate.peak())).append(" of ").append(Words.number(rate.limit()));
        peaks.append(hour ? " in an hour" : " in 30 seconds");
      }
      return peaks.toString();
    }
    String near = calls("RL-002", "RL-003");
    return near.equals("none") ? "below 80 % of the limits, hourly and in 30 seconds" : near;
  }

  private String polling() {
    String calls = calls("PL-001", "PL-003");
    String sum = Wording.breaches(report.findings());
    return sum.isEmpty() ? calls : sum;
  }

  /** Returns how many calls some rules found. */
  private String calls(String... rules) {
    List<String> found = new ArrayList<>();
    for (String rule : rules) {
      long calls =
          report.findings().stream()
              .filter(finding -> finding.rule().equals(rule))
              .mapToLong(Finding::count)
              .sum();
      if (calls > 0) {
        found.add(Words.calls(calls) + " (" + rule + ")");
      }
    }
    return found.isEmpty() ? none(rules) : String.join(", ", found);
  }

  /** Returns what some rules found, one after the other. */
  private String kinds(String... rules) {
    List<String> found = new ArrayList<>();
    for (Finding finding : report.findings()) {
      String kind = finding.fingerprint().toString();
      if (List.of(rules).contains(finding.rule()) && !found.contains(kind)) {
        found.add(kind);
      }
    }
    return found.isEmpty() ? none(rules) : String.join(", ", found);
  }

  /** A rule that a log does not show enough for has found nothing, which says nothing. */
  private String none(String... rules) {
    String unjudged =
        report.notes().stream()
            .filter(note -> note.startsWith("Not evaluated: "))
            .findFirst()
            .orElse("");
    List<String> left = new ArrayList<>();
    for (String rule : rules) {
      if (unjudged.contains(rule)) {
        left.add(rule);
      }
    }
    return left.isEmpty() ? "none" : "none seen; not evaluated: " + String.join(", ", left);
  }
}
