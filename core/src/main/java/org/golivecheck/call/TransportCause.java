package org.golivecheck.call;

import java.util.List;
import java.util.regex.Pattern;
import org.golivecheck.text.JarText;

/**
 * Why a request gets no response, as HTTP clients word it.
 *
 * @param id its stable id, such as {@code time-out}
 * @param title what happened, with an initial capital and no full stop
 * @param pattern finds the words of clients
 * @param actor who has to act
 * @param retry whether to repeat the request
 * @param remedy what to do
 * @param source where this is from
 */
public record TransportCause(
    String id,
    String title,
    Pattern pattern,
    String actor,
    String retry,
    String remedy,
    String source) {

  /** The id that stands for a cause that the log does not show. */
  public static final String UNKNOWN = "unknown";

  /** Enough for the words of a client; more is a body. */
  private static final int MAX_TEXT = 8192;

  private static final class Table {
    static final List<TransportCause> ALL =
        JarText.read(TransportCause.class, "causes.tsv")
            .lines()
            .map(row -> row.split("\t", -1))
            .map(
                c ->
                    new TransportCause(
                        c[0],
                        c[1],
                        Pattern.compile(c[2], Pattern.CASE_INSENSITIVE),
                        c[3],
                        c[4],
                        c[5],
                        c[6]))
            .toList();
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
