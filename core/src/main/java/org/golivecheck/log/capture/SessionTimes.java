package org.golivecheck.log.capture;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.golivecheck.log.text.LogTime;
import org.golivecheck.log.text.LogTimes;
import org.jspecify.annotations.Nullable;

/**
 * The times that Fiddler notes of an exchange.
 *
 * @param begun when the client began to send, or null
 * @param done when the client had the response, or Fiddler had it; null if neither is noted
 */
record SessionTimes(@Nullable LogTime begun, @Nullable LogTime done) {
  static final SessionTimes NONE = new SessionTimes(null, null);

  private static final long LONGEST_NANOS = 86_400_000_000_000L;

  static SessionTimes parse(byte[] xml) {
    String text = new String(xml, StandardCharsets.UTF_8);
    LogTime client = timer(text, "ClientDoneResponse");
    return new SessionTimes(
        timer(text, "ClientBeginRequest"),
        client != null ? client : timer(text, "ServerDoneResponse"));
  }

  private static @Nullable LogTime timer(String xml, String name) {
    int at = xml.indexOf(' ' + name + '=');
    int from = at + name.length() + 3;
    if (at < 0 || from > xml.length()) {
      return null;
    }
    int end = xml.indexOf(xml.charAt(from - 1), from);
    String text = end < 0 ? "" : xml.substring(from, end);
    // Year 1 stands for a time that never came.
    return text.startsWith("0001-") ? null : LogTimes.value(text);
  }

  /** Returns how long the exchange took, or null where that is not known. */
  @Nullable Duration took() {
    if (begun == null || done == null) {
      return null;
    }
    long nanos = done.nanosSince(begun);
    return nanos < 0 || nanos > LONGEST_NANOS ? null : Duration.ofNanos(nanos);
  }
}
