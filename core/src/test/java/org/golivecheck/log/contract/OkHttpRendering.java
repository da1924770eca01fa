package org.golivecheck.log.contract;

import java.util.List;

/** OkHttp's logging interceptor at its level BODY, after a pattern of Logback. */
final class OkHttpRendering implements Rendering {

  @Override
  public String format() {
    return "okhttp";
  }

  @Override
  public String variant() {
    return "BODY";
  }

  @Override
  public byte[] render(List<ScenarioCall> calls) {
    LogbackLines log = new LogbackLines("okhttp3.OkHttpClient");
    for (ScenarioCall call : calls) {
      log.add(call.start(), "--> " + call.method() + " " + call.url());
      call.requestHeaders().forEach((name, value) -> log.add(call.start(), name + ": " + value));
      if (!call.requestBody().isEmpty()) {
        log.add(call.start(), "");
        log.add(call.start(), call.requestBody());
      }
      log.add(call.start(), "--> END " + call.method());
      log.add(
          call.end(), "<-- " + call.status() + " " + call.reason() + " " + call.url() + " (250ms)");
      call.responseHeaders().forEach((name, value) -> log.add(call.end(), name + ": " + value));
      log.add(call.end(), "");
      log.add(call.end(), call.responseBody());
      log.add(call.end(), "<-- END HTTP (" + call.responseBody().length() + "-byte body)");
    }
    return log.bytes();
  }
}
