package org.golivecheck.cli.fetch;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLException;
import org.golivecheck.cli.fetch.LimitedBody.TooLargeException;
import org.jspecify.annotations.Nullable;

/** What a broken connection means, in words for people. */
final class Unreachable {
  private Unreachable() {}

  /** Returns whether trying again may help. */
  static boolean isTemporary(IOException failure) {
    return !has(failure, SSLException.class)
        && !has(failure, LimitedBody.TooLargeException.class)
        && !isTunnel(failure)
        && !isUnknownHost(failure);
  }

  /**
   * Returns why a server could not be asked.
   *
   * @param host the server
   * @param attempts how often it was tried
   */
  static FetchException explain(IOException failure, String host, int attempts) {
    String tried = attempts > 1 ? " (tried " + attempts + " times)" : "";
    return new FetchException(FetchException.Kind.UNAVAILABLE, words(failure, host) + tried);
  }

  private static String words(IOException failure, String host) {
    if (isUnknownHost(failure)) {
      return "there is no host "
          + host
          + " as far as this machine can tell; check its name, and whether a proxy is needed"
          + " (HTTPS_PROXY)";
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
      return "cannot connect to "
          + host
          + "; check the network, and whether a proxy is needed"
          + " (HTTPS_PROXY)";
    }
    if (failure instanceof TooLargeException tooLarge) {
      return "the response of "
          + host
          + " is larger than "
          + tooLarge.maxBytes()
          + " bytes; "
          + (tooLarge.maxBytes() == Connection.SMALL
              ? "check --base-uri and --auth-host, and whether a proxy answers in place of DocuSign"
              : "allow more by --log-bytes, or download the log by hand");
    }
    return "the connection to " + host + " broke off; try again, later if need be";
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
