package org.golivecheck.log.redact;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.golivecheck.log.RemovedKind;
import org.golivecheck.log.redact.Stages.Stage;
import org.golivecheck.redaction.find.SensitiveKind;
import org.golivecheck.redaction.find.SensitiveText;

/** Rewrites header lines, in as many bytes. */
final class Headers {
  /** How a value is rewritten. */
  enum Treatment {
    /** Kept if the {@link KeepList} accepts it, otherwise hidden. */
    LISTED,
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
    TEXT;

    /** Returns whether a value is kept if nothing in it is sensitive. */
    boolean isOfText() {
      return this == TEXT;
    }
  }

  private static final Set<String> URLS =
      Set.of("referer", "origin", "location", "content-location", "uri", "x-original-url");

  private static final int MAX_TRACE_TOKEN = 64;

  private final Stage text;
  private final Urls urls;
  private final Pseudonyms pseudonyms;
  private final Removals removals;
  private final ByteArrayOutputStream rewritten;
  private Treatment open = Treatment.TEXT;
  private String header = "";

  /**
   * Sets up.
   *
   * @param stages write to {@code rewritten}
   */
  Headers(
      Stages stages,
      ByteArrayOutputStream rewritten,
      Urls urls,
      Pseudonyms pseudonyms,
      Removals removals) {
    text = stages.text();
    this.rewritten = rewritten;
    this.urls = urls;
    this.pseudonyms = pseudonyms;
    this.removals = removals;
  }

  /**
   * Returns a header line rewritten.
   *
   * @param line its bytes, with the line break
   * @param name its name; null for a line that continues the previous one
   * @param from where its value begins
   * @param to where its value ends
   */
  byte[] rewrite(byte[] line, String name, int from, int to) throws IOException {
    open = treatment(name);
    header = name;
    return rewriteValue(line, from, to, /* continued= */ false);
  }

  /** Returns a rewritten line that continues the previous header. */
  byte[] rewriteFolded(byte[] line, int from, int to) throws IOException {
    return rewriteValue(line, from, to, /* continued= */ true);
  }

  private byte[] rewriteValue(byte[] line, int from, int to, boolean continued) throws IOException {
    byte[] bytes = line.clone();
    switch (open) {
      case LISTED -> {
        if (continued || !KeepList.keepsHeader(header, text(bytes, from, to))) {
          hide(bytes, from, to, RemovedKind.PERSONAL);
        }
      }
      case TRACE_TOKEN -> traceToken(bytes, from, to);
      case URL -> urls.rewriteInPlace(bytes, from, to);
      case SECRET -> hide(bytes, endOfScheme(bytes, from, to), to, RemovedKind.SECRET);
      case PERSONAL -> hide(bytes, from, to, RemovedKind.PERSONAL);
      case ADDRESS -> hide(bytes, from, to, RemovedKind.ADDRESS);
      case TEXT -> {
        return text(bytes, text);
      }
    }
    return bytes;
  }

  private byte[] text(byte[] bytes, Stage stage) throws IOException {
    rewritten.reset();
    stage.write(bytes, 0, bytes.length);
    stage.end();
    return rewritten.toByteArray();
  }

  private void traceToken(byte[] bytes, int from, int to) {
    String token = text(bytes, from, to);
    if (!isPlainToken(token)) {
      byte[] made = pseudonyms.segment(token).getBytes(StandardCharsets.UTF_8);
      System.arraycopy(made, 0, bytes, from, Math.min(made.length, to - from));
      removals.add(RemovedKind.SECRET);
    }
  }

  /** Returns whether a text is a trace token, rather than something put in its place. */
  static boolean isPlainToken(String token) {
    return token.length() <= MAX_TRACE_TOKEN
        && !token.startsWith("eyJ")
        && token.chars().allMatch(c -> c > ' ' && c < 0x7F && c != '@');
  }

  private void hide(byte[] bytes, int from, int to, RemovedKind kind) {
    String value = text(bytes, from, to);
    if (from == to || isMasked(value)) {
      return;
    }
    Arrays.fill(bytes, from, to, (byte) '*');
    removals.add(kind);
  }

  /** Returns whether DocuSign or a client hid the value already. */
  private static boolean isMasked(String value) {
    return value.equals("[omitted]")
        || value.equals("[redacted]")
        || value.equals("[******]")
        || value.equals("[FILTERED]")
        || value.chars().allMatch(c -> c == '*' || c == 'X');
  }

  private static int endOfScheme(byte[] bytes, int from, int to) {
    String value = text(bytes, from, to);
    for (String scheme : new String[] {"Bearer ", "Basic "}) {
      if (value.regionMatches(true, 0, scheme, 0, scheme.length())) {
        return from + scheme.length();
      }
    }
    return from;
  }

  private static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }

  static Treatment treatment(String header) {
    String name = header.toLowerCase(Locale.ROOT);
    if (name.equals("x-docusign-tracetoken") || name.equals("tracetoken")) {
      return Treatment.TRACE_TOKEN;
    }
    if (KeepList.hasHeader(name)) {
      return Treatment.LISTED;
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
