package org.golivecheck.log.contract;

import java.util.List;

/** The renderings of all formats, one a line; every format has one at least. */
final class Renderings {
  static final List<Rendering> ALL =
      List.of(
          new RequestLogRendering(),
          new ListRendering(false),
          new ListRendering(true),
          new RecorderRendering(),
          JsonRendering.exchanges(false),
          JsonRendering.exchanges(true),
          JsonRendering.logstash(),
          JsonRendering.ecs(),
          JsonRendering.openTelemetry(),
          JsonRendering.logbook(),
          JsonRendering.nginx(),
          new NodeErrorRendering(NodeErrorRendering.Client.AXIOS_IN_PINO),
          new NodeErrorRendering(NodeErrorRendering.Client.SUPERAGENT_IN_WINSTON),
          CsvRendering.everything(),
          CsvRendering.spreadsheet(),
          CsvRendering.numbered(),
          AccessRendering.combined(),
          AccessRendering.nginx(),
          AccessRendering.apache(),
          AccessRendering.envoy(),
          new HarRendering(false),
          new HarRendering(true),
          new SdkExceptionRendering(SdkExceptionRendering.Sdk.PYTHON),
          new SdkExceptionRendering(SdkExceptionRendering.Sdk.AXIOS),
          new SdkExceptionRendering(SdkExceptionRendering.Sdk.SUPERAGENT),
          new NewmanRendering(),
          new SazRendering(false),
          new SazRendering(true),
          new OtlpRendering(false),
          new OtlpRendering(true),
          new OtelConsoleRendering(),
          new LogbookRendering(LogbookRendering.Style.HTTP),
          new LogbookRendering(LogbookRendering.Style.CURL),
          new LogbookRendering(LogbookRendering.Style.SPLUNK),
          new OkHttpRendering(),
          new ApacheHttpClientRendering(),
          new JavaHttpClientRendering(),
          new CurlRendering(false),
          new CurlRendering(true),
          new ApplicationLogRendering(),
          new JerseyRendering(JerseyRendering.Logger.LOGBACK),
          new JerseyRendering(JerseyRendering.Logger.CONSOLE),
          new JerseyRendering(JerseyRendering.Logger.RECORDS),
          new PythonHttpRendering(false),
          new PythonHttpRendering(true),
          DeclaredClientRendering.dotnet(),
          DeclaredClientRendering.spring(),
          DeclaredClientRendering.feign(),
          DeclaredClientRendering.faraday(),
          DeclaredClientRendering.ethon(),
          StoreRendering.insights(),
          StoreRendering.elasticsearch(),
          StoreRendering.datadog());

  private Renderings() {}
}
