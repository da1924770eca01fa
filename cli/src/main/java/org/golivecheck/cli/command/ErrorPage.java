package org.golivecheck.cli.command;

import java.util.List;
import java.util.regex.Pattern;
import org.golivecheck.rule.error.ErrorClass;
import org.golivecheck.text.Paragraph;

/** Prints what the catalogue knows about one error code. */
final class ErrorPage {
  private static final int LABEL_WIDTH = 14;

  /** DocuSign's sites, and its repositories apart from what users write there. */
  private static final Pattern DOCUSIGN =
      Pattern.compile(
          "^https://([a-z]+\\.)?docusign\\.(com|net)/(?!esignature-api)|^https://github\\.com/docusign/(?!.*/issues/)");

  private ErrorPage() {}

  /** Returns the text for the rows of one code, of which there is at least one. */
  static String print(List<ErrorClass> rows, int width) {
    StringBuilder text = new StringBuilder(rows.get(0).code()).append('\n');
    if (rows.size() > 1) {
      boolean byCall = rows.stream().anyMatch(row -> !row.condition().isEmpty());
      text.append(byCall ? "Message and call decide" : "The message decides")
          .append(" which of these ")
          .append(rows.size())
          .append(" situations it is.\n");
    }
    for (ErrorClass row : rows) {
      text.append('\n');
      if (!row.messagePattern().isEmpty()) {
        line(text, "Message", "like \"" + sample(row.messagePattern()) + "\"", width);
      }
      situation(text, row, width);
    }
    return end(text, rows);
  }

  /** Returns the text for a code that the catalogue does not have, and the rows that it may be. */
  static String printGuesses(String code, List<ErrorClass> rows, int width) {
    StringBuilder text = new StringBuilder(code).append('\n');
    boolean byStatus = rows.size() > 1;
    text.append("The catalogue does not have this code. Its words ")
        .append(byStatus ? "say nothing, so that the status decides.\n" : "decide.\n");
    for (ErrorClass row : rows) {
      text.append('\n');
      if (byStatus) {
        line(text, "Status", row.status().equals("any") ? "any other" : row.status(), width);
      }
      situation(text, row, width);
    }
    return end(text, rows);
  }

  private static void situation(StringBuilder text, ErrorClass row, int width) {
    if (!row.condition().isEmpty()) {
      line(text, "Only if", condition(row.condition()), width);
    }
    line(text, "Category", row.category(), width);
    line(text, "API", row.api(), width);
    line(text, "Who acts", row.actor(), width);
    line(text, "What to do", row.remedy(), width);
    line(text, "Retry", row.retry(), width);
    line(text, "Basis", basis(row.basis()), width);
  }

  private static String condition(String text) {
    String[] parts = text.split(": ", 2);
    String value = sample(parts[1]);
    return switch (parts[0]) {
      case "path" ->
          "the path of the call contains " + value.replace(".*", "...").replace("|", " or ");
      case "host" -> "the host of the call is " + value;
      case "header" -> "the call carries the header " + value;
      default -> value + " (a log does not show this)";
    };
  }

  /** Returns a basis; one that is not DocuSign's own word is marked as a report. */
  private static String basis(String basis) {
    boolean reported = basis.startsWith("https://") && !DOCUSIGN.matcher(basis).find();
    return reported ? "reported: " + basis : basis;
  }

  private static String end(StringBuilder text, List<ErrorClass> rows) {
    return text.append("\nMore on the category: golive-check explain ")
        .append(rows.get(0).rule())
        .append('\n')
        .toString();
  }

  /** Returns a pattern as a person would write it: most are sentences with a few escapes. */
  private static String sample(String pattern) {
    return pattern
        .replace("\\s+", " ")
        .replace("\\w+", "...")
        .replace("(.+?)", "...")
        .replace(".+?", "...")
        .replace("\\", "")
        // What may be one letter or two, because it was misspelt once, is two in English.
        .replace("s+", "ss");
  }

  private static void line(StringBuilder text, String label, String value, int width) {
    text.append("  ").append(label).append(" ".repeat(LABEL_WIDTH - 2 - label.length()));
    Paragraph.append(text, value, LABEL_WIDTH, width);
  }
}
