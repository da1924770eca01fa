package org.golivecheck.cli.fetch;

import static org.golivecheck.cli.fetch.FetchException.Kind.LIMIT;
import static org.golivecheck.cli.fetch.FetchException.Kind.REFUSED;
import static org.golivecheck.cli.fetch.FetchException.Kind.UNAVAILABLE;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalLong;
import javax.net.ssl.SSLException;
import org.golivecheck.cli.fetch.Connection.TooLargeException;
import org.jspecify.annotations.Nullable;

/**
 * What a failed request means, with or without a reply: whether to wait and ask again, and what the
 * message says.
 */
final class Refusal {
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int PROXY_UNAUTHORIZED = 407;
  private static final int TIMEOUT = 408;
  private static final int TOO_MANY = 429;
  private static final int TRAFFIC_BLOCK = 444;
  private static final int SERVER_ERROR = 500;
  private static final Duration DAY = Duration.ofDays(1);
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
      return limitPause();
    }
    return isFault() ? backoff : null;
  }

  /** A time that makes no sense is as good as none. */
  private Duration limitPause() {
    OptionalLong seconds = reply.number("Retry-After");
    boolean sensible = seconds.orElse(-1) >= 0 && seconds.getAsLong() <= DAY.toSeconds();
    return sensible ? Duration.ofSeconds(seconds.getAsLong()) : Reply.Limits.BURST;
  }

  /** Returns the failure to end with. */
  FetchException failure() {
    if (isHourlyLimit()) {
      Duration pause = reply.limits().untilReset(now);
      return new FetchException(
          LIMIT,
          ("the account has used up its calls of this hour (%s); fetch after %s UTC, and "
                  + "see which application makes so many calls")
              .formatted(reply.summary(), MINUTE.format(now.plus(pause))),
          pause);
    }
    if (isLimit()) {
      return new FetchException(
          LIMIT,
          "the account makes more calls at a time than DocuSign allows ("
              + reply.summary()
              + "); fetch when the integration is quiet, or less often",
          limitPause());
    }
    if (isOfPermission()) {
      return failure(
          REFUSED,
          "the user of the access token may not read or clear request logs ("
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
          ("DocuSign refuses the access token (%s): it is expired, revoked, or of another "
                  + "environment than %s; get a new one")
              .formatted(reply.summary(), host));
    }
    return other();
  }

  private FetchException other() {
    String summary = reply.summary();
    if (reply.status() == NOT_FOUND) {
      return failure(
          REFUSED,
          ("there are no request logs at %s (%s); check --base-uri, which is "
                  + "https://demo.docusign.net in the developer environment")
              .formatted(host, summary));
    }
    if (isFault()) {
      return failure(UNAVAILABLE, host + " has a fault (" + summary + "); try again later");
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

  private static FetchException failure(FetchException.Kind kind, String message) {
    return new FetchException(kind, message);
  }

  /** Returns whether trying again may help. */
  static boolean isTemporary(IOException failure) {
    return !has(failure, SSLException.class)
        && !(failure instanceof TooLargeException)
        && !isTunnel(failure)
        && !isUnknownHost(failure);
  }

  /**
   * Returns why a server could not be asked.
   *
   * @param host the server
   * @param attempts how often it was tried
   */
  static FetchException unreachable(IOException failure, String host, int attempts) {
    String tried = attempts > 1 ? " (tried " + attempts + " times)" : "";
    return new FetchException(FetchException.Kind.UNAVAILABLE, words(failure, host) + tried);
  }

  private static String words(IOException failure, String host) {
    if (isUnknownHost(failure)) {
      return ("this machine cannot find the host %s; check its name, and whether a proxy is"
              + " needed (HTTPS_PROXY)")
          .formatted(host);
    }
    if (has(failure, SSLException.class)) {
      return "no safe connection to "
          + host
          + ": its certificate is not trusted here, or the handshake failed; if your network signs"
          + " certificates of its own, name its authority with --trust-store FILE";
    }
    if (isTunnel(failure)) {
      return "the proxy does not connect to " + host + "; ask whoever runs the proxy to allow it";
    }
    if (has(failure, HttpTimeoutException.class)) {
      return host + " did not answer in time; try later, or allow more by --timeout";
    }
    if (has(failure, ConnectException.class)) {
      return ("cannot connect to %s; check the network, and whether a proxy is needed "
              + "(HTTPS_PROXY)")
          .formatted(host);
    }
    if (failure instanceof TooLargeException tooLarge) {
      return "the response of "
          + host
          + " is larger than "
          + tooLarge.maxBytes
          + " bytes; "
          + (tooLarge.maxBytes == Connection.SMALL
              ? "check --base-uri and --auth-host, and whether a proxy answers in place of DocuSign"
              : "allow more by --log-bytes, or download the log by hand");
    }
    return "the connection to " + host + " broke off; try again, later if necessary";
  }

  private static boolean isUnknownHost(IOException failure) {
    return has(failure, UnknownHostException.class)
        || has(failure, UnresolvedAddressException.class);
  }

  /** Java says only in the message that a proxy refused. */
  private static boolean isTunnel(IOException failure) {
    String message = failure.getMessage();
    return message != null && message.startsWith("Tunnel failed");
  }

  private static boolean has(IOException failure, Class<? extends Throwable> kind) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (kind.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }
}
