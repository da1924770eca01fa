package org.golivecheck.explain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.ApiError;
import org.golivecheck.call.ApiFamily;
import org.golivecheck.call.body.ErrorBody;
import org.golivecheck.rule.RulePages;
import org.golivecheck.rule.error.ErrorCatalog;
import org.golivecheck.rule.error.ErrorClass;
import org.golivecheck.text.NearMiss;
import org.golivecheck.text.Paragraph;
import org.jspecify.annotations.Nullable;

/** Explains rules, error codes, statuses and error messages in text for people. */
public final class Explanations {
  private static final String NO_CODE = "-";
  private static final int MARGIN = 2;
  private static final int LABEL_WIDTH = 14;

  /** DocuSign's sites, and its repositories apart from what users write there. */
  private static final Pattern DOCUSIGN =
      Pattern.compile(
          "^https://([a-z]+\\.)?docusign\\.(com|net)/(?!esignature-api)|^https://github\\.com/docusign/(?!.*/issues/)");

  /** What codes of DocuSign's look like: words joined by underscores. */
  private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9]*+(?:_[A-Za-z0-9]++)++");

  /** An error code, or a word of an OAuth error, in any style of writing. */
  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_.]*+");

  /** What a message may repeat; a pasted text may contain anything. */
  private static final Pattern NAME = Pattern.compile("[\\w.-]{1,64}");

  private static final Pattern STATUS = Pattern.compile("[1-9]\\d\\d");
  private static final Pattern STATUS_IN_TEXT = Pattern.compile("(?<![\\w-])[45]\\d\\d(?![\\w-])");
  private static final Pattern RULE_ID = Pattern.compile("([A-Za-z]{2})-?0*(\\d{1,3})");
  private static final String CODES = "codes";
  private static final int FEW_CODES = 40;

  private final ErrorCatalog errors;
  private final int width;

  /**
   * Creates explanations.
   *
   * @param errors what errors mean
   * @param width the number of characters in a line
   */
  public Explanations(ErrorCatalog errors, int width) {
    this.errors = errors;
    this.width = width;
  }

  /** Returns the list of rules and categories, and how to ask for one. */
  public static String contents() {
    int widest = RulePages.all().stream().mapToInt(page -> page.id().length()).max().orElse(0);
    StringBuilder text = new StringBuilder("Rules and categories of errors:\n\n");
    for (RulePages.Page page : RulePages.all()) {
      text.append("  ").append(page.id());
      text.append(" ".repeat(widest - page.id().length() + MARGIN));
      text.append(page.title()).append('\n');
    }
    return text.append("\nMore on one of them: golive-check explain NAME\n")
        .append("\nError codes: golive-check explain codes\n")
        .append(
            "\nAn error code, a status, or an error message or body: golive-check explain TEXT\n")
        .toString();
  }

  /** Returns the page of a rule or a category of errors in Markdown, or null if there is none. */
  public static @Nullable String rulePage(String topic) {
    for (RulePages.Page page : RulePages.all()) {
      if (page.id().equalsIgnoreCase(topic) || page.id().equalsIgnoreCase("ER-" + topic)) {
        return RulePages.text(page.id())
            .map(text -> text.endsWith("\n") ? text : text + "\n")
            .orElse(null);
      }
    }
    return null;
  }

  /**
   * Explains an error code, an HTTP status, or an error message or body.
   *
   * @param topic what a log or an exception shows, or {@code codes} for all error codes
   * @throws IllegalArgumentException if the catalogue does not know it; the message says what to do
   */
  public String explain(String topic) {
    if (topic.equalsIgnoreCase(CODES)) {
      return codes();
    }
    // CLM and SOAP have numbers for codes; none of them is the status of an error.
    List<ErrorClass> rows = rows(topic);
    if (!rows.isEmpty()) {
      return known(topic, rows);
    }
    if (STATUS.matcher(topic).matches()) {
      return status(Integer.parseInt(topic));
    }
    if (!WORD.matcher(topic).matches() && !RULE_ID.matcher(topic).matches()) {
      String page = pasted(topic);
      if (page != null) {
        return page;
      }
    }
    String question = question(topic);
    List<ErrorClass> guesses = WORD.matcher(topic).matches() ? errors.guesses(topic) : List.of();
    boolean byWords = guesses.size() == 1;
    if (byWords || (question.isEmpty() && CODE.matcher(topic).matches())) {
      String page = guessed(topic, guesses);
      return question.isEmpty() ? page : page + question.strip() + "\n";
    }
    throw new IllegalArgumentException(
        (NAME.matcher(topic).matches()
                ? "no rule or error code '" + topic + "'"
                : "no rule, error code or known message in this text")
            + "; golive-check explain lists the rules, golive-check explain codes the error codes."
            + question);
  }

  /** Returns the rows whose code is this word, and those whose message is. */
  private List<ErrorClass> rows(String word) {
    List<ErrorClass> rows = new ArrayList<>(errors.find(word));
    for (ErrorClass row : errors.rows()) {
      if (WORD.matcher(word).matches()
          && row.messagePattern().equalsIgnoreCase(word)
          && !rows.contains(row)) {
        rows.add(row);
      }
    }
    return rows;
  }

  private String question(String topic) {
    List<String> names = names();
    Matcher id = RULE_ID.matcher(topic);
    if (id.matches()) {
      String meant = (id.group(1) + "-" + "0".repeat(3 - id.group(2).length()) + id.group(2));
      for (String name : names) {
        if (name.equalsIgnoreCase(meant)) {
          return " Did you mean " + name + "?";
        }
      }
    }
    return NAME.matcher(topic).matches() ? NearMiss.question(topic, names) : "";
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    RulePages.all().forEach(page -> names.add(page.id()));
    names.addAll(codesOf(errors.rows()));
    return names;
  }

  private static Set<String> codesOf(List<ErrorClass> rows) {
    Set<String> codes = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    rows.stream().map(ErrorClass::code).filter(code -> !code.equals(NO_CODE)).forEach(codes::add);
    return codes;
  }

  private String codes() {
    Map<String, Set<String>> categories = new TreeMap<>();
    for (ErrorClass row : errors.rows()) {
      if (!row.code().equals(NO_CODE)) {
        categories.computeIfAbsent(row.code(), code -> new TreeSet<>()).add(row.category());
      }
    }
    StringBuilder text = new StringBuilder();
    categories.forEach(
        (code, names) ->
            text.append(code).append("  ").append(String.join(", ", names)).append('\n'));
    return text.append("\nMore on one of them: golive-check explain CODE\n").toString();
  }

  private String status(int status) {
    if (status < 400 || status > 599) {
      return status
          + "\n"
          + (status / 100 == 2
              ? "Success. An error inside the body of such a response: golive-check explain"
                  + " GL-006\n"
              : "Neither success nor error: golive-check explain GL-007\n");
    }
    ErrorClass row = errors.classify(ApiFamily.ESIGN, status, null, null, "");
    StringBuilder text = new StringBuilder().append(status).append('\n');
    text.append("The error code decides. Without one, this status means:\n\n");
    situation(text, row);
    Pattern named = Pattern.compile("\\b" + status + "\\b");
    Set<String> codes =
        codesOf(errors.rows().stream().filter(r -> named.matcher(r.status()).find()).toList());
    if (!codes.isEmpty()) {
      text.append('\n');
      String list =
          codes.size() > FEW_CODES
              ? codes.size() + " codes; golive-check explain codes lists all"
              : String.join(", ", codes);
      line(text, "Codes", list);
    }
    return end(text, List.of(row));
  }

  /** Explains an error message or body; returns null if the catalogue does not know it. */
  private @Nullable String pasted(String text) {
    ApiError body = ErrorBody.parse(text);
    String code = body.code();
    String message = body.message() == null ? body.text() : body.message();
    Matcher status = STATUS_IN_TEXT.matcher(text);
    boolean hasStatus = status.find();
    ErrorClass row =
        errors.classify(
            ApiCall.builder(
                    Instant.EPOCH, "GET", "/", hasStatus ? Integer.parseInt(status.group()) : 400)
                .error(new ApiError(code, message, body.form(), body.wrapper(), body.text()))
                .build(),
            ApiFamily.ESIGN);
    if (!row.guessed() && !(row.code().equals(NO_CODE) && row.messagePattern().isEmpty())) {
      return known(row.code(), List.of(row));
    }
    if (code != null && WORD.matcher(code).matches()) {
      return explain(code);
    }
    return hasStatus ? explain(status.group()) : null;
  }

  /** Returns the text for the rows of one code, of which there is at least one. */
  private String known(String topic, List<ErrorClass> rows) {
    Set<String> codes = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    rows.forEach(row -> codes.add(row.code()));
    StringBuilder text = new StringBuilder();
    if (codes.size() == 1) {
      text.append(rows.get(0).code().equals(NO_CODE) ? "No code" : rows.get(0).code()).append('\n');
    } else {
      text.append(topic).append('\n');
      text.append(rows.size()).append(" situations have this code or this message.\n");
    }
    if (rows.size() > 1 && codes.size() == 1) {
      boolean byCall = rows.stream().anyMatch(row -> !row.condition().isEmpty());
      text.append(byCall ? "Message and call decide" : "The message decides")
          .append(" which of these ")
          .append(rows.size())
          .append(" situations it is.\n");
    }
    for (ErrorClass row : rows) {
      text.append('\n');
      if (codes.size() > 1) {
        line(text, "Code", row.code().equals(NO_CODE) ? "none" : row.code());
      }
      if (!row.messagePattern().isEmpty()) {
        line(text, "Message", "like \"" + sample(row.messagePattern()) + "\"");
      }
      situation(text, row);
    }
    return end(text, rows);
  }

  /** Returns the text for a code that the catalogue does not have, and the rows that it may be. */
  private String guessed(String code, List<ErrorClass> rows) {
    StringBuilder text = new StringBuilder(code).append('\n');
    boolean byStatus = rows.size() > 1;
    text.append("The catalogue does not have this code. Its words ")
        .append(byStatus ? "say nothing, so that the status decides.\n" : "decide.\n");
    for (ErrorClass row : rows) {
      text.append('\n');
      if (byStatus) {
        line(text, "Status", row.status().equals("any") ? "any other" : row.status());
      }
      situation(text, row);
    }
    return end(text, rows);
  }

  private void situation(StringBuilder text, ErrorClass row) {
    if (!row.condition().isEmpty()) {
      line(text, "Only if", condition(row.condition()));
    }
    line(text, "Category", row.category());
    line(text, "API", row.api());
    line(text, "Who acts", row.actor());
    line(text, "What to do", row.remedy());
    line(text, "Retry", row.retry());
    line(text, "Basis", basis(row.basis()));
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

  private void line(StringBuilder text, String label, String value) {
    text.append("  ").append(label).append(" ".repeat(LABEL_WIDTH - 2 - label.length()));
    Paragraph.append(text, value, LABEL_WIDTH, width);
  }
}
