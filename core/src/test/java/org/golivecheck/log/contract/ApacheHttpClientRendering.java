package org.golivecheck.log.contract;

import java.util.List;

/** The wire log of Apache HttpClient, with a connection for each host. */
final class ApacheHttpClientRendering implements Rendering {

  @Override
  public String format() {
    return "apache-httpclient";
  }

  @Override
  public String variant() {
    return "wire";
  }

  @Override
  public byte[] render(List<ScenarioCall> calls) {
    LogbackLines log = new LogbackLines("org.apache.hc.client5.http.wire");
    List<String> hosts = calls.stream().map(ScenarioCall::host).distinct().toList();
    for (ScenarioCall call : calls) {
      String sent = "http-outgoing-" + hosts.indexOf(call.host()) + " >> \"";
      String received = sent.replace(">>", "<<");
      String end = "[\\r][\\n]\"";
      log.add(call.start(), sent + call.method() + " " + call.path() + " HTTP/1.1" + end);
      log.add(call.start(), sent + "Host: " + call.host() + end);
      call.requestHeaders()
          .forEach((name, value) -> log.add(call.start(), sent + name + ": " + value + end));
      log.add(call.start(), sent + end);
      if (!call.requestBody().isEmpty()) {
        log.add(call.start(), sent + call.requestBody() + '"');
      }
      log.add(call.end(), received + "HTTP/1.1 " + call.status() + " " + call.reason() + end);
      call.responseHeaders()
          .forEach((name, value) -> log.add(call.end(), received + name + ": " + value + end));
      log.add(call.end(), received + end);
      log.add(call.end(), received + call.responseBody() + '"');
    }
    return log.bytes();
  }
}
