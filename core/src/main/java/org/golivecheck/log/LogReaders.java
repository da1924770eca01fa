package org.golivecheck.log;

import java.util.List;
import org.golivecheck.log.capture.HarReader;
import org.golivecheck.log.read.LogReader;
import org.golivecheck.log.request.RequestLogReader;

/** The readers of all formats, one a line, in the order in which they are asked. */
final class LogReaders {
  static final List<LogReader> ALL = List.of(new RequestLogReader(), new HarReader());

  private LogReaders() {}
}
