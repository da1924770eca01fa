package org.golivecheck.call;

import java.util.Map;
import org.golivecheck.text.Ascii;
import org.jspecify.annotations.Nullable;

/**
 * Finds the API of a call by host and by the base paths that DocuSign documents.
 *
 * <p>Hosts come first, since Rooms uses the paths of eSignature. If the host is missing or unknown,
 * the path decides.
 */
final class FamilyFinder {
  /** What follows {@code /v1/accounts/{accountId}/} on the hosts that several APIs share. */
  private static final Map<String, ApiFamily> SHARED_HOST =
      Map.ofEntries(
          Map.entry("workflows", ApiFamily.WORKFLOW_BUILDER),
          Map.entry("agreements", ApiFamily.AGREEMENT_MANAGER),
          Map.entry("agreement-types", ApiFamily.AGREEMENT_MANAGER),
          Map.entry("upload", ApiFamily.AGREEMENT_MANAGER),
          Map.entry("trust-records", ApiFamily.TRUST_RECORDS),
          Map.entry("requests", ApiFamily.AGREEMENT_DESK),
          Map.entry("request-types", ApiFamily.AGREEMENT_DESK),
          Map.entry("request-statuses", ApiFamily.AGREEMENT_DESK),
          Map.entry("workspaces", ApiFamily.WORKSPACES),
          Map.entry("connected-fields", ApiFamily.CONNECTED_FIELDS),
          Map.entry("forms", ApiFamily.WEB_FORMS));

  private FamilyFinder() {}

  static ApiFamily find(CallUrl url) {
    String path = url.path();
    if (isAccountServer(url.host()) || isUnder(path, "/oauth")) {
      return ApiFamily.OAUTH;
    }
    ApiFamily byHost = byHost(url);
    return byHost != null ? byHost : byPath(path);
  }

  private static boolean isAccountServer(String host) {
    return host.endsWith(".docusign.com")
        && (host.startsWith("account.") || host.startsWith("account-"));
  }

  private static boolean isUnder(String path, String base) {
    return Ascii.equalIgnoringCase(path, 0, Math.min(base.length(), path.length()), base)
        && (path.length() == base.length() || path.charAt(base.length()) == '/');
  }

  private static @Nullable ApiFamily byHost(CallUrl url) {
    if (url.hostHasLabel("rooms")) {
      return ApiFamily.ROOMS;
    }
    if (url.hostHasLabel("lens") || url.hostHasLabel("lens-d")) {
      return ApiFamily.MONITOR;
    }
    if (url.hostHasLabel("clm") || url.host().endsWith(".springcm.com")) {
      return ApiFamily.CLM;
    }
    if (url.hostHasLabel("notary")
        || url.hostHasLabel("notary-d")
        || url.hostHasLabel("na-notary")) {
      return ApiFamily.NOTARY;
    }
    if (url.hostHasLabel("proof") || url.hostHasLabel("proof-d")) {
      return ApiFamily.ID_EVIDENCE;
    }
    return null;
  }

  private static ApiFamily byPath(String path) {
    if (Ascii.contains(path, ".asmx", 0)) {
      return ApiFamily.SOAP;
    }
    if (isUnder(path, "/restapi")) {
      return ApiFamily.ESIGN;
    }
    if (isUnder(path, "/clickapi")) {
      return ApiFamily.CLICK;
    }
    if (isUnder(path, "/management")) {
      return ApiFamily.ADMIN;
    }
    if (isUnder(path, "/api/webforms") || isUnder(path, "/webforms")) {
      return ApiFamily.WEB_FORMS;
    }
    if (isUnder(path, "/api/cms")) {
      return ApiFamily.TSP;
    }
    if (isUnder(path, "/api/maestro")) {
      return ApiFamily.WORKFLOW_BUILDER;
    }
    return byResource(path);
  }

  private static ApiFamily byResource(String path) {
    Segments segments = new Segments(path);
    if (!segments.next()) {
      return ApiFamily.UNKNOWN;
    }
    if (segments.is("api")) {
      boolean dataset = segments.skipToNext() && segments.is("datasets");
      return dataset ? ApiFamily.MONITOR : ApiFamily.UNKNOWN;
    }
    if (!segments.isVersion() || !segments.next()) {
      return ApiFamily.UNKNOWN;
    }
    boolean organizations = segments.is("organizations");
    if ((!organizations && !segments.is("accounts")) || !segments.skipToNext()) {
      return ApiFamily.UNKNOWN;
    }
    if (organizations) {
      return segments.is("stream") ? ApiFamily.MONITOR : ApiFamily.UNKNOWN;
    }
    return SHARED_HOST.getOrDefault(Ascii.lower(segments.text()), ApiFamily.UNKNOWN);
  }
}
