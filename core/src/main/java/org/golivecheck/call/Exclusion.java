package org.golivecheck.call;

import java.util.Set;
import org.golivecheck.text.Ascii;
import org.jspecify.annotations.Nullable;

/**
 * Why the review does not count a call. A call with no exclusion is countable.
 *
 * <p>Login and userinfo calls and the web app's own traffic do not count according to DocuSign's
 * article of 2021 on Go-Live failures. That OAuth calls, diagnostics calls and other APIs do not
 * count either is inferred.
 */
public enum Exclusion {
  /** The DocuSign web app's own traffic, recognized by the host of URL, Referer or Origin. */
  WEB_APP("web-app", "the DocuSign web app's own traffic, recognised by the host"),
  /** The legacy login call. */
  LOGIN("login", "the legacy login call"),
  /** Tokens and userinfo. */
  OAUTH("oauth", "tokens and user information"),
  /** The request-log and settings calls of the diagnostics API. */
  DIAGNOSTICS("diagnostics", "the request log and its settings"),
  /** Anything that is not eSignature REST. */
  OTHER_API("other-api", "not eSignature REST"),
  /** A host that is neither DocuSign's nor a gateway to it, in a log written by the integration. */
  OTHER_HOST("other-host", "to a host that is neither DocuSign's nor a gateway to it"),
  /** A call whose URL the log does not show. */
  NO_URL("no-url", "without a URL in the log"),
  /** Traffic that matches one of the user's patterns. */
  BY_PATTERN("by-pattern", "ignored by a pattern of the configuration");

  private final String id;
  private final String words;

  Exclusion(String id, String words) {
    this.id = id;
    this.words = words;
  }

  /** Returns the name used in reports, such as {@code web-app}. */
  public String id() {
    return id;
  }

  /** Returns what such calls are, in words that follow a number of calls. */
  public String words() {
    return words;
  }

  /** Returns whether reports show the number of such calls even if it is 0. */
  public boolean isOfEveryLog() {
    return this != NO_URL && this != BY_PATTERN;
  }

  /**
   * Returns why the review does not count a call: the first reason that applies.
   *
   * @param call any call
   * @return the reason, or null for a countable call
   */
  public static @Nullable Exclusion of(ApiCall call) {
    return of(call, Set.of());
  }

  /**
   * Returns why the review does not count a call: the first reason that applies.
   *
   * @param call any call
   * @param gatewayHosts the hosts of gateways to DocuSign, in lower case
   * @return the reason, or null for a countable call
   */
  public static @Nullable Exclusion of(ApiCall call, Set<String> gatewayHosts) {
    if (call.gaps().contains(ApiCall.Gap.URL)) {
      return NO_URL;
    }
    String host = call.url().host();
    if (call.vantage() == ApiCall.Vantage.CLIENT
        && !DocuSignHosts.answer(call.url(), gatewayHosts)) {
      return OTHER_HOST;
    }
    if (isWebApp(host) && isWebFormsApi(call.url().path())) {
      return OTHER_API;
    }
    if (isWebApp(host)
        || isWebApp(CallUrl.hostOfUrl(call.client().referer()))
        || isWebApp(CallUrl.hostOfUrl(call.client().origin()))) {
      return WEB_APP;
    }
    String path = call.url().path();
    if (Ascii.contains(path, "login_information", 5)) {
      return LOGIN;
    }
    return ofPath(path, call.url());
  }

  private static @Nullable Exclusion ofPath(String path, CallUrl url) {
    if (Ascii.contains(path, "/oauth/", 0) || Ascii.contains(path, "/oauth2/", 0)) {
      return OAUTH;
    }
    if (!Ascii.startsWith(path, "/restapi/")) {
      return OTHER_API;
    }
    if (Ascii.contains(path, "/diagnostics/", 0)) {
      return DIAGNOSTICS;
    }
    boolean esignature =
        Ascii.startsWith(path, "/restapi/v2/") || Ascii.startsWith(path, "/restapi/v2.1/");
    return esignature && !url.hostHasLabel("rooms") ? null : OTHER_API;
  }

  /** Returns whether a path belongs to the Web Forms API, which the web app's hosts serve too. */
  private static boolean isWebFormsApi(String path) {
    return Ascii.startsWith(path, "/api/webforms/") || Ascii.startsWith(path, "/webforms/v1");
  }

  /** Returns whether a host is {@code app*.docusign.com} or {@code .net}, or a subdomain of it. */
  private static boolean isWebApp(String host) {
    if (!host.endsWith(".docusign.com") && !host.endsWith(".docusign.net")) {
      return false;
    }
    int end = host.length() - ".docusign.com".length();
    int start = host.lastIndexOf('.', end - 1) + 1;
    if (!host.startsWith("app", start)) {
      return false;
    }
    for (int i = start; i < end; i++) {
      char c = host.charAt(i);
      if (!Ascii.isDigit(c) && c != '-' && (c < 'a' || c > 'z')) {
        return false;
      }
    }
    return true;
  }
}
