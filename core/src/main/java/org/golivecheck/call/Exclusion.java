package org.golivecheck.call;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why the review does not count a call. A call with no exclusion is countable.
 *
 * <p>Login and userinfo calls and the web app's own traffic do not count by DocuSign's article on
 * Go-Live failures of 2021; that OAuth and diagnostics calls and other APIs do not is inferred.
 */
public enum Exclusion {
  /** The DocuSign web app's own traffic, told by the host of URL, Referer or Origin. */
  WEB_APP("web-app"),
  /** The legacy login call. */
  LOGIN("login"),
  /** Tokens and userinfo. */
  OAUTH("oauth"),
  /** The request-log and settings calls of the diagnostics API. */
  DIAGNOSTICS("diagnostics"),
  /** Anything that is not eSignature REST. */
  OTHER_API("other-api");

  private static final Pattern WEB_APP_HOST =
      Pattern.compile("(.*\\.)?app[a-z0-9-]*\\.docusign\\.(com|net)");

  private final String id;

  Exclusion(String id) {
    this.id = id;
  }

  /** Returns the name used in reports, such as {@code web-app}. */
  public String id() {
    return id;
  }

  /**
   * Returns why the review does not count a call: the first reason that holds.
   *
   * @param call any call
   * @return the reason, or null for a countable call
   */
  public static @Nullable Exclusion of(ApiCall call) {
    String host = call.url().host();
    if (isWebApp(host)
        || isWebApp(CallUrl.hostOfUrl(call.client().referer()))
        || isWebApp(CallUrl.hostOfUrl(call.client().origin()))) {
      return WEB_APP;
    }
    String path = call.url().path().toLowerCase(Locale.ROOT);
    if (path.contains("login_information")) {
      return LOGIN;
    }
    if (path.contains("/oauth/") || path.contains("/oauth2/")) {
      return OAUTH;
    }
    if (path.startsWith("/restapi/") && path.contains("/diagnostics/")) {
      return DIAGNOSTICS;
    }
    boolean esignature = path.startsWith("/restapi/v2/") || path.startsWith("/restapi/v2.1/");
    return esignature && !call.url().hostHasLabel("rooms") ? null : OTHER_API;
  }

  private static boolean isWebApp(String host) {
    return host.contains("docusign") && WEB_APP_HOST.matcher(host).matches();
  }
}
