package org.golivecheck.render;

import java.io.IOException;
import org.golivecheck.report.GoLiveReport;

/** Prints a report in one format. A writer has no state and can print any number of reports. */
@FunctionalInterface
public interface ReportWriter {

  /**
   * Prints a report.
   *
   * @param report the report
   * @param out the output; neither flushed nor closed
   * @throws IOException if printing fails
   */
  void write(GoLiveReport report, Appendable out) throws IOException;
}
