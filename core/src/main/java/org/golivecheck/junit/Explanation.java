package org.golivecheck.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.golivecheck.render.ReportFormats;
import org.golivecheck.render.TextOptions;
import org.golivecheck.report.Finding;
import org.golivecheck.report.Gate;
import org.golivecheck.report.GoLiveReport;

/** The message of a failed test: why it failed, and what to do. */
final class Explanation {
  private static final TextOptions BRIEF =
      new TextOptions(100, /* color= */ false, TextOptions.Detail.BRIEF);

  private Explanation() {}

  /** Returns the brief text report with some of its open findings. */
  static String of(GoLiveReport report, List<Finding> shown) {
    StringBuilder text = new StringBuilder();
    try {
      ReportFormats.writer("text", BRIEF).write(report.withGate(Gate.DEFAULT, shown), text);
    } catch (IOException e) {
      throw new UncheckedIOException("text in memory cannot fail", e);
    }
    return text.toString();
  }
}
