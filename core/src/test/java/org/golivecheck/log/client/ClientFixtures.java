package org.golivecheck.log.client;

import java.util.List;

/** What tools wrote, and the format that it is of. */
final class ClientFixtures {
  record Fixture(String file, String format) {}

  static final List<Fixture> ALL =
      List.of(
          new Fixture("docusign-java-sdk-6.0.0_jersey-LoggingFeature_JUL-console.log", "jersey"),
          new Fixture("docusign-java-sdk-6.0.0_jersey-via-slf4j-logback-pattern.log", "jersey"),
          new Fixture("docusign-node-sdk-10.0.0_axios-error.log", "sdk-exceptions"),
          new Fixture("node-sdk-6_superagent-console-error.log", "sdk-exceptions"),
          new Fixture("okhttp-4.12.0_HttpLoggingInterceptor_BODY.log", "okhttp"),
          new Fixture("apache-httpclient5-5.4.3_wire-debug.log", "apache-httpclient"),
          new Fixture("jdk17-java.net.http_requests-headers.log", "java-http-client"),
          new Fixture("logbook-3.12.2_lbhttp.log", "logbook"),
          new Fixture("logbook-3.12.2_lbcurl.log", "logbook"),
          new Fixture("logbook-3.12.2_lbsplunk.log", "logbook"),
          new Fixture("python-http.client-debuglevel.log", "python-http"),
          new Fixture("dotnet-httpclient_console.log", "dotnet-httpclient"),
          new Fixture("spring_resttemplate-debug.log", "spring-client"),
          new Fixture("feign_full.log", "feign"),
          new Fixture("faraday_logger.log", "faraday"),
          new Fixture("ethon_easy.log", "ethon"),
          new Fixture("http-exchanges.txt", "http-text"),
          new Fixture("devtools_copied.txt", "devtools-text"),
          new Fixture("curl-8_verbose-stderr.log", "curl"),
          new Fixture("curl-8_trace-ascii.log", "curl"));

  private ClientFixtures() {}
}
