package org.golivecheck.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.golivecheck.call.TransportCause;
import org.golivecheck.rule.Recipes;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.RulePages;
import org.golivecheck.rule.error.ErrorCatalog;
import org.golivecheck.rule.error.ErrorClass;
import org.golivecheck.text.JarText;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a pasted text is about: errors of the catalogue by message or code, failures before an
 * answer, questions, and the tool's own words.
 *
 * <p>A message that matches is a certain answer. A code alone may have several causes, so its rows
 * are only possible. Thread-safe.
 */
final class Answers {
  /** Longer texts are cut: what decides stands at the beginning or at the end. */
  private static final int MAX_LENGTH = 20_000;

  private static final int MOST = 8;
  private static final int FEW = 3;
  private static final int MOST_CLOSEST = 5;
  private static final int COLUMNS = 9;

  /** A shorter message pattern does not identify a row by itself. */
  private static final int SENTENCE = 16;

  private static final int HALF_WORDS = 4;
  private static final int HALF_LETTERS = 20;

  private static final Pattern CODE =
      Pattern.compile("\\b[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+\\b");
  private static final Pattern QUESTION =
      Pattern.compile(
          "(?i)(what (is|are|does|do)|explain|meaning of|define|how do i|why)?\\s*(an?|the)?\\s*(.+?)"
              + "( (mean|means|stand for))?[?.!]*");
  private static final Set<String> STOP =
      Set.of(
          ("the and for you your with that this from have has are was not can cannot when what how why"
                  + " does did get got getting error errors trying docusign api call using use")
              .split(" "));

  /**
   * Something that people paste or ask.
   *
   * @param id a stable id
   * @param kind {@code rule}, {@code error}, {@code message}, {@code transport}, {@code term},
   *     {@code checklist} or {@code recipe}
   * @param certain whether a message or a condition matched
   * @param title what it is, in a few words
   * @param row the row of the catalogue, or null
   * @param topic the topic, or null
   */
  record Answer(
      String id,
      String kind,
      boolean certain,
      String title,
      @Nullable ErrorClass row,
      @Nullable Topic topic) {

    static Answer of(ErrorClass row, boolean certain) {
      boolean coded = !row.code().equals("-");
      String id = coded ? row.code() : "message-" + row.id();
      String title = coded ? row.code() : Explanations.sample(row.messagePattern());
      return new Answer(id, coded ? "error" : "message", certain, title, row, null);
    }

    static Answer of(RuleInfo rule) {
      Topic topic =
          new Topic(
              rule.id(),
              "rule",
              rule.title(),
              Pattern.compile(""),
              rule.category(),
              rule.actor(),
              "",
              rule.remedy(),
              rule.basis());
      return of(topic);
    }

    static Answer of(Recipes.Recipe recipe) {
      return new Answer(recipe.id(), "recipe", true, recipe.title(), null, null);
    }

    static Answer of(Topic topic) {
      return new Answer(topic.id(), topic.kind(), true, topic.title(), null, topic);
    }

    String category() {
      return text(ErrorClass::category, Topic::category);
    }

    String actor() {
      return text(ErrorClass::actor, Topic::actor);
    }

    String retry() {
      return text(ErrorClass::retry, Topic::retry);
    }

    String remedy() {
      return text(ErrorClass::remedy, Topic::remedy);
    }

    String source() {
      return text(ErrorClass::basis, Topic::source);
    }

    private String text(Function<ErrorClass, String> ofRow, Function<Topic, String> ofTopic) {
      return row != null ? ofRow.apply(row) : topic != null ? ofTopic.apply(topic) : "";
    }

    /** Returns what distinguishes it from others with the same code; empty if nothing does. */
    String when() {
      if (row == null) {
        return "";
      }
      String message =
          row.messagePattern().isEmpty()
              ? ""
              : "the message is like \"" + Explanations.sample(row.messagePattern()) + "\"";
      String condition = row.condition().isEmpty() ? "" : Explanations.condition(row.condition());
      return Stream.of(message, condition)
          .filter(text -> !text.isEmpty())
          .collect(Collectors.joining(", and "));
    }

    /** Returns the id of the recipe that helps, or null. */
    @Nullable String recipe() {
      return kind.equals("rule")
          ? Recipes.forFinding(id, null)
          : Recipes.forFinding("ER-" + category(), row == null ? id : row.code());
    }
  }

  /** A row of {@code topics.tsv}: a failure without an answer, a question, or a term. */
  record Topic(
      String id,
      String kind,
      String title,
      Pattern pattern,
      String category,
      String actor,
      String retry,
      String remedy,
      String source) {

    boolean isTerm() {
      return kind.equals("term");
    }
  }

  private static final class Topics {
    static final List<Topic> ALL =
        Stream.concat(TransportCause.all().stream().map(Topics::of), ofTable()).toList();

    private static Topic of(TransportCause it) {
      return new Topic(
          it.id(),
          "transport",
          it.title(),
          it.pattern(),
          "transport",
          it.actor(),
          it.retry(),
          it.remedy(),
          it.source());
    }

    private static Stream<Topic> ofTable() {
      return JarText.read(Answers.class, "topics.tsv")
          .lines()
          .skip(1)
          .map(line -> line.split("\t", COLUMNS))
          .map(
              c ->
                  new Topic(
                      c[0],
                      c[1],
                      c[2],
                      Pattern.compile(c[3], Pattern.CASE_INSENSITIVE),
                      c[4],
                      c[5],
                      c[6],
                      c[7],
                      c[8]));
    }
  }

  private final ErrorCatalog errors;
  private volatile @Nullable List<Sentence> sentences;

  Answers(ErrorCatalog errors) {
    this.errors = errors;
  }

  /** A row with a message, ready to be searched for. */
  private record Sentence(ErrorClass row, Pattern pattern, List<String> words) {}

  /**
   * Returns the answers, the first of which fits best: what is certain comes before what is
   * possible; empty if nothing is known.
   */
  List<Answer> of(String pasted) {
    String text = plain(pasted);
    List<Answer> found = new ArrayList<>();
    Topic term = term(text);
    if (term != null) {
      found.add(Answer.of(term));
    }
    Set<String> codes = codes(text);
    boolean inWords = codes.isEmpty();
    List<Answer> messages = messages(text, codes);
    if (inWords) {
      codes = codesInWords(text);
    }
    found.addAll(messages);
    Set<String> explained = new HashSet<>();
    messages.forEach(answer -> explained.add(answer.id().toLowerCase(Locale.ROOT)));
    List<Answer> topics =
        Topics.ALL.stream()
            .filter(topic -> !topic.isTerm() && topic.pattern().matcher(text).find())
            .map(Answer::of)
            .toList();
    codes.removeIf(code -> explained.contains(code.toLowerCase(Locale.ROOT)));
    if (messages.isEmpty()) {
      // A code is DocuSign's own word; else the topic that says most exactly what happened.
      if (inWords) {
        found.addAll(topics);
      }
      codes.forEach(code -> found.addAll(possible(code)));
      if (!inWords) {
        found.addAll(topics);
      }
    } else {
      codes.forEach(code -> found.addAll(possible(code)));
    }
    if (found.isEmpty()) {
      found.addAll(halves(text));
    }
    return found.stream().distinct().limit(MOST).toList();
  }

  /** Returns the rows of a code, the usual situations first. */
  List<Answer> possible(String code) {
    return errors.find(code).stream()
        .sorted(Comparator.comparingInt(Answers::rarity))
        .map(row -> Answer.of(row, false))
        .toList();
  }

  /**
   * Returns how unusual a situation is: what a log does not show or only one path has comes last.
   */
  private static int rarity(ErrorClass row) {
    int confidence = List.of("high", "medium", "low").indexOf(row.confidence());
    return (isElsewhere(row) ? 100 : 0)
        + (row.condition().isEmpty() ? 0 : 10)
        + (row.messagePattern().isEmpty() ? 0 : 5)
        + Math.max(confidence, 0);
  }

  /** Returns whether a row is of an API that few integrations call. */
  private static boolean isElsewhere(ErrorClass row) {
    return row.api().matches("(soap|salesforce|clm|provider).*");
  }

  private static @Nullable Topic term(String text) {
    Matcher question = QUESTION.matcher(text);
    String asked = question.matches() ? question.group(4).strip() : text;
    for (Topic topic : Topics.ALL) {
      if (topic.isTerm() && topic.pattern().matcher(asked).matches()) {
        return topic;
      }
    }
    return null;
  }

  /** Returns the codes of the catalogue by their names in lower case. */
  private Map<String, String> known() {
    Map<String, String> known = new LinkedHashMap<>();
    for (ErrorClass row : errors.rows()) {
      known.putIfAbsent(row.code().toLowerCase(Locale.ROOT), row.code());
    }
    return known;
  }

  /** Returns the codes that a text writes out as words, such as "user lacks permissions". */
  private Set<String> codesInWords(String text) {
    Set<String> codes = new LinkedHashSet<>();
    String words = " " + letters(text) + " ";
    known()
        .forEach(
            (folded, name) -> {
              if (folded.indexOf('_') > 0 && words.contains(" " + folded.replace('_', ' ') + " ")) {
                codes.add(name);
              }
            });
    return codes;
  }

  /** Returns the codes of the catalogue in a text, in their order. */
  private Set<String> codes(String text) {
    Map<String, String> known = known();
    Set<String> codes = new LinkedHashSet<>();
    Matcher code = CODE.matcher(text);
    while (code.find()) {
      String name = known.get(code.group().toLowerCase(Locale.ROOT));
      if (name != null) {
        codes.add(name);
      }
    }
    return codes;
  }

  /** Returns the rows whose message occurs in a text; of one code the first of the catalogue. */
  private List<Answer> messages(String text, Set<String> codes) {
    List<Answer> found = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    List<Sentence> all = new ArrayList<>(sentences());
    // A row of a code that the text names says more than one of another code.
    all.sort(
        Comparator.comparing((Sentence it) -> !codes.contains(it.row().code()))
            .thenComparing(it -> isElsewhere(it.row())));
    for (Sentence sentence : all) {
      ErrorClass row = sentence.row();
      boolean named = codes.contains(row.code());
      boolean identifies =
          named
              || row.messagePattern().length() >= SENTENCE
              || (row.code().equals("-") && text.contains(row.status()));
      if (identifies
          && !row.api().startsWith("provider")
          && !row.status().startsWith("no response")
          && (named || found.size() < FEW)
          && sentence.pattern().matcher(text).find()
          && (named || codes.isEmpty())
          && seen.add(row.code().toLowerCase(Locale.ROOT))) {
        // Other rows with the same message are of APIs that this text probably is not from.
        found.add(Answer.of(row, named || found.isEmpty()));
      }
    }
    return found;
  }

  /** Returns the rows whose message begins as the text does, or the reverse. */
  private List<Answer> halves(String text) {
    List<String> typed = words(text);
    List<Answer> found = new ArrayList<>();
    String all = " " + String.join(" ", typed) + " ";
    for (Sentence sentence : sentences()) {
      List<String> words = sentence.words();
      String half =
          " "
              + String.join(
                  " ",
                  words.subList(0, Math.max(words.size() / 2, Math.min(words.size(), HALF_WORDS))))
              + " ";
      String whole = " " + String.join(" ", words) + " ";
      boolean begins = typed.size() >= HALF_WORDS && whole.contains(all);
      boolean contains = half.length() >= HALF_LETTERS && all.contains(half);
      if (begins || contains) {
        found.add(Answer.of(sentence.row(), false));
      }
    }
    return found;
  }

  private List<Sentence> sentences() {
    List<Sentence> known = sentences;
    if (known == null) {
      known = new ArrayList<>();
      for (ErrorClass row : errors.rows()) {
        if (!row.messagePattern().isEmpty()) {
          known.add(
              new Sentence(
                  row,
                  Pattern.compile(
                      row.messagePattern().replaceFirst("\\\\\\.$", "\\\\.?"),
                      Pattern.CASE_INSENSITIVE),
                  words(Explanations.sample(row.messagePattern()))));
        }
      }
      sentences = known;
    }
    return known;
  }

  /** Returns the titles of what is nearest in words, at most five; empty if nothing shares one. */
  List<Answer> closest(String pasted) {
    Set<String> wanted = new TreeSet<>(words(plain(pasted)));
    wanted.removeAll(STOP);
    Map<Answer, Integer> scores = new LinkedHashMap<>();
    for (Topic topic : Topics.ALL) {
      score(Answer.of(topic), topic.title() + " " + topic.remedy(), wanted, scores);
    }
    for (ErrorClass row : errors.rows()) {
      String message = Explanations.sample(row.messagePattern());
      score(Answer.of(row, false), row.code() + " " + message + " " + row.remedy(), wanted, scores);
    }
    for (RulePages.Page page : RulePages.all()) {
      Answer rule = new Answer(page.id(), "rule", false, page.title(), null, null);
      score(rule, page.title() + " " + page.title(), wanted, scores);
    }
    for (Recipes.Recipe recipe : Recipes.all()) {
      Answer answer = new Answer(recipe.id(), "recipe", false, recipe.title(), null, null);
      score(answer, recipe.title() + " " + recipe.id(), wanted, scores);
    }
    Set<String> ids = new HashSet<>();
    return scores.entrySet().stream()
        .sorted(Map.Entry.<Answer, Integer>comparingByValue().reversed())
        .map(Map.Entry::getKey)
        .filter(answer -> ids.add(answer.id()))
        .limit(MOST_CLOSEST)
        .toList();
  }

  private static void score(
      Answer answer, String text, Set<String> wanted, Map<Answer, Integer> scores) {
    Set<String> words = new HashSet<>(words(text));
    words.retainAll(wanted);
    int score = words.stream().mapToInt(String::length).sum();
    // A single word of many in common says nothing, and neither does a short one.
    if (words.size() >= Math.min(2, wanted.size()) && score > HALF_WORDS) {
      scores.put(answer, score);
    }
  }

  private static String letters(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", " ").strip();
  }

  private static List<String> words(String text) {
    String letters = letters(text);
    return letters.isEmpty() ? List.of() : Arrays.asList(letters.split(" "));
  }

  /**
   * Returns a text as its author meant it: without the escapes of JSON, HTML and PHP, without marks
   * of quotation around it, and with single blanks.
   */
  static String plain(String pasted) {
    String text = pasted;
    if (text.length() > MAX_LENGTH) {
      int half = MAX_LENGTH / 2;
      text = text.substring(0, half) + " " + text.substring(text.length() - half);
    }
    text = text.replaceAll("\\\\u([0-9a-fA-F]{4})", " ").replaceAll("\\\\[nrt]", " ");
    text = text.replaceAll("\\\\+([\"'/\\\\])", "$1");
    text =
        text.replaceAll("(?i)&quot;|&#34;|&#x22;", "\"").replaceAll("(?i)&#39;|&apos;|&#x27;", "'");
    text =
        text.replaceAll("(?i)&lt;", "<").replaceAll("(?i)&gt;", ">").replaceAll("(?i)&amp;", "&");
    text =
        text.replaceAll("[\u2018\u2019\u00b4`]", "'")
            .replaceAll("[\u201c\u201d\u201e\u00ab\u00bb]", "\"");
    text = text.replaceAll("\\bs:\\d+:(?=\")", "").replaceAll("O:\\d+:\"stdClass\":\\d+:", "");
    text = text.replaceAll("[\\s\u00a0]+", " ").strip();
    return text.replaceAll("^[\"'`]+|[\"'`]+$", "").strip();
  }
}
