package org.golivecheck.call;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The URL of a call, cut into the parts that rules compare.
 *
 * <p>Any text is accepted: what a log holds is never refused here, and {@code java.net.URI} would
 * refuse much of it. Ports are dropped, because a request log often shows an internal one; so are
 * user names, passwords and fragments.
 */
public final class CallUrl {
  private final String host;
  private final String path;
  private final @Nullable String query;

  private CallUrl(String host, String path, @Nullable String query) {
    this.host = host;
    this.path = path;
    this.query = query;
  }

  /**
   * Returns the parts of an absolute URL, or of a path with an optional query.
   *
   * @param text the URL as logged
   * @return its parts; the host is empty where the text has none, the path is never empty
   */
  public static CallUrl parse(String text) {
    int start = 0;
    String host = "";
    int scheme = text.indexOf("://");
    if (scheme > 0 && text.lastIndexOf('/', scheme - 1) < 0 && text.lastIndexOf('?', scheme) < 0) {
      start = scheme + 3;
      int end = endOfAuthority(text, start);
      host = hostOf(text.substring(start, end));
      start = end;
    }
    int fragment = text.indexOf('#', start);
    int end = fragment < 0 ? text.length() : fragment;
    int question = text.indexOf('?', start);
    if (question < 0 || question > end) {
      question = end;
    }
    String path = text.substring(start, question);
    String query = question < end ? text.substring(question + 1, end) : null;
    return new CallUrl(host, path.startsWith("/") ? path : "/" + path, query);
  }

  private static int endOfAuthority(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '/' || c == '?' || c == '#') {
        return i;
      }
    }
    return text.length();
  }

  /**
   * Returns the host of a header value such as {@code Referer} or {@code Origin}.
   *
   * @param url an absolute URL, or null
   * @return the host in lower case without its port; empty where there is none
   */
  public static String hostOfUrl(@Nullable String url) {
    return url == null ? "" : parse(url.strip()).host();
  }

  private static String hostOf(String authority) {
    String host = authority.substring(authority.lastIndexOf('@') + 1);
    int bracket = host.lastIndexOf(']');
    int colon = host.indexOf(':', Math.max(bracket, 0));
    if (colon >= 0) {
      host = host.substring(0, colon);
    }
    return host.toLowerCase(Locale.ROOT);
  }

  /** Returns the host in lower case without a port; empty where the log gives a path alone. */
  public String host() {
    return host;
  }

  /** Returns the path as logged, beginning with a slash, without the query. */
  public String path() {
    return path;
  }

  /** Returns the query as logged without the question mark, or null where there is none. */
  public @Nullable String query() {
    return query;
  }

  /** Returns host, path and query in one text, by which two calls are the same or not. */
  @Override
  public String toString() {
    String base = host.isEmpty() ? path : "https://" + host + path;
    return query == null ? base : base + "?" + query;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CallUrl that
        && host.equals(that.host)
        && path.equals(that.path)
        && Objects.equals(query, that.query);
  }

  @Override
  public int hashCode() {
    return Objects.hash(host, path, query);
  }
}
