package org.golivecheck.cli.fetch;

import static org.golivecheck.cli.fetch.FetchException.Kind.LIMIT;
import static org.golivecheck.cli.fetch.FetchException.Kind.REFUSED;
import static org.golivecheck.cli.fetch.FetchException.Kind.UNAVAILABLE;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What a reply without success means: whether to wait and ask again, and what to tell the user. */
final class Refusal {
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int PROXY_UNAUTHORIZED = 407;
  private static final int TIMEOUT = 408;
  private static final int TOO_MANY = 429;
  private static final int TRAFFIC_BLOCK = 444;
  private static final int SERVER_ERROR = 500;
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Reply reply;
  private final String host;
  private final Instant now;

  Refusal(Reply reply, String host, Instant now) {
    this.reply = reply;
    this.host = host;
    this.now = now;
  }

  /** Returns whether another token may be accepted. */
  boolean isOfToken() {
    return reply.status() == UNAUTHORIZED && !isOfPermission();
  }

  /** Returns how long to wait before asking again, or null where that would not help. */
  @Nullable Duration pause(Duration backoff) {
    if (isHourlyLimit()) {
      return reply.limits().untilReset(now);
    }
    if (isLimit()) {
      OptionalLong seconds = retryAfter();
      return seconds.isPresent() ? Duration.ofSeconds(seconds.getAsLong()) : CallLimits.BURST;
    }
    return isFault() ? backoff : null;
  }

  /** Returns the failure to end with. */
  FetchException failure() {
    if (isHourlyLimit()) {
      Duration pause = reply.limits().untilReset(now);
      return new FetchException(
          LIMIT,
          "the account has used up its calls of this hour ("
              + reply.summary()
              + "); fetch after "
              + MINUTE.format(now.plus(pause))
              + " UTC, and see which application makes so many calls",
          pause);
    }
    if (isLimit()) {
      return new FetchException(
          LIMIT,
          "the account makes more calls at a time than DocuSign allows ("
              + reply.summary()
              + "); fetch when the integration is quiet, or less often",
          CallLimits.BURST);
    }
    if (isOfPermission()) {
      return failure(
          REFUSED,
          "the user of the access token may not read request logs ("
              + reply.summary()
              + "); ask the account administrator for the permission, or use another user's token");
    }
    if (reply.status() == PROXY_UNAUTHORIZED) {
      return failure(
          REFUSED,
          "the proxy wants a user name and a password (407); write them into HTTPS_PROXY as"
              + " http://USER:PASSWORD@HOST:PORT");
    }
    if (reply.status() == UNAUTHORIZED) {
      return failure(
          REFUSED,
          "DocuSign refuses the access token ("
              + reply.summary()
              + "): it is expired, revoked, or of another environment than "
              + host
              + "; get a new one");
    }
    return other();
  }

  private FetchException other() {
    String summary = reply.summary();
    if (reply.status() == NOT_FOUND) {
      return failure(
          REFUSED,
          "there are no request logs at "
              + host
              + " ("
              + summary
              + "); check --base-uri, which is https://demo.docusign.net in the developer"
              + " environment");
    }
    if (isFault()) {
      return failure(
          UNAVAILABLE, host + " does not work as it should (" + summary + "); try again later");
    }
    if (reply.status() < 400) {
      return failure(
          REFUSED, host + " points elsewhere (" + summary + "); check --base-uri for a mistake");
    }
    return failure(REFUSED, host + " refuses (" + summary + "); golive-check explain CODE helps");
  }

  private boolean isOfPermission() {
    return reply.status() == FORBIDDEN
        || reply.errorSays("LACKS_PERMISSION")
        || reply.errorSays("NOT_ACCOUNT_ADMIN");
  }

  private boolean isHourlyLimit() {
    return reply.errorSays("HOURLY_")
        || (reply.status() == TOO_MANY
            && reply.limits().hourlyRemaining().orElse(Long.MAX_VALUE) <= 0);
  }

  private boolean isLimit() {
    return isHourlyLimit() || reply.status() == TOO_MANY || reply.errorSays("BURST_");
  }

  private boolean isFault() {
    return reply.status() >= SERVER_ERROR
        || reply.status() == TIMEOUT
        || reply.status() == TRAFFIC_BLOCK;
  }

  private OptionalLong retryAfter() {
    try {
      return reply.headers().firstValueAsLong("Retry-After");
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  private static FetchException failure(FetchException.Kind kind, String message) {
    return new FetchException(kind, message);
  }
}
