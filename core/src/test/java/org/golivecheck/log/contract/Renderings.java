package org.golivecheck.log.contract;

import java.util.List;

/** The renderings of all formats, one a line; every format has one at least. */
final class Renderings {
  static final List<Rendering> ALL =
      List.of(
          new RequestLogRendering(),
          new HarRendering(false),
          new HarRendering(true),
          new NewmanRendering(),
          new SazRendering(false),
          new SazRendering(true),
          new OtlpRendering(false),
          new OtlpRendering(true),
          new OtelConsoleRendering(),
          new JerseyRendering(),
          new RecorderRendering(),
          JsonRendering.exchanges(false),
          JsonRendering.exchanges(true),
          JsonRendering.logstash(),
          JsonRendering.ecs(),
          JsonRendering.openTelemetry(),
          JsonRendering.logbook(),
          JsonRendering.nginx(),
          new SdkExceptionRendering());

  private Renderings() {}
}
