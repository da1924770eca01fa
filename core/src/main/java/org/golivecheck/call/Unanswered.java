package org.golivecheck.call;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Requests to a host that got no response for one reason. They are not calls, so the review does
 * not see them.
 *
 * @param host the host, in lower case; empty if the log does not show it
 * @param cause the id of a {@link TransportCause}, or {@link TransportCause#UNKNOWN}
 * @param source where the first of them is, such as {@code app.log:12}
 * @param count how many there are
 */
public record Unanswered(String host, String cause, String source, long count) {
  private static final Comparator<String> PLACES =
      Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

  /**
   * Returns one request without a response.
   *
   * @param url its URL, or null if unknown
   * @param text what the client says of the failure; may be empty
   * @param source where it is
   */
  public static Unanswered of(@Nullable String url, String text, String source) {
    return new Unanswered(CallUrl.hostOfUrl(url), TransportCause.idOf(text), source, 1);
  }

  /** Returns one for each host and cause, sorted. Does not depend on the order. */
  public static List<Unanswered> summed(List<Unanswered> all) {
    Map<String, Unanswered> sums = new TreeMap<>();
    all.forEach(each -> sums.merge(each.host + ' ' + each.cause, each, Unanswered::plus));
    return List.copyOf(sums.values());
  }

  private Unanswered plus(Unanswered other) {
    String first = PLACES.compare(source, other.source) <= 0 ? source : other.source;
    return new Unanswered(host, cause, first, count + other.count);
  }
}
