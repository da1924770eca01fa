package org.golivecheck.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.golivecheck.render.build.JunitReportWriter;
import org.golivecheck.render.build.SarifReportWriter;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.Severity;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.RuleInfos;

/** What writers print, as text. */
final class Printed {
  /** Rules of which the fixtures have findings of all severities, of some, and of none. */
  static final List<RuleInfo> RULES =
      List.of(
          RuleInfos.of(
              "ER-user-permission",
              "Permission that the user lacks",
              Severity.ERROR,
              "account-admin"),
          RuleInfos.of(
              "GL-001", "Too few calls for the review", Severity.ERROR, "integration-developer"),
          RuleInfos.of("GL-007", "Status of no kind", Severity.WARNING, "integration-developer"),
          RuleInfos.of(
              "PL-001", "Envelope resource polled", Severity.ERROR, "integration-developer"));

  private Printed() {}

  /** Returns a report in a format; those that list the rules list {@link #RULES}. */
  static String print(String format, GoLiveReport report) {
    ReportWriter writer =
        switch (format) {
          case "junit" -> new JunitReportWriter(profile -> RULES);
          case "sarif" -> new SarifReportWriter(profile -> RULES);
          default -> ReportFormats.writer(format);
        };
    return print(writer, report);
  }

  static String print(ReportWriter writer, GoLiveReport report) {
    StringBuilder out = new StringBuilder();
    try {
      writer.write(report, out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toString();
  }
}
