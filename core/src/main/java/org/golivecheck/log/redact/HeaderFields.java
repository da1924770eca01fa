package org.golivecheck.log.redact;

import java.util.Locale;
import java.util.Set;
import org.golivecheck.redaction.find.SensitiveKind;
import org.golivecheck.redaction.find.SensitiveText;

/** Decides by the name of a header how its value is rewritten. */
final class HeaderFields {

  /** How a value is rewritten. */
  enum Treatment {
    /** Kept if it is a number, otherwise rewritten as text. */
    NUMBER,
    /** Kept except for secrets and e-mail addresses. */
    TECHNICAL,
    /** Kept if it looks like a trace token. */
    TRACE_TOKEN,
    /** A URL: its host is kept. */
    URL,
    /** Hidden altogether, as a secret. */
    SECRET,
    /** Hidden altogether, as personal data. */
    PERSONAL,
    /** Hidden altogether, as an address. */
    ADDRESS,
    /** Whatever is sensitive in it is hidden, and ids are replaced. */
    TEXT
  }

  private static final Set<String> URLS =
      Set.of("referer", "origin", "location", "content-location", "uri", "x-original-url");

  private static final Set<String> NUMBERS =
      Set.of(
          "content-length",
          "x-ratelimit-limit",
          "x-ratelimit-remaining",
          "x-ratelimit-reset",
          "x-burstlimit-limit",
          "x-burstlimit-remaining",
          "retry-after",
          "age");

  private static final Set<String> TECHNICAL =
      Set.of(
          "x-docusign-sdk",
          "x-docusign-timetrack",
          "x-docusign-node",
          "content-type",
          "content-encoding",
          "content-transfer-encoding",
          "transfer-encoding",
          "accept",
          "accept-encoding",
          "accept-language",
          "cache-control",
          "connection",
          "date",
          "expires",
          "host",
          "last-modified",
          "pragma",
          "server",
          "vary",
          "node-ver",
          "x-securityprotocol-version",
          "x-securityprotocol-ciphersuite",
          "sec-ch-ua",
          "sec-ch-ua-platform",
          "strict-transport-security");

  private HeaderFields() {}

  static Treatment of(String header) {
    String name = header.toLowerCase(Locale.ROOT);
    if (name.equals("x-docusign-tracetoken") || name.equals("tracetoken")) {
      return Treatment.TRACE_TOKEN;
    }
    if (NUMBERS.contains(name)) {
      return Treatment.NUMBER;
    }
    if (TECHNICAL.contains(name)) {
      return Treatment.TECHNICAL;
    }
    if (URLS.contains(name)) {
      return Treatment.URL;
    }
    if (name.contains("forwarded") || name.contains("client-ip") || name.contains("real-ip")) {
      return Treatment.ADDRESS;
    }
    SensitiveKind kind = SensitiveText.ofField(name);
    if (kind != null) {
      return kind == SensitiveKind.PERSONAL ? Treatment.PERSONAL : Treatment.SECRET;
    }
    return Treatment.TEXT;
  }
}
