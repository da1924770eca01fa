package org.golivecheck.log.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.golivecheck.call.LogField;
import org.golivecheck.log.LogFormat;
import org.golivecheck.log.Logs;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.Rules;

/** What each format can show, and which rules can be judged by it, in Markdown. */
final class CoverageTables {
  private static final String YES = "yes";
  private static final String NO = "-";

  private CoverageTables() {}

  static String markdown() {
    StringBuilder page = new StringBuilder();
    page.append("\n## What each format shows\n\n");
    List<String> labels = List.of(LogField.values()).stream().map(LogField::label).toList();
    table(page, "format", labels, names(), CoverageTables::fields);
    page.append("\n## Which rules can be judged by it\n\n");
    table(page, "rule", names(), rules(), CoverageTables::formats);
    return page.toString();
  }

  private static List<String> names() {
    return Logs.formats().stream().map(LogFormat::name).toList();
  }

  private static List<String> fields(String format) {
    Set<LogField> shows = Objects.requireNonNull(Logs.format(format)).shows();
    return List.of(LogField.values()).stream()
        .map(shows::contains)
        .map(CoverageTables::cell)
        .toList();
  }

  private static List<String> formats(String rule) {
    // The rules of one family of error classes need the same.
    String id = rule.equals("ER-*") ? "ER-user-permission" : rule;
    return Logs.formats().stream()
        .map(format -> cell(format.shows().containsAll(Rules.find(id).orElseThrow().needs())))
        .toList();
  }

  private static List<String> rules() {
    List<String> ids = new ArrayList<>();
    for (RuleInfo rule : Rules.all()) {
      String id = rule.id().startsWith("ER-") ? "ER-*" : rule.id();
      if (!ids.contains(id)) {
        ids.add(id);
      }
    }
    return ids;
  }

  private static String cell(boolean value) {
    return value ? YES : NO;
  }

  private static void table(
      StringBuilder page,
      String corner,
      List<String> columns,
      List<String> rows,
      Function<String, List<String>> cells) {
    page.append("| ").append(corner).append(" | ").append(String.join(" | ", columns));
    page.append(" |\n|").append(" --- |".repeat(columns.size() + 1)).append('\n');
    for (String row : rows) {
      page.append("| `").append(row).append("` | ");
      page.append(String.join(" | ", cells.apply(row))).append(" |\n");
    }
  }
}
