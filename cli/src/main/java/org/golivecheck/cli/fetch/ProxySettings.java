package org.golivecheck.cli.fetch;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The proxy between here and DocuSign: that of the Java properties {@code https.proxyHost} and its
 * like, else that of the environment variables {@code HTTPS_PROXY} and {@code NO_PROXY}.
 */
final class ProxySettings extends ProxySelector {
  private static final int USUAL_PORT = 80;

  private final InetSocketAddress proxy;
  private final List<String> directHosts;
  private final @Nullable String authorization;

  private ProxySettings(
      InetSocketAddress proxy, List<String> directHosts, @Nullable String authorization) {
    this.proxy = proxy;
    this.directHosts = directHosts;
    this.authorization = authorization;
  }

  /**
   * Returns the proxy of the environment, or null where there is none, or Java has its own.
   *
   * @throws FetchException if it cannot be understood
   */
  static @Nullable ProxySettings of(Map<String, String> variables) throws FetchException {
    String value = variable(variables, "HTTPS_PROXY").strip();
    if (value.isEmpty() || System.getProperty("https.proxyHost") != null) {
      return null;
    }
    try {
      URI uri = new URI(value.contains("://") ? value : "http://" + value);
      if (uri.getHost() != null && "http".equalsIgnoreCase(uri.getScheme())) {
        int port = uri.getPort() < 0 ? USUAL_PORT : uri.getPort();
        return new ProxySettings(
            InetSocketAddress.createUnresolved(uri.getHost(), port),
            List.of(variable(variables, "NO_PROXY").toLowerCase(Locale.ROOT).split("[,\\s]+")),
            authorization(uri.getRawUserInfo()));
      }
    } catch (URISyntaxException | IllegalArgumentException e) {
      // reported below, without the value, which may contain a password
    }
    throw new FetchException(
        "the environment variable HTTPS_PROXY does not name a proxy that can be used; write it as"
            + " http://proxy.example.com:8080, with USER:PASSWORD@ before the host if necessary");
  }

  /** Returns what the proxy wants to know of the user, or null for nothing. */
  @Nullable String authorization() {
    return authorization;
  }

  @Override
  public List<Proxy> select(URI uri) {
    return List.of(isDirect(uri) ? Proxy.NO_PROXY : new Proxy(Proxy.Type.HTTP, proxy));
  }

  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException failure) {
    // The request that fails reports it.
  }

  private boolean isDirect(URI uri) {
    if (uri.getScheme().equals("http")) {
      // Only this machine is asked without HTTPS.
      return true;
    }
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    for (String direct : directHosts) {
      String domain = direct.startsWith("*.") ? direct.substring(1) : direct;
      String suffix = domain.startsWith(".") ? domain : "." + domain;
      if (direct.equals("*")
          || (domain.length() > 1 && ("." + host).endsWith(suffix))
          || direct.equals(host + ":" + uri.getPort())) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable String authorization(@Nullable String userInfo) {
    if (userInfo == null) {
      return null;
    }
    byte[] plain =
        URLDecoder.decode(userInfo.replace("+", "%2B"), StandardCharsets.UTF_8)
            .getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(plain);
  }

  /** Programs know both ways to write these variables, and let the lower case go first. */
  private static String variable(Map<String, String> variables, String name) {
    String lower = variables.get(name.toLowerCase(Locale.ROOT));
    return lower != null ? lower : variables.getOrDefault(name, "");
  }
}
