package org.golivecheck.call;

import java.util.Set;

/** Tells calls to DocuSign from calls to others in a log that holds both. */
final class DocuSignHosts {
  private DocuSignHosts() {}

  /** Returns whether a URL leads to DocuSign, a gateway to it, or a stub of it on this machine. */
  static boolean answer(CallUrl url, Set<String> gatewayHosts) {
    String host = url.host();
    if (host.isEmpty()) {
      // An access log that shows no host: only the path can tell.
      return Ascii.startsWith(url.path(), "/restapi/") || Ascii.startsWith(url.path(), "/oauth/");
    }
    return isDomain(host, "docusign.net")
        || isDomain(host, "docusign.com")
        || isLoopback(host)
        || gatewayHosts.contains(host);
  }

  private static boolean isDomain(String host, String domain) {
    return host.endsWith(domain)
        && (host.length() == domain.length()
            || host.charAt(host.length() - domain.length() - 1) == '.');
  }

  private static boolean isLoopback(String host) {
    return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
  }
}
