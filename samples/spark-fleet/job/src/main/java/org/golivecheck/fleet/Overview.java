package org.golivecheck.fleet;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How many units have which verdict, and the worst of them.
 *
 * @param units all units, the worst first
 * @param incompleteLogs how many logs were not read to their end
 * @param problems how many problems the logs have
 */
record Overview(List<Verdict.Summary> units, long incompleteLogs, long problems) {
  private static final int SHOWN = 500;
  private static final List<String> WORST_FIRST = List.of("FAIL", "NO_VERDICT", "PASS");

  static Overview of(List<Verdict.Summary> units, List<Part.End> ends) {
    return new Overview(
        units.stream()
            .sorted(
                Comparator.comparingInt(
                        (Verdict.Summary unit) -> WORST_FIRST.indexOf(unit.verdict()))
                    .thenComparing(unit -> -unit.failed())
                    .thenComparing(Verdict.Summary::unit))
            .toList(),
        ends.stream().filter(Part.End::incomplete).map(Part.End::log).distinct().count(),
        ends.stream().flatMap(end -> end.problems().stream()).mapToLong(Part.Problem::count).sum());
  }

  private Map<String, Long> verdicts() {
    return units.stream()
        .collect(
            Collectors.groupingBy(Verdict.Summary::verdict, TreeMap::new, Collectors.counting()));
  }

  private String sentence() {
    String counts =
        WORST_FIRST.stream()
            .filter(verdicts()::containsKey)
            .map(verdict -> count(verdicts().get(verdict)) + " " + verdict)
            .collect(Collectors.joining(", "));
    return count(units.size())
        + (units.size() == 1 ? " integration: " : " integrations: ")
        + (counts.isEmpty() ? "no call was read" : counts)
        + "."
        + (incompleteLogs == 0
            ? ""
            : " " + count(incompleteLogs) + " logs were not read to their end; see problems.");
  }

  String text() {
    return sentence();
  }

  String html() {
    StringBuilder rows = new StringBuilder();
    for (Verdict.Summary unit : units.subList(0, Math.min(SHOWN, units.size()))) {
      rows.append(
          "<tr class=\"%s\"><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>%n"
              .formatted(
                  unit.verdict(),
                  unit.verdict().replace('_', ' '),
                  escaped(unit.unit()),
                  count(unit.total()),
                  count(unit.failed()),
                  escaped(unit.reason())));
    }
    String rest =
        units.size() <= SHOWN
            ? ""
            : "<p>" + count(units.size() - SHOWN) + " more are in the folder verdicts.</p>";
    return """
    <!doctype html>
    <html lang="en">
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <title>Go-Live: all integrations</title>
    <style>
    body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; }
    table { border-collapse: collapse; width: 100%%; }
    td, th { border-bottom: 1px solid #bbb; padding: .4rem; text-align: left; vertical-align: top; }
    .FAIL td:first-child { color: #a00; font-weight: bold; }
    .PASS td:first-child { color: #060; }
    </style>
    <h1>Go-Live: all integrations</h1>
    <p>%s</p>
    <table>
    <thead><tr><th>Verdict</th><th>Integration</th><th>Calls</th><th>Failed</th><th>First reason</th></tr></thead>
    <tbody>
    %s</tbody>
    </table>
    %s
    </html>
    """
        .formatted(escaped(sentence()), rows, rest);
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
