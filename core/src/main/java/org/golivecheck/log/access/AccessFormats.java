package org.golivecheck.log.access;

import java.util.List;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.record.RecordField;
import org.golivecheck.log.record.RecordValues;
import org.golivecheck.log.text.LineFeeds;
import org.golivecheck.log.text.LogTimes;
import org.jspecify.annotations.Nullable;

/** The formats of access logs: the usual ones, and those that a user gives. */
public final class AccessFormats {
  private static final String COMBINED =
      "$remote_addr - $remote_user [$time_local] \"$request\" $status $body_bytes_sent"
          + " \"$http_referer\" \"$http_user_agent\"";
  private static final String COMMON =
      "$remote_addr $ident $remote_user [$time_local] \"$request\" $status $body_bytes_sent";
  private static final String VHOST_COMBINED =
      "$host:$server_port " + COMBINED.replace(" - ", " $ident ");
  private static final String ENVOY =
      "[%START_TIME%] \"%REQ(:METHOD)% %REQ(X-ENVOY-ORIGINAL-PATH?:PATH)% %PROTOCOL%\""
          + " %RESPONSE_CODE% %RESPONSE_FLAGS% %BYTES_RECEIVED% %BYTES_SENT% %DURATION%"
          + " %RESP(X-ENVOY-UPSTREAM-SERVICE-TIME)% \"%REQ(X-FORWARDED-FOR)%\""
          + " \"%REQ(USER-AGENT)%\" \"%REQ(X-REQUEST-ID)%\" \"%REQ(:AUTHORITY)%\""
          + " \"%UPSTREAM_HOST%\"";

  /** Istio's default. */
  private static final String ISTIO =
      "[%START_TIME%] \"%REQ(:METHOD)% %REQ(X-ENVOY-ORIGINAL-PATH?:PATH)% %PROTOCOL%\""
          + " %RESPONSE_CODE% %RESPONSE_FLAGS% %RESPONSE_CODE_DETAILS%"
          + " %CONNECTION_TERMINATION_DETAILS% \"%UPSTREAM_TRANSPORT_FAILURE_REASON%\""
          + " %BYTES_RECEIVED% %BYTES_SENT% %DURATION% %RESP(X-ENVOY-UPSTREAM-SERVICE-TIME)%"
          + " \"%REQ(X-FORWARDED-FOR)%\" \"%REQ(USER-AGENT)%\" \"%REQ(X-REQUEST-ID)%\""
          + " \"%REQ(:AUTHORITY)%\" \"%UPSTREAM_HOST%\"";

  /** With {@code option httplog}; before it is what syslog writes. */
  private static final String HAPROXY =
      "$client [$started] $frontend $backend $tq/$tw/$tc/$tr/$duration_ms $status $bytes $c1 $c2"
          + " $flags $conns $queues \"$request\"";

  /** AWS's Application Load Balancer. Its target responds when DocuSign does. */
  private static final String ALB =
      "$type $time app/$elb $client $target $t1 $duration_seconds $t3 $status $code $received $sent"
          + " \"$request\" \"$user_agent\"";

  /** The formats that are tried, the more specific ones first. */
  static final List<AccessFormat> KNOWN =
      List.of(
          EnvoySyntax.parse(ISTIO),
          EnvoySyntax.parse(ENVOY),
          NginxSyntax.parse("$syslog haproxy[$pid]: " + HAPROXY),
          NginxSyntax.parse(HAPROXY),
          NginxSyntax.parse(ALB),
          NginxSyntax.parse(VHOST_COMBINED),
          NginxSyntax.parse(COMBINED.replace(" - ", " $ident ")),
          NginxSyntax.parse(COMMON));

  private AccessFormats() {}

  /**
   * Returns the format that a user gives, in the syntax of nginx, Apache or Envoy, with or without
   * the directive around it.
   *
   * @throws IllegalArgumentException if its lines do not show what every call has; the message says
   *     what is missing
   */
  static AccessFormat parse(String given) {
    String format = withoutDirective(given.strip());
    if (EnvoySyntax.isOf(format)) {
      return EnvoySyntax.parse(format);
    }
    return format.indexOf('$') >= 0 ? NginxSyntax.parse(format) : ApacheSyntax.parse(format);
  }

  /**
   * Checks a format that a user gives.
   *
   * @throws IllegalArgumentException if its lines do not show what every call has
   */
  public static void check(String given) {
    parse(given);
  }

  /** Returns the text in the quotes of {@code log_format} or {@code LogFormat}. */
  private static String withoutDirective(String given) {
    boolean nginx = given.startsWith("log_format ");
    if (!nginx && !given.startsWith("LogFormat ") && !given.startsWith("CustomLog ")) {
      return given;
    }
    StringBuilder format = new StringBuilder();
    for (int at = 0; at < given.length(); at++) {
      char quote = given.charAt(at);
      if (quote == '\'' || quote == '"') {
        int start = at + 1;
        at = start;
        while (at < given.length() && given.charAt(at) != quote) {
          at += given.charAt(at) == '\\' ? 2 : 1;
        }
        format.append(given, start, Math.min(at, given.length()));
        if (!nginx) {
          return format.toString();
        }
      }
    }
    return format.toString();
  }

  /** Returns the format of the first line that has one, or null if none has. */
  static @Nullable AccessFormat format(byte[] head, int length, FormatOptions options) {
    String given = options.logFormat();
    List<AccessFormat> formats =
        given == null ? AccessFormats.KNOWN : List.of(AccessFormats.parse(given));
    RecordValues values = new RecordValues();
    TimeCell time = new TimeCell();
    int from = 0;
    while (from < length) {
      int end = LineFeeds.end(head, from, length);
      int to = end > from && head[end - 1] == '\r' ? end - 1 : end;
      for (AccessFormat format : formats) {
        values.clear();
        time.clear();
        if (format.match(head, from, to, values, time) >= 0 && isCall(values, time)) {
          return format;
        }
      }
      from = end + 1;
    }
    return null;
  }

  /** Returns whether a line of a format has what every call has. */
  static boolean isCall(RecordValues values, TimeCell time) {
    String line = values.get(RecordField.REQUEST_LINE);
    String url = values.get(RecordField.URL);
    String path = values.get(RecordField.PATH);
    String status = values.get(RecordField.STATUS);
    boolean asked =
        (line != null && line.indexOf(" /") > 0)
            || (line != null && line.contains(" http"))
            || (url != null && url.indexOf('/') >= 0)
            || (path != null && path.startsWith("/"));
    boolean timed = time.isRead() || isTime(values.get(RecordField.STARTED));
    boolean responded = status != null && !status.isEmpty() && Character.isDigit(status.charAt(0));
    return asked && responded && (timed || isTime(values.get(RecordField.TIMESTAMP)));
  }

  private static boolean isTime(@Nullable String text) {
    return text != null && LogTimes.value(text) != null;
  }
}
