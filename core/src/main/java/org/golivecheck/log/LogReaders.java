package org.golivecheck.log;

import java.util.List;
import org.golivecheck.log.access.AccessLogReader;
import org.golivecheck.log.capture.HarReader;
import org.golivecheck.log.capture.NewmanReader;
import org.golivecheck.log.capture.SazReader;
import org.golivecheck.log.client.ApacheHttpClientReader;
import org.golivecheck.log.client.ApplicationLogReader;
import org.golivecheck.log.client.ClientText;
import org.golivecheck.log.client.CurlReader;
import org.golivecheck.log.client.JavaHttpClientReader;
import org.golivecheck.log.client.JerseyReader;
import org.golivecheck.log.client.LogbookReader;
import org.golivecheck.log.client.OkHttpReader;
import org.golivecheck.log.client.PythonHttpReader;
import org.golivecheck.log.client.SdkExceptionReader;
import org.golivecheck.log.format.LogReader;
import org.golivecheck.log.otel.OtlpReader;
import org.golivecheck.log.otel.SpanLogReader;
import org.golivecheck.log.record.CsvLogReader;
import org.golivecheck.log.record.JsonLogReader;
import org.golivecheck.log.request.RequestLogListReader;
import org.golivecheck.log.request.RequestLogReader;

/**
 * The readers of all formats, one a line, in the order in which they are asked: what only one tool
 * writes goes before what many do, and logs of applications, which may hold anything, come last.
 */
final class LogReaders {
  static final List<LogReader> ALL =
      List.of(
          new RequestLogReader(),
          new RequestLogListReader(),
          new HarReader(),
          new NewmanReader(),
          new SazReader(),
          new OtlpReader(),
          new SpanLogReader(),
          new JerseyReader(),
          new LogbookReader(),
          new OkHttpReader(),
          new ApacheHttpClientReader(),
          new JavaHttpClientReader(),
          new CurlReader(),
          new PythonHttpReader(),
          new JsonLogReader(ClientText::new),
          new CsvLogReader(ClientText::new, ClientText::occursIn),
          new AccessLogReader(),
          new ApplicationLogReader(),
          new SdkExceptionReader());

  private LogReaders() {}
}
