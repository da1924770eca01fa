package org.golivecheck.log.contract;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Logbook in one of its styles of text, after a pattern of Logback. */
final class LogbookRendering implements Rendering {
  enum Style {
    HTTP,
    CURL,
    SPLUNK
  }

  private final Style style;

  LogbookRendering(Style style) {
    this.style = style;
  }

  @Override
  public String format() {
    return "logbook";
  }

  @Override
  public String variant() {
    return style.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public byte[] render(List<ScenarioCall> calls) {
    LogbackLines log = new LogbackLines("org.zalando.logbook.Logbook");
    for (ScenarioCall call : calls) {
      String id = String.format(Locale.ROOT, "%016x", 4711 + call.number());
      log.add(
          call.start(),
          switch (style) {
            case HTTP -> request(call, id);
            case CURL -> curl(call, id);
            case SPLUNK -> keys(call, id);
          });
      log.add(call.end(), style == Style.SPLUNK ? answerKeys(call, id) : answer(call, id));
    }
    return log.bytes();
  }

  private static String request(ScenarioCall call, String id) {
    return "Outgoing Request: "
        + id
        + "\nRemote: localhost\n"
        + call.method()
        + " "
        + call.url()
        + " HTTP/1.1\n"
        + lines(call.requestHeaders())
        + (call.requestBody().isEmpty() ? "" : "\n\n" + call.requestBody());
  }

  private static String lines(Map<String, String> headers) {
    return headers.entrySet().stream()
        .map(header -> header.getKey() + ": " + header.getValue())
        .collect(Collectors.joining("\n"));
  }

  private static String answer(ScenarioCall call, String id) {
    return "Incoming Response: "
        + id
        + "\nDuration: 250 ms\nHTTP/1.1 "
        + call.status()
        + " "
        + call.reason()
        + "\n"
        + lines(call.responseHeaders())
        + "\n\n"
        + call.responseBody();
  }

  private static String curl(ScenarioCall call, String id) {
    StringBuilder line = new StringBuilder(id);
    line.append(" curl -v -X ").append(call.method());
    line.append(" '").append(call.url()).append('\'');
    call.requestHeaders()
        .forEach(
            (name, value) ->
                line.append(" -H '").append(name).append(": ").append(value).append('\''));
    if (!call.requestBody().isEmpty()) {
      line.append(" --data-binary '").append(call.requestBody()).append('\'');
    }
    return line.toString();
  }

  private static String keys(ScenarioCall call, String id) {
    return "origin=local type=request correlation="
        + id
        + " protocol=HTTP/1.1 remote=localhost method="
        + call.method()
        + " uri="
        + call.url()
        + " host="
        + call.host()
        + " scheme=https port=null headers="
        + keys(call.requestHeaders())
        + (call.requestBody().isEmpty() ? "" : " body=" + call.requestBody());
  }

  private static String keys(Map<String, String> headers) {
    return headers.entrySet().stream()
        .map(header -> header.getKey() + "=[" + header.getValue() + "]")
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String answerKeys(ScenarioCall call, String id) {
    return "origin=remote type=response correlation="
        + id
        + " duration=250 protocol=HTTP/1.1 status="
        + call.status()
        + " headers="
        + keys(call.responseHeaders())
        + " body="
        + call.responseBody();
  }
}
