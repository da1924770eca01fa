package org.golivecheck.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.golivecheck.call.LogField;
import org.golivecheck.render.build.JunitReportWriter;
import org.golivecheck.render.build.SarifReportWriter;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.Profile;
import org.golivecheck.report.Severity;
import org.golivecheck.rule.RuleInfo;

/** What writers print, as text. */
final class Printed {
  /** Rules of which the fixtures have findings of all severities, of some, and of none. */
  static final List<RuleInfo> RULES =
      List.of(
          new Rule(
              "ER-user-permission",
              "Permission that the user lacks",
              Severity.ERROR,
              "account-admin"),
          new Rule(
              "GL-001", "Too few calls for the review", Severity.ERROR, "integration-developer"),
          new Rule("GL-007", "Status of no kind", Severity.WARNING, "integration-developer"),
          new Rule("PL-001", "Envelope resource polled", Severity.ERROR, "integration-developer"));

  private Printed() {}

  private record Rule(String id, String title, Severity severity, String actor)
      implements RuleInfo {
    @Override
    public String category() {
      return id.startsWith("PL") ? "polling" : "go-live";
    }

    @Override
    public Set<LogField> needs() {
      return Set.of();
    }

    @Override
    public Scope scope() {
      return Scope.INTEGRATION;
    }

    @Override
    public Set<Profile> profiles() {
      return Set.of(Profile.values());
    }

    @Override
    public String basis() {
      return severity == Severity.ERROR
          ? "https://developers.docusign.com/docs/" + id
          : RuleInfo.HEURISTIC;
    }

    @Override
    public String remedy() {
      return "Do what is right for " + id + ".";
    }
  }

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
