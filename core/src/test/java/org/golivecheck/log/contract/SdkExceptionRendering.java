package org.golivecheck.log.contract;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.golivecheck.call.LogField;

/** What the SDKs for Python and Node say of calls that failed, printed with the time. */
record SdkExceptionRendering(Sdk sdk) implements Rendering {
  /** The SDK, and for Node the HTTP client below it. */
  enum Sdk {
    PYTHON,
    AXIOS,
    SUPERAGENT
  }

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSXXX", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  @Override
  public String format() {
    return "sdk-exceptions";
  }

  @Override
  public String variant() {
    return sdk + ", printed";
  }

  @Override
  public Set<LogField> lacks() {
    return switch (sdk) {
      case PYTHON ->
          EnumSet.complementOf(
              EnumSet.of(LogField.TIME, LogField.STATUS, LogField.ERROR, LogField.TRACE_TOKEN));
      case AXIOS -> EnumSet.noneOf(LogField.class);
      case SUPERAGENT -> EnumSet.of(LogField.CLIENT);
    };
  }

  @Override
  public boolean holds(ScenarioCall call) {
    return call.status() >= 400;
  }

  @Override
  public byte[] render(List<ScenarioCall> calls) {
    StringBuilder log = new StringBuilder();
    for (ScenarioCall call : calls) {
      log.append(CLOCK.format(call.end()));
      if (holds(call) && sdk != Sdk.PYTHON) {
        dump(call, log);
      } else if (holds(call)) {
        log.append(" docusign_esign.client.api_exception.ApiException: (");
        log.append(call.status()).append(")\nReason: ").append(call.reason());
        log.append("\nTrace-Token: ").append(call.traceToken());
        log.append("\nHTTP response body: b'").append(call.responseBody()).append("'\n\n");
      } else {
        log.append(" done\n");
      }
    }
    return log.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Prints an error as {@code console.error} does. */
  private void dump(ScenarioCall call, StringBuilder log) {
    if (sdk == Sdk.AXIOS) {
      log.append(" AxiosError: Request failed with status code ").append(call.status());
      log.append("\n    at settle (/srv/axios.cjs:1:1) {\n  config: {\n");
      headers(call.requestHeaders(), log);
      log.append("    method: '").append(call.method().toLowerCase(Locale.ROOT)).append("',\n");
      log.append("    url: '").append(call.url()).append("',\n");
      log.append("    data: '").append(call.requestBody()).append("'\n  },\n  response: {\n");
      log.append("    status: ").append(call.status()).append(",\n");
    } else {
      log.append(" Error: ").append(call.reason());
      log.append("\n    at Request.callback (/srv/superagent.js:1:1) {\n");
      log.append("  status: ").append(call.status()).append(",\n  response: <ref *1> Response {\n");
      log.append("    req: ClientRequest {\n      method: '").append(call.method());
      log.append("',\n      path: '").append(call.path()).append("',\n      host: '");
      log.append(call.host()).append("'\n    },\n    text: '").append(call.responseBody());
      log.append("',\n");
    }
    headers(call.responseHeaders(), log);
    log.append("    data: ").append(call.responseBody().replace("\"", "'")).append("\n  }\n}\n");
  }

  private static void headers(Map<String, String> headers, StringBuilder log) {
    log.append("    headers: {\n");
    headers.forEach(
        (name, value) ->
            log.append("      '").append(name).append("': '").append(value).append("',\n"));
    log.append("    },\n");
  }
}
