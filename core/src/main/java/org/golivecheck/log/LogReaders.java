package org.golivecheck.log;

import org.golivecheck.log.access.AccessLogReader;
import org.golivecheck.log.access.AccessText;
import org.golivecheck.log.capture.HarReader;
import org.golivecheck.log.capture.NewmanReader;
import org.golivecheck.log.capture.SazReader;
import org.golivecheck.log.client.AnyClient;
import org.golivecheck.log.client.ApplicationLogReader;
import org.golivecheck.log.client.ClientFormats;
import org.golivecheck.log.format.LogReader;
import org.golivecheck.log.format.LoggedText;
import org.golivecheck.log.format.ReadContext;
import org.golivecheck.log.format.Readers;
import org.golivecheck.log.otel.OtlpReader;
import org.golivecheck.log.otel.SpanLogReader;
import org.golivecheck.log.record.CsvLogReader;
import org.golivecheck.log.record.JsonLogReader;
import org.golivecheck.log.record.VcrReader;
import org.golivecheck.log.request.RequestLogListReader;
import org.golivecheck.log.request.RequestLogReader;
import org.golivecheck.log.text.CallLike;

/**
 * The readers of all formats, one per line, in the order in which they are tried. Formats of a
 * single tool come before those of many tools. Logs of applications may contain anything, so they
 * come last.
 */
final class LogReaders {
  private static final int COUNT = 27;
  private static final int SAZ = 4;

  static final Readers ALL = new Readers(COUNT, LogReaders::reader, SAZ);

  private LogReaders() {}

  /** Creates a reader. Only its own classes are loaded. */
  private static LogReader reader(int index) {
    return switch (index) {
      case 0 -> new RequestLogReader();
      case 1 -> new RequestLogListReader();
      case 2 -> new HarReader();
      case 3 -> new NewmanReader();
      case SAZ -> new SazReader();
      case 5 -> new OtlpReader();
      case 6 -> new SpanLogReader();
      case 7 -> ClientFormats.jersey();
      case 8 -> ClientFormats.logbook();
      case 9 -> ClientFormats.okHttp();
      case 10 -> ClientFormats.apache();
      case 11 -> ClientFormats.javaHttp();
      case 12 -> ClientFormats.curl();
      case 13 -> ClientFormats.declared("python-http");
      case 14 -> ClientFormats.declared("dotnet-httpclient");
      case 15 -> ClientFormats.declared("spring-client");
      case 16 -> ClientFormats.declared("feign");
      case 17 -> ClientFormats.declared("faraday");
      case 18 -> ClientFormats.declared("ethon");
      case 19 -> new JsonLogReader(LogReaders::texts);
      case 20 -> new CsvLogReader(LogReaders::texts, LogReaders::isOfCalls);
      case 21 -> new AccessLogReader();
      case 22 -> ClientFormats.declared("http-text");
      case 23 -> ClientFormats.declared("devtools-text");
      case 24 -> new ApplicationLogReader();
      case 25 -> ClientFormats.sdkExceptions();
      case 26 -> new VcrReader();
      default -> throw new IndexOutOfBoundsException(index);
    };
  }

  private static LoggedText texts(ReadContext context) {
    return LoggedText.either(new AnyClient(context), new AccessText(context));
  }

  private static boolean isOfCalls(byte[] head, int length) {
    return AnyClient.hasException(head, length) || CallLike.anyLine(head, length);
  }
}
