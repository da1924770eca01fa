package org.golivecheck.log.contract;

import java.util.List;

/** The log of Java's own HTTP client, after a pattern of Logback. */
final class JavaHttpClientRendering implements Rendering {

  @Override
  public String format() {
    return "java-http-client";
  }

  @Override
  public String variant() {
    return "requests,headers";
  }

  @Override
  public byte[] render(List<ScenarioCall> calls) {
    LogbackLines log = new LogbackLines("jdk.httpclient.HttpClient");
    for (ScenarioCall call : calls) {
      log.add(call.start(), "REQUEST: " + call.url() + " " + call.method());
      StringBuilder sent = new StringBuilder("HEADERS: REQUEST HEADERS:\n");
      sent.append(call.method()).append(' ').append(call.path()).append(" HTTP/1.1\n");
      call.requestHeaders()
          .forEach((name, value) -> sent.append(name).append(": ").append(value).append('\n'));
      log.add(call.start(), sent.toString());
      StringBuilder received = new StringBuilder("HEADERS: RESPONSE HEADERS:\n");
      call.responseHeaders()
          .forEach(
              (name, value) ->
                  received.append("    ").append(name).append(": ").append(value).append('\n'));
      log.add(call.end(), received.toString());
      log.add(
          call.end(),
          "RESPONSE: ("
              + call.method()
              + " "
              + call.url()
              + ") "
              + call.status()
              + " HTTP_1_1 Local port:  51498");
    }
    return log.bytes();
  }
}
