package org.golivecheck.redaction;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.golivecheck.redaction.find.SensitiveText;
import org.golivecheck.redaction.find.SensitiveText.Part;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of secret and personal data, in each place of a call, in each encoding. */
class EncodingsTest {
  private static final Path KINDS =
      Path.of("src/test/resources/org/golivecheck/redaction/kinds.tsv");

  /** Where a log has text: the sample replaces {@code @}. */
  private static final Map<String, String> PLACES =
      Map.ofEntries(
          Map.entry("prose", "The request failed. @"),
          Map.entry("after a word", "The request failed with @"),
          Map.entry("query", "https://demo.docusign.net/restapi/v2.1/accounts/1/envelopes?@"),
          Map.entry("second parameter", "/restapi/v2.1/accounts/1/envelopes?count=1&@"),
          Map.entry("header", "Accept: */*\r\nX-Note: a; @\r\nHost: x"),
          Map.entry("user agent", "Swagger-Codegen/v2.1/6.8.0 (@)"),
          Map.entry("message", "{\"errorCode\":\"X\",\"message\":\"Bad. @\"}"),
          Map.entry("XML", "<error><message>@</message></error>"));

  private static final Map<String, UnaryOperator<String>> ENCODINGS = encodings();

  private static Map<String, UnaryOperator<String>> encodings() {
    Map<String, UnaryOperator<String>> all = new LinkedHashMap<>();
    all.put("plain", text -> text);
    all.put("JSON", EncodingsTest::json);
    all.put("JSON in JSON", text -> json(json(text)));
    all.put("JSON in JSON in JSON", text -> json(json(json(text))));
    all.put("\\u of all that is not a letter", text -> unicode(text, false));
    all.put("\\u of all", text -> unicode(text, true));
    all.put("\\u in JSON in JSON", text -> json(unicode(text, true)));
    all.put("percent", EncodingsTest::percent);
    all.put("percent twice", text -> percent(percent(text)));
    all.put("percent of all", EncodingsTest::percentOfAll);
    all.put("percent in JSON", text -> json(percent(text)));
    all.put("entities", EncodingsTest::entities);
    all.put("entities twice", text -> entities(entities(text)));
    all.put("entities in JSON", text -> unicode(entities(text), false));
    all.put("decimal entities", text -> each(text, "&#%d;"));
    all.put("hexadecimal entities", text -> each(text, "&#x%X;"));
    all.put("braces", text -> each(text, "\\u{%x}"));
    all.put("octal", EncodingsTest::octal);
    all.put("nginx", EncodingsTest::nginx);
    all.put("wire log", EncodingsTest::wire);
    all.put("base64", text -> Base64.getEncoder().encodeToString(text.getBytes(UTF_8)));
    all.put("base64url", text -> Base64.getUrlEncoder().encodeToString(text.getBytes(UTF_8)));
    all.put("zero-width characters", text -> text.replace("s", "s\u200b"));
    all.put("zero-width escapes", text -> text.replace("s", "s\\u200b"));
    return all;
  }

  static Stream<Arguments> kinds() throws IOException {
    return Files.readAllLines(KINDS).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t", -1))
        .map(cells -> Arguments.of(cells[0], cells[1].replace("\\n", "\n"), cells[2]));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("kinds")
  void nothingSecretIsSeenThroughAnyEncoding(String kind, String sample, String secret) {
    boolean personal = kind.equals("personal");
    List<String> seen = new ArrayList<>();
    PLACES.forEach(
        (place, template) ->
            ENCODINGS.forEach(
                (name, encode) -> {
                  String text =
                      encode.apply(
                          template.replace("@", place.equals("message") ? json(sample) : sample));
                  String shown = new Redactor().redact(text).toString();
                  String rewritten = withoutParts(text);
                  if (shows(shown, secret, encode) || shows(rewritten, secret, encode)) {
                    seen.add(place + ", " + name + ": " + shown);
                  }
                  if (!personal
                      && shows(Redactor.secretsOnly().redact(text).toString(), secret, encode)) {
                    seen.add(place + ", " + name + ", secrets only: " + shown);
                  }
                }));

    assertThat(seen).isEmpty();
  }

  private static String withoutParts(String text) {
    StringBuilder rest = new StringBuilder(text);
    List<Part> parts = SensitiveText.all().find(text);
    for (int i = parts.size() - 1; i >= 0; i--) {
      rest.replace(parts.get(i).from(), parts.get(i).to(), parts.get(i).kind().marker());
    }
    return rest.toString();
  }

  private static boolean shows(String shown, String secret, UnaryOperator<String> encode) {
    return shown.contains(secret) || shown.contains(encode.apply(secret));
  }

  private static String json(String text) {
    return text.replace("\\", "\\\\")
        .replace("\"", "\\\"")
        .replace("\r", "\\r")
        .replace("\n", "\\n")
        .replace("/", "\\/");
  }

  private static String unicode(String text, boolean letters) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      out.append(
          letters || "\"\\<>&+'@/\r\n".indexOf(c) >= 0 || c > '~'
              ? "\\u%04x".formatted((int) c)
              : String.valueOf(c));
    }
    return out.toString();
  }

  private static String percent(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }

  private static String percentOfAll(String text) {
    StringBuilder out = new StringBuilder();
    for (byte b : text.getBytes(UTF_8)) {
      out.append("%%%02X".formatted(b & 0xFF));
    }
    return out.toString();
  }

  private static String entities(String text) {
    return text.replace("&", "&amp;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }

  private static String each(String text, String format) {
    StringBuilder out = new StringBuilder();
    text.codePoints().forEach(c -> out.append(format.formatted(c)));
    return out.toString();
  }

  private static String octal(String text) {
    StringBuilder out = new StringBuilder();
    for (byte b : text.getBytes(UTF_8)) {
      out.append("\\%03o".formatted(b & 0xFF));
    }
    return out.toString();
  }

  private static String nginx(String text) {
    StringBuilder out = new StringBuilder();
    for (byte b : text.getBytes(UTF_8)) {
      boolean escaped = b < ' ' || b == '"' || b == '\\' || b == 0x7F;
      out.append(escaped ? "\\x%02X".formatted(b & 0xFF) : String.valueOf((char) b));
    }
    return out.toString();
  }

  private static String wire(String text) {
    StringBuilder out = new StringBuilder();
    for (byte b : text.getBytes(UTF_8)) {
      out.append(
          b == '\r'
              ? "[\\r]"
              : b == '\n'
                  ? "[\\n]\n"
                  : b < ' ' || b == 0x7F
                      ? "[0x%02x]".formatted(b & 0xFF)
                      : String.valueOf((char) b));
    }
    return out.toString();
  }
}
