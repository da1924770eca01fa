package org.golivecheck.call;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.golivecheck.text.Ascii;
import org.jspecify.annotations.Nullable;

/** Finds out whether a host belongs to DocuSign, and to which of its environments. */
public final class DocuSignHosts {

  /** An environment of DocuSign. Accounts, users and tokens of one are unknown in the other. */
  public enum Environment {
    /** For the development and review of integrations. */
    DEMO,
    /** For integrations that are live. */
    PRODUCTION
  }

  /** With what paths of DocuSign begin; those of eSignature may lack their first part. */
  private static final List<String> STARTS =
      List.of("/restapi/", "/v2.1/accounts/", "/v2/accounts/", "/oauth/");

  private DocuSignHosts() {}

  /**
   * Returns whether a host is DocuSign's own.
   *
   * @param host a host in lower case without a port; may be empty
   */
  public static boolean isDocuSign(String host) {
    return isBelow(host, "docusign.net")
        || isBelow(host, "docusign.com")
        || isBelow(host, "springcm.com"); // CLM
  }

  /**
   * Returns the environment that a host belongs to, or null for a host that is not DocuSign's.
   * Servers change, so every host that is not known as demo is production.
   *
   * @param host a host in lower case without a port; may be empty
   */
  public static @Nullable Environment environment(String host) {
    if (!isDocuSign(host)) {
      return null;
    }
    int start = 0;
    for (int dot = host.indexOf('.'); dot >= 0; dot = host.indexOf('.', start)) {
      boolean demo = dot - start == 4 && host.startsWith("demo", start);
      if (demo || host.startsWith("-d", dot - 2) || host.startsWith("appdemo.", start)) {
        return Environment.DEMO;
      }
      start = dot + 1;
    }
    return Environment.PRODUCTION;
  }

  /** Returns whether a URL leads to DocuSign, a gateway to it, or a stub of it on this machine. */
  static boolean answer(CallUrl url, Set<String> gatewayHosts) {
    String host = url.host();
    if (host.isEmpty()) {
      // An access log without hosts: only the path is left to decide.
      return Ascii.startsWith(url.path(), "/restapi/") || Ascii.startsWith(url.path(), "/oauth/");
    }
    return isDocuSign(host) || isLoopback(host) || gatewayHosts.contains(host);
  }

  /**
   * Returns a call as it would have gone to DocuSign itself: without what a gateway, or a stub on
   * this machine, puts before the path, and with {@code /restapi} where they lack it.
   *
   * @param gatewayHosts the hosts of gateways to DocuSign, in lower case
   */
  public static ApiCall direct(ApiCall call, Set<String> gatewayHosts) {
    String host = call.url().host();
    if (!isLoopback(host) && !gatewayHosts.contains(host)) {
      return call;
    }
    String path = call.url().path();
    String lower = path.toLowerCase(Locale.ROOT);
    for (String start : STARTS) {
      int at = lower.indexOf(start);
      if (at >= 0) {
        String direct = (start.startsWith("/v2") ? "/restapi" : "") + path.substring(at);
        return direct.equals(path) ? call : call.withUrl(call.url().withPath(direct));
      }
    }
    return call;
  }

  private static boolean isBelow(String host, String domain) {
    return host.endsWith(domain)
        && (host.length() == domain.length()
            || host.charAt(host.length() - domain.length() - 1) == '.');
  }

  /**
   * Returns whether a host is this machine by its name: {@code localhost} or a loopback address.
   */
  public static boolean isLoopback(String host) {
    return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
  }
}
