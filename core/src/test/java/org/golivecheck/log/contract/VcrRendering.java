package org.golivecheck.log.contract;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A cassette, as VCR records what its HTTP client does. */
final class VcrRendering implements Rendering {
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

  @Override
  public String format() {
    return "vcr";
  }

  @Override
  public String variant() {
    return "as VCR records it";
  }

  @Override
  public byte[] render(List<ScenarioCall> calls) {
    StringBuilder yaml = new StringBuilder("---\nhttp_interactions:\n");
    for (ScenarioCall call : calls) {
      yaml.append("- request:\n    method: ").append(call.method().toLowerCase(Locale.ROOT));
      yaml.append("\n    uri: ").append(call.url());
      yaml.append("\n    body:\n      encoding: UTF-8\n      string: ");
      yaml.append(quoted(call.requestBody())).append('\n');
      headers(yaml, call.requestHeaders());
      yaml.append("  response:\n    status:\n      code: ").append(call.status());
      yaml.append("\n      message: ").append(call.reason()).append('\n');
      headers(yaml, call.responseHeaders());
      yaml.append("    body:\n      encoding: ASCII-8BIT\n      base64_string: |\n        ");
      byte[] body = call.responseBody().getBytes(StandardCharsets.UTF_8);
      String encoded = Base64.getMimeEncoder().encodeToString(body);
      yaml.append(encoded.replace("\r\n", "\n        ")).append('\n');
      yaml.append("    http_version: '1.1'\n  recorded_at: ");
      yaml.append(HTTP_DATE.format(call.end())).append('\n');
    }
    return yaml.append("recorded_with: VCR 6.2.0\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void headers(StringBuilder yaml, Map<String, String> headers) {
    yaml.append("    headers:").append(headers.isEmpty() ? " {}\n" : "\n");
    headers.forEach(
        (name, value) ->
            yaml.append("      ")
                .append(name)
                .append(":\n      - ")
                .append(quoted(value))
                .append('\n'));
  }

  /** Returns a text in double quotes; the escapes of JSON are those of YAML. */
  private static String quoted(String text) {
    return JsonNodeFactory.instance.textNode(text).toString();
  }
}
