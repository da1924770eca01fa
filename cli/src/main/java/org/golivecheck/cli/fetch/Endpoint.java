package org.golivecheck.cli.fetch;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A server that may receive a secret: reached by HTTPS, or on this machine.
 *
 * @param uri scheme and authority, without a path
 */
public record Endpoint(URI uri) {
  /** Where users of the developer environment sign in. */
  public static final Endpoint DEMO_AUTHENTICATION =
      new Endpoint(URI.create("https://account-d.docusign.com"));

  private static final Pattern LOOPBACK = Pattern.compile("localhost|\\[::1]|127(\\.\\d{1,3}){3}");

  /**
   * Returns the server that a user named: a host, perhaps with a port, or a URI, whose path does
   * not matter.
   *
   * @param text what the user typed
   * @param option the option, for a message
   * @throws FetchException if it names none, or one that is not reached by HTTPS
   */
  public static Endpoint parse(String text, String option) throws FetchException {
    URI typed = uri(text.contains("://") ? text : "https://" + text);
    if (typed == null || typed.getHost() == null || typed.getRawUserInfo() != null) {
      throw new FetchException(
          option + " does not understand '" + text + "'; write it as https://demo.docusign.net");
    }
    String scheme = typed.getScheme().toLowerCase(Locale.ROOT);
    boolean safe = scheme.equals("https") || (scheme.equals("http") && isLoopback(typed.getHost()));
    if (!safe) {
      throw new FetchException(option + " must begin with https://, since a secret is sent there");
    }
    URI server = uri(scheme + "://" + typed.getRawAuthority());
    if (server == null) {
      throw new IllegalStateException("no URI");
    }
    return new Endpoint(server);
  }

  /** Returns the host, with its port where that is no usual one. */
  public String host() {
    return uri.getRawAuthority();
  }

  /** Returns the address of a path that begins with a slash, perhaps with a query. */
  URI at(String path) {
    return URI.create(uri + path);
  }

  private static @Nullable URI uri(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      return null;
    }
  }

  private static boolean isLoopback(String host) {
    return LOOPBACK.matcher(host).matches();
  }
}
