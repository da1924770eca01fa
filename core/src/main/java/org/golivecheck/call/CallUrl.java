package org.golivecheck.call;

import java.util.Locale;
import java.util.Objects;
import org.golivecheck.text.Ascii;
import org.jspecify.annotations.Nullable;

/**
 * The URL of a call, split into the parts that rules compare.
 *
 * <p>Any text is accepted, because logs contain much that {@code java.net.URI} would refuse. Ports
 * are dropped, because a request log often shows an internal one; so are user names, passwords and
 * fragments.
 */
public final class CallUrl {
  private final boolean plainHttp;
  private final String host;
  private final String path;
  private final @Nullable String query;

  private CallUrl(boolean plainHttp, String host, String path, @Nullable String query) {
    this.plainHttp = plainHttp;
    this.host = host;
    this.path = path;
    this.query = query;
  }

  /**
   * Returns the parts of an absolute URL, or of a path with an optional query. The scheme may be
   * missing before a domain name.
   *
   * @param text the URL as logged
   * @return its parts; the host is empty if the text has none, the path is never empty
   */
  public static CallUrl parse(String text) {
    int authority = startOfAuthority(text);
    int start = authority < 0 ? 0 : endOfAuthority(text, authority);
    String host = authority < 0 ? "" : hostOf(text.substring(authority, start));
    int fragment = text.indexOf('#', start);
    int end = fragment < 0 ? text.length() : fragment;
    int question = text.indexOf('?', start);
    if (question < 0 || question > end) {
      question = end;
    }
    String path = text.substring(start, question);
    String query = question < end ? text.substring(question + 1, end) : null;
    return new CallUrl(
        authority > 0 && isPlainHttp(text, authority, start),
        host,
        path.startsWith("/") ? path : "/" + path,
        query);
  }

  /** An internal port belongs to a hop inside DocuSign, which the client did not choose. */
  private static boolean isPlainHttp(String text, int authority, int end) {
    if (!Ascii.startsWith(text, "http://")) {
      return false;
    }
    int colon = text.indexOf(':', authority);
    return colon < 0 || colon > end || text.substring(colon, end).equals(":80");
  }

  /** Returns where the authority starts, or -1 for a path. */
  private static int startOfAuthority(String text) {
    int scheme = text.indexOf("://");
    if (scheme > 0 && endOfAuthority(text, 0) > scheme) {
      return scheme + 3;
    }
    int start = text.startsWith("//") ? 2 : 0;
    return looksLikeHost(text, start, endOfAuthority(text, start)) ? start : -1;
  }

  /** Returns whether a region is a domain name: access logs often lack the scheme. */
  private static boolean looksLikeHost(String text, int start, int end) {
    int colon = text.indexOf(':', start);
    int nameEnd = colon < 0 || colon > end ? end : colon;
    int dot = text.lastIndexOf('.', nameEnd - 1);
    if (dot <= start || nameEnd - dot < 3) {
      return false;
    }
    for (int i = start; i < nameEnd; i++) {
      char c = text.charAt(i);
      boolean letter = Ascii.isLetter(c);
      if (!letter && (i > dot || !(Ascii.isDigit(c) || c == '-' || c == '.'))) {
        return false;
      }
    }
    return true;
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

  /** Returns a URL of the same host. */
  public CallUrl withPathAndQuery(String otherPath, @Nullable String otherQuery) {
    return new CallUrl(plainHttp, host, otherPath, otherQuery);
  }

  /** Returns the same URL with another path. */
  public CallUrl withPath(String other) {
    return new CallUrl(plainHttp, host, other, query);
  }

  /**
   * Returns the host of a header value such as {@code Referer} or {@code Origin}.
   *
   * @param url an absolute URL, or null
   * @return the host in lower case without its port; empty if there is none
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

  /** Returns whether the log shows that the call was not encrypted: {@code http://}. */
  public boolean plainHttp() {
    return plainHttp;
  }

  /** Returns the scheme with its colon and slashes; {@code https://} where the log shows none. */
  public String scheme() {
    return plainHttp ? "http://" : "https://";
  }

  /** Returns the host in lower case without a port; empty if the log shows only a path. */
  public String host() {
    return host;
  }

  /** Returns whether the host has a dot-separated label. */
  boolean hostHasLabel(String label) {
    int at = host.indexOf(label);
    while (at >= 0) {
      int end = at + label.length();
      if ((at == 0 || host.charAt(at - 1) == '.')
          && (end == host.length() || host.charAt(end) == '.')) {
        return true;
      }
      at = host.indexOf(label, at + 1);
    }
    return false;
  }

  /** Returns the path as logged, beginning with a slash, without the query. */
  public String path() {
    return path;
  }

  /** Returns the query as logged without the question mark, or null if there is none. */
  public @Nullable String query() {
    return query;
  }

  /** Returns host, path and query as one text. Two calls are the same if this text is. */
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
