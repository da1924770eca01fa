package org.golivecheck.explain;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.golivecheck.call.ApiFamily;
import org.golivecheck.call.body.ErrorBody;
import org.golivecheck.rule.Recipes;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.RulePages;
import org.golivecheck.rule.Rules;
import org.golivecheck.rule.error.ErrorCatalog;
import org.golivecheck.rule.error.ErrorClass;
import org.golivecheck.text.JsonOutput;
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
  private final Answers answers;

  /**
   * Creates explanations.
   *
   * @param errors what errors mean
   * @param width the number of characters in a line
   */
  public Explanations(ErrorCatalog errors, int width) {
    this.errors = errors;
    this.width = width;
    answers = new Answers(errors);
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

  /**
   * Returns the page of a rule, a category of errors or a recipe in Markdown, or a program of a
   * recipe, such as {@code limits.py}; null if there is none.
   */
  public static @Nullable String rulePage(String topic) {
    for (RulePages.Page page : RulePages.all()) {
      if (page.id().equalsIgnoreCase(topic) || page.id().equalsIgnoreCase("ER-" + topic)) {
        return RulePages.text(page.id())
            .map(text -> text.endsWith("\n") ? text : text + "\n")
            .orElse(null);
      }
    }
    return Recipes.text(topic).orElse(null);
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
    if (!RULE_ID.matcher(topic).matches()) {
      String page = pasted(topic);
      if (page != null) {
        return page;
      }
    }
    String question = question(topic);
    List<ErrorClass> guesses = guesses(topic);
    if (!guesses.isEmpty()) {
      String page = guessed(topic, guesses);
      return question.isEmpty() ? page : page + question.strip() + "\n";
    }
    throw new IllegalArgumentException(
        (NAME.matcher(topic).matches()
                ? "no rule or error code '" + topic + "'"
                : "no rule, error code or known message in this text")
            + "; golive-check explain lists the rules, golive-check explain codes the error codes."
            + (NAME.matcher(topic).matches()
                ? question
                : " Look in the text for a code (words joined by underscores), a message and"
                    + " X-DocuSign-TraceToken; DocuSign Support can look up a call by its trace token."
                    + nearest(topic)));
  }

  private String nearest(String topic) {
    List<Answers.Answer> closest = answers.closest(topic);
    return closest.isEmpty()
        ? ""
        : closest.stream()
            .map(Answers.Answer::id)
            .collect(Collectors.joining(", ", " Closest, by words in common: ", "."));
  }

  /** Returns the row that the words of an unknown code lead to; empty if they say nothing. */
  private List<ErrorClass> guesses(String topic) {
    List<ErrorClass> guesses = WORD.matcher(topic).matches() ? errors.guesses(topic) : List.of();
    return guesses.size() == 1 ? guesses : List.of();
  }

  /**
   * Returns what is known of a text as JSON: {@code matches}, the best first, or else the {@code
   * closest}.
   *
   * @param topic what a log or an exception shows, a rule, a recipe, a status or a question
   */
  public String json(String topic) {
    List<Answers.Answer> matches = matches(topic);
    StringBuilder out = new StringBuilder();
    try (JsonGenerator json = JsonOutput.indented(out)) {
      json.writeStartObject();
      json.writeNumberField("schemaVersion", 1);
      json.writeArrayFieldStart("matches");
      for (Answers.Answer answer : matches) {
        json.writeStartObject();
        json.writeStringField("id", answer.id());
        json.writeStringField("kind", answer.kind());
        json.writeBooleanField("certain", answer.certain());
        json.writeStringField("title", answer.title());
        for (Map.Entry<String, @Nullable String> field : fields(answer).entrySet()) {
          json.writeStringField(field.getKey(), field.getValue());
        }
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeArrayFieldStart("closest");
      for (Answers.Answer answer :
          matches.isEmpty() ? answers.closest(topic) : matches.subList(0, 0)) {
        json.writeStartObject();
        json.writeStringField("id", answer.id());
        json.writeStringField("title", answer.title());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("text in memory cannot fail", e);
    }
    return out.append('\n').toString();
  }

  /** Returns what is known of a text as Markdown. */
  public String markdown(String topic) {
    StringBuilder out = new StringBuilder();
    for (Answers.Answer answer : matches(topic)) {
      out.append(out.isEmpty() ? "## " : "\n## ").append(answer.title()).append("\n\n");
      out.append(answer.certain() ? "" : "- **possible**, not certain\n");
      fields(answer)
          .forEach(
              (name, value) -> {
                if (value != null) {
                  out.append("- **").append(name).append(":** ").append(value).append('\n');
                }
              });
    }
    return out.toString();
  }

  /** Returns whether anything is known of a text. */
  public boolean knows(String topic) {
    return !matches(topic).isEmpty();
  }

  private static Map<String, @Nullable String> fields(Answers.Answer answer) {
    Map<String, @Nullable String> fields = new LinkedHashMap<>();
    fields.put("category", orNull(answer.category()));
    fields.put("actor", orNull(answer.actor()));
    fields.put("remedy", orNull(answer.remedy()));
    fields.put("retry", orNull(answer.retry()));
    fields.put("when", orNull(answer.when()));
    fields.put("recipe", answer.recipe());
    fields.put("source", orNull(answer.source()));
    return fields;
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private List<Answers.Answer> matches(String topic) {
    RuleInfo rule = Rules.find(topic).or(() -> Rules.find("ER-" + topic)).orElse(null);
    if (rule != null) {
      return List.of(Answers.Answer.of(rule));
    }
    for (RulePages.Page page : RulePages.all()) {
      if (page.id().equalsIgnoreCase(topic)) {
        return List.of(new Answers.Answer(page.id(), "rule", true, page.title(), null, null));
      }
    }
    for (Recipes.Recipe recipe : Recipes.all()) {
      if (recipe.id().equalsIgnoreCase(topic)) {
        return List.of(Answers.Answer.of(recipe));
      }
    }
    List<Answers.Answer> rows =
        rows(topic).stream().map(row -> Answers.Answer.of(row, false)).toList();
    if (!rows.isEmpty()) {
      return errors.find(topic).isEmpty() ? rows : answers.possible(topic);
    }
    if (STATUS.matcher(topic).matches()) {
      ErrorClass row = errors.classify(ApiFamily.ESIGN, Integer.parseInt(topic), null, null, "");
      return topic.matches("[45].*") ? List.of(Answers.Answer.of(row, false)) : List.of();
    }
    List<Answers.Answer> found = answers.of(topic);
    if (!found.isEmpty()) {
      return found;
    }
    String code = ErrorBody.parse(topic).code();
    return guesses(code == null ? topic : code).stream()
        .map(row -> new Answers.Answer(row.code(), "error", false, row.category(), row, null))
        .toList();
  }

  /** Returns the rows whose code is this word, and those whose message is. */
  private List<ErrorClass> rows(String word) {
    if (word.equals(NO_CODE)) {
      return List.of();
    }
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

  /** Explains a text that contains errors, or asks something; returns null if nothing is known. */
  private @Nullable String pasted(String text) {
    List<Answers.Answer> found = answers.of(text);
    if (found.isEmpty()) {
      String code = ErrorBody.parse(text).code();
      if (code != null && !code.equals(text) && !guesses(code).isEmpty()) {
        return guessed(code, guesses(code));
      }
      Matcher status = STATUS_IN_TEXT.matcher(text);
      return status.find() ? status(Integer.parseInt(status.group())) : null;
    }
    StringBuilder page = new StringBuilder();
    String code = "";
    for (Answers.Answer answer : found) {
      if (!answer.id().equals(code)) {
        code = answer.id();
        page.append(page.length() == 0 ? "" : "\n").append(answer.title()).append('\n');
        long same = found.stream().filter(other -> other.id().equals(answer.id())).count();
        if (same > 1 && !answer.certain()) {
          page.append("Possible: ").append(same);
          page.append(" situations have this code; message and call decide which.\n");
        } else if (!answer.certain()) {
          page.append(
              answer.kind().equals("error")
                  ? "Possible: the code alone does not say what happened.\n"
                  : "Possible: only a part of the message is here.\n");
        }
      }
      page.append('\n');
      situation(page, answer);
    }
    String category = "ER-" + found.get(0).category();
    if (rulePage(category) != null) {
      page.append("\nMore on the category: golive-check explain ").append(category).append('\n');
    }
    return page.toString();
  }

  private void situation(StringBuilder text, Answers.Answer answer) {
    line(text, "When", answer.when());
    line(text, "Category", answer.category());
    line(text, "API", answer.row() == null ? "" : answer.row().api());
    line(text, "Who acts", answer.actor());
    line(text, answer.actor().isEmpty() ? "Meaning" : "What to do", answer.remedy());
    line(text, "Retry", answer.retry());
    line(text, "Basis", basis(answer.source()));
    line(text, "How", answer.recipe() == null ? "" : "golive-check explain " + answer.recipe());
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

  static String condition(String text) {
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
  static String sample(String pattern) {
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
    if (value.isEmpty()) {
      return;
    }
    text.append("  ").append(label).append(" ".repeat(LABEL_WIDTH - 2 - label.length()));
    Paragraph.append(text, value, LABEL_WIDTH, width);
  }
}
