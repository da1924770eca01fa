package org.golivecheck.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.golivecheck.cli.console.Delivery;
import org.golivecheck.cli.console.ExitCode;
import org.golivecheck.cli.console.Session;
import org.golivecheck.cli.option.Arguments;
import org.golivecheck.cli.option.CommandSpec;
import org.golivecheck.cli.option.CommonOptions;
import org.golivecheck.cli.option.UsageException;
import org.golivecheck.rule.RulePages;
import org.golivecheck.rule.error.ErrorCatalog;
import org.golivecheck.rule.error.ErrorClass;
import org.golivecheck.text.NearMiss;
import org.golivecheck.text.Paragraph;

/** {@code explain}: prints what a rule or an error code means and what to do, offline. */
final class ExplainCommand implements Command {
  private static final int MARGIN = 2;
  private static final int LABEL_WIDTH = 14;

  /** DocuSign's sites, and its repositories apart from what users write there. */
  private static final Pattern DOCUSIGN =
      Pattern.compile(
          "^https://([a-z]+\\.)?docusign\\.(com|net)/(?!esignature-api)|^https://github\\.com/docusign/(?!.*/issues/)");

  /** What codes of DocuSign's look like: words joined by underscores. */
  private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9]*+(?:_[A-Za-z0-9]++)++");

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "explain",
        "[RULE|ERROR_CODE]",
        "Tell what a rule or an error code means",
        "Tells what a rule or an error code means, who has to act and what to do. Without an"
            + " argument it lists the rules and the categories of errors.",
        false,
        List.of(CommonOptions.CONFIG),
        List.of(
            "golive-check explain",
            "golive-check explain PL-001",
            "golive-check explain consent_required"));
  }

  @Override
  public ExitCode run(Arguments arguments, Session session) throws UsageException {
    List<String> topics = arguments.operands();
    if (topics.size() > 1) {
      throw new UsageException("explain takes one rule or error code, not " + topics.size());
    }
    ErrorCatalog errors = arguments.configuration().errors();
    return new Delivery(session)
        .print(
            topics.isEmpty()
                ? contents()
                : explain(topics.get(0), errors, session.environment().width()));
  }

  private static String contents() {
    int widest = RulePages.all().stream().mapToInt(page -> page.id().length()).max().orElse(0);
    StringBuilder text = new StringBuilder("Rules and categories of errors:\n\n");
    for (RulePages.Page page : RulePages.all()) {
      text.append("  ").append(page.id());
      text.append(" ".repeat(widest - page.id().length() + MARGIN));
      text.append(page.title()).append('\n');
    }
    return text.append("\nMore on one of them, or on an error code: golive-check explain NAME\n")
        .toString();
  }

  private static String explain(String topic, ErrorCatalog errors, int width)
      throws UsageException {
    for (RulePages.Page page : RulePages.all()) {
      if (page.id().equalsIgnoreCase(topic) || page.id().equalsIgnoreCase("ER-" + topic)) {
        Optional<String> text = RulePages.text(page.id());
        if (text.isPresent()) {
          return text.get().endsWith("\n") ? text.get() : text.get() + "\n";
        }
      }
    }
    List<ErrorClass> rows = errors.find(topic);
    if (!rows.isEmpty()) {
      return known(rows, width);
    }
    String question = NearMiss.question(topic, names(errors));
    List<ErrorClass> guesses = CODE.matcher(topic).matches() ? errors.guesses(topic) : List.of();
    boolean byWords = guesses.size() == 1;
    if (byWords || (!guesses.isEmpty() && question.isEmpty())) {
      String page = guessed(topic, guesses, width);
      return question.isEmpty() ? page : page + question.strip() + "\n";
    }
    throw new UsageException(
        "no rule or error code '"
            + topic
            + "'; golive-check explain lists what there is."
            + question);
  }

  private static List<String> names(ErrorCatalog errors) {
    Set<String> codes = new TreeSet<>();
    errors.rows().forEach(row -> codes.add(row.code()));
    List<String> names = new ArrayList<>();
    RulePages.all().forEach(page -> names.add(page.id()));
    names.addAll(codes);
    return names;
  }

  /** Returns the text for the rows of one code, of which there is at least one. */
  private static String known(List<ErrorClass> rows, int width) {
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
  private static String guessed(String code, List<ErrorClass> rows, int width) {
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
