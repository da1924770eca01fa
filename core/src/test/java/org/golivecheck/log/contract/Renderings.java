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
          new RecorderRendering(),
          new JerseyRendering(JerseyRendering.Logger.LOGBACK),
          new JerseyRendering(JerseyRendering.Logger.CONSOLE),
          new JerseyRendering(JerseyRendering.Logger.RECORDS),
          new LogbookRendering(LogbookRendering.Style.HTTP),
          new LogbookRendering(LogbookRendering.Style.CURL),
          new LogbookRendering(LogbookRendering.Style.SPLUNK),
          new OkHttpRendering(),
          new ApacheHttpClientRendering(),
          new JavaHttpClientRendering(),
          new CurlRendering(false),
          new CurlRendering(true),
          new PythonHttpRendering(),
          new ApplicationLogRendering(),
          new SdkExceptionRendering());

  private Renderings() {}
}
