package org.golivecheck.ready;

import java.util.ArrayList;
import java.util.List;
import org.golivecheck.redaction.Redactor;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.GoLiveReport.NextStep;
import org.golivecheck.text.JarText;
import org.jspecify.annotations.Nullable;

/**
 * The steps to production, each answered. Immutable.
 *
 * @param items the steps in order
 */
public record Checklist(List<Item> items) {

  /** The parts of the checklist. */
  public enum Stage {
    /** Whether there has to be a review at all. */
    NEED("Do you need Go-Live?"),
    /** What the review presupposes. */
    BEFORE("Before the review"),
    /** What the review asks for since October 2025. */
    REVIEW("The review"),
    /** What is to be done in production. */
    AFTER("After the review");

    private final String heading;

    Stage(String heading) {
      this.heading = heading;
    }

    /** Returns the heading of the part. */
    public String heading() {
      return heading;
    }
  }

  /** Whether a step is done. */
  public enum Answer {
    /** The log or the configuration shows that it is. */
    MET("met"),
    /** The log or the configuration shows that it is not. */
    NOT_MET("not-met"),
    /** Only a person knows. */
    ASK("ask");

    private final String id;

    Answer(String id) {
      this.id = id;
    }

    /** Returns the name used in reports. */
    public String id() {
      return id;
    }
  }

  /**
   * One step.
   *
   * @param id its name, which does not change
   * @param stage the part of the checklist
   * @param title what it is about
   * @param answer whether it is
   * @param who who knows or has to act
   * @param why what the answer rests on, or why the step is necessary
   * @param next what to do
   * @param source the page that says so
   * @param link the link of consent to open, with a named blank for each unknown part, or null
   */
  public record Item(
      String id,
      Stage stage,
      String title,
      Answer answer,
      String who,
      String why,
      String next,
      String source,
      @Nullable String link) {}

  /**
   * A row of the table: an item before it is answered.
   *
   * @param answerable whether the configuration can answer it: {@code y} by yes or no, {@code v} by
   *     a value, {@code -} not at all
   */
  record Row(
      String id,
      Stage stage,
      String answerable,
      String who,
      String title,
      String why,
      String next,
      String source) {}

  private static final class Rows {
    static final List<Row> ALL =
        List.of(parsed(JarText.read(Checklist.class, "items.tsv").split("\n", 0)));

    private static Row[] parsed(String[] lines) {
      Row[] rows = new Row[lines.length];
      for (int i = 0; i < lines.length; i++) {
        rows[i] = parse(lines[i]);
      }
      return rows;
    }

    private static Row parse(String line) {
      String[] cells = line.split("\t", -1);
      return new Row(
          cells[0],
          Stage.valueOf(cells[1]),
          cells[2],
          cells[3],
          cells[4],
          cells[5],
          cells[6],
          cells[7]);
    }
  }

  private static final String GO_LIVE_NEEDED = "go-live-needed";

  /** Copies the list. */
  public Checklist {
    items = List.copyOf(items);
  }

  /**
   * Answers the checklist.
   *
   * @param report the report on the log, or null if no log was read
   * @param seen the calls of the log
   * @param known what people have answered
   * @param redactor for what comes from a log
   */
  public static Checklist of(
      @Nullable GoLiveReport report, SeenCalls seen, Known known, Redactor redactor) {
    Answers answers = new Answers(report, seen, known, redactor);
    List<Row> rows = Rows.ALL;
    if (Boolean.FALSE.equals(known.answers().get(GO_LIVE_NEEDED))) {
      return new Checklist(List.of(answers.notNeeded(rows.get(0))));
    }
    return new Checklist(rows.stream().map(answers::item).toList());
  }

  /**
   * An item that the configuration answers by yes or no.
   *
   * @param id its name
   * @param title what it is about
   */
  public record Question(String id, String title) {}

  /** Returns the items that the configuration answers by yes or no, in order. */
  public static List<Question> questions() {
    return Rows.ALL.stream()
        .filter(row -> row.answerable().equals("y"))
        .map(row -> new Question(row.id(), row.title()))
        .toList();
  }

  /** Returns whether nothing is known to be undone. */
  public boolean complete() {
    return items.stream().noneMatch(item -> item.answer() == Answer.NOT_MET);
  }

  /** Returns the items of a part. */
  public List<Item> of(Stage stage) {
    return items.stream().filter(item -> item.stage() == stage).toList();
  }

  /** Returns how many items have an answer. */
  public long count(Answer answer) {
    return items.stream().filter(item -> item.answer() == answer).count();
  }

  /**
   * Returns what to do after a log has passed, in order: the open items of the review and of the
   * time after it that a person answers.
   *
   * @param report the report on the log
   * @param seen the calls of the log, as far as they were looked at
   * @param known what people have answered
   * @param most how many items at most
   */
  public static List<NextStep> next(GoLiveReport report, SeenCalls seen, Known known, int most) {
    Answers answers = new Answers(report, seen, known, new Redactor());
    List<NextStep> next = new ArrayList<>();
    for (Row row : Rows.ALL) {
      boolean later = row.stage() == Stage.REVIEW || row.stage() == Stage.AFTER;
      if (later && !row.answerable().equals("-") && next.size() < most) {
        Item item = answers.item(row);
        if (item.answer() != Answer.MET) {
          next.add(new NextStep(item.who(), item.title() + ": " + item.next()));
        }
      }
    }
    return next;
  }
}
