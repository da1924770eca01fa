package org.golivecheck.log.record;

import org.jspecify.annotations.Nullable;

/**
 * The request, as far as a record shows it.
 *
 * @param method the HTTP method in upper case, or null where the record has none
 * @param url the absolute URL or a path, or null where the record has neither
 */
record RecordRequest(@Nullable String method, @Nullable String url) {
  private static final int LONGEST_METHOD = 7;

  static RecordRequest of(RecordValues values) {
    String line = values.get(RecordField.REQUEST_LINE);
    String method = method(values.get(RecordField.METHOD));
    String url = url(values);
    if (line != null && (method == null || url == null)) {
      int blank = line.indexOf(' ');
      String ofLine = blank < 0 ? null : method(line.substring(0, blank));
      if (ofLine != null) {
        method = method == null ? ofLine : method;
        url = url == null ? withHost(target(line, blank + 1), values) : url;
      }
    }
    return new RecordRequest(method, url);
  }

  private static @Nullable String target(String line, int from) {
    int end = line.indexOf(' ', from);
    String target = end < 0 ? line.substring(from) : line.substring(from, end);
    return isUrl(target) ? target : null;
  }

  private static @Nullable String url(RecordValues values) {
    String url = values.get(RecordField.URL);
    if (url != null && isUrl(url)) {
      return withHost(withQuery(url, values), values);
    }
    String path = values.get(RecordField.PATH);
    if (path == null || !path.startsWith("/")) {
      return null;
    }
    return withHost(withQuery(path, values), values);
  }

  private static String withQuery(String url, RecordValues values) {
    String query = values.get(RecordField.QUERY);
    if (query == null || url.indexOf('?') >= 0) {
      return url;
    }
    return url + (query.startsWith("?") ? "" : "?") + query;
  }

  private static @Nullable String withHost(@Nullable String url, RecordValues values) {
    String host = values.get(RecordField.HOST);
    boolean lacks = url != null && url.startsWith("/") && !url.startsWith("//");
    if (!lacks || host == null) {
      return url;
    }
    // Recorders keep the base URL in its place.
    String name = host.replaceFirst("^https?://", "").replaceFirst("(?::443)?/?$", "");
    return isHost(name) ? "https://" + name + url : url;
  }

  /** Returns whether a text names a host of a network, and not the machine that wrote the log. */
  private static boolean isHost(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c == '/' || c == '?' || c == '#' || c == '@') {
        return false;
      }
    }
    return text.indexOf('.') > 0 || text.startsWith("localhost") || text.startsWith("[");
  }

  private static boolean isUrl(String text) {
    if (text.startsWith("/")) {
      return true;
    }
    int scheme = text.indexOf("://");
    if (scheme > 0 && scheme < 8) {
      return true;
    }
    int slash = text.indexOf('/');
    int dot = text.indexOf('.');
    return dot > 0 && slash > dot && text.indexOf(' ') < 0;
  }

  /** Returns a method in upper case; null for anything else, such as the name of a function. */
  static @Nullable String method(@Nullable String given) {
    int blank = given == null ? -1 : given.indexOf(' ');
    // Application Insights has the path after it.
    String text = given == null || blank < 0 ? given : given.substring(0, blank);
    if (text == null || text.length() < 3 || text.length() > LONGEST_METHOD) {
      return null;
    }
    return switch (upper(text)) {
      case "GET" -> "GET";
      case "POST" -> "POST";
      case "PUT" -> "PUT";
      case "DELETE" -> "DELETE";
      case "PATCH" -> "PATCH";
      case "HEAD" -> "HEAD";
      case "OPTIONS" -> "OPTIONS";
      default -> null;
    };
  }

  private static String upper(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 'Z') {
        return text.toUpperCase(java.util.Locale.ROOT);
      }
    }
    return text;
  }
}
