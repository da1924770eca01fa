package org.golivecheck.call;

import java.util.List;
import java.util.regex.Pattern;
import org.golivecheck.text.JarText;

/** Why a request gets no response, as HTTP clients word it: a row of {@code causes.tsv}. */
public final class TransportCause {

  /** The id that stands for a cause that the log does not show. */
  public static final String UNKNOWN = "unknown";

  /** Enough for the words of a client; more is a body. */
  private static final int MAX_TEXT = 8192;

  private static final class Table {
    static final List<TransportCause> ALL =
        JarText.read(TransportCause.class, "causes.tsv")
            .lines()
            .map(row -> new TransportCause(row.split("\t", -1)))
            .toList();
  }

  private final String[] cells;
  private final Pattern pattern;

  private TransportCause(String[] cells) {
    this.cells = cells;
    pattern = Pattern.compile(cells[2], Pattern.CASE_INSENSITIVE);
  }

  /** Returns the stable id, such as {@code time-out}. */
  public String id() {
    return cells[0];
  }

  /** Returns what happened, with an initial capital and no full stop. */
  public String title() {
    return cells[1];
  }

  /** Returns what finds the words of clients. */
  public Pattern pattern() {
    return pattern;
  }

  /** Returns who has to act. */
  public String actor() {
    return cells[3];
  }

  /** Returns whether to repeat the request. */
  public String retry() {
    return cells[4];
  }

  /** Returns what to do. */
  public String remedy() {
    return cells[5];
  }

  /** Returns where this is from. */
  public String source() {
    return cells[6];
  }

  /** Returns all causes; the first one that fits a text says most exactly what happened. */
  public static List<TransportCause> all() {
    return Table.ALL;
  }

  /** Returns the id of the cause that a text of a client names, or {@link #UNKNOWN}. */
  public static String idOf(String text) {
    String head = text.substring(0, Math.min(text.length(), MAX_TEXT));
    return head.isBlank()
        ? UNKNOWN
        : all().stream()
            .filter(cause -> cause.pattern.matcher(head).find())
            .map(TransportCause::id)
            .findFirst()
            .orElse(UNKNOWN);
  }
}
