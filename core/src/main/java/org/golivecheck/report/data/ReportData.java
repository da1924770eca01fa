package org.golivecheck.report.data;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.golivecheck.call.Exclusion;
import org.golivecheck.redaction.SafeText;
import org.golivecheck.report.EnvironmentCounts;
import org.golivecheck.report.Gate;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.GoLiveReport.KeyWindow;
import org.golivecheck.report.GoLiveReport.ProfileVerdict;
import org.golivecheck.report.GoLiveReport.Reason;
import org.golivecheck.report.Outcome;
import org.golivecheck.report.ReportSeries;
import org.golivecheck.report.Verdict;
import org.jspecify.annotations.Nullable;

/** What rules and saved reports make. The interfaces say what the components mean. */
public final class ReportData {
  private ReportData() {}

  /** See {@link GoLiveReport.Calls}. */
  public record Calls(
      long total,
      long countable,
      long unanswered,
      long failed,
      long duplicates,
      long filtered,
      Map<String, Long> excluded,
      EnvironmentCounts environments,
      EnvironmentCounts countableEnvironments,
      @Nullable Instant from,
      @Nullable Instant to)
      implements GoLiveReport.Calls {

    /** Reports that earlier versions saved do not have environments, which are unknown then. */
    public Calls {
      if (environments == null || countableEnvironments == null) {
        environments = new EnvironmentCounts(0, 0, total);
        countableEnvironments = new EnvironmentCounts(0, 0, countable);
      }
    }
  }

  /** See {@link GoLiveReport.WindowCall}. */
  public record WindowCall(
      Instant timestamp,
      SafeText method,
      SafeText path,
      SafeText resource,
      @Nullable String operation,
      int status,
      Outcome outcome,
      @Nullable SafeText errorCode,
      @Nullable SafeText traceToken,
      SafeText source)
      implements GoLiveReport.WindowCall {}

  /** See {@link GoLiveReport.KeyVerdict}. */
  public record KeyVerdict(
      @Nullable SafeText key,
      Verdict verdict,
      List<Reason> reasons,
      KeyWindow window,
      long countable,
      long total)
      implements GoLiveReport.KeyVerdict {
    /** Copies the list. */
    public KeyVerdict {
      reasons = List.copyOf(reasons);
    }
  }

  /** See {@link GoLiveReport.PartVerdict}. */
  public record PartVerdict(
      SafeText name,
      Verdict verdict,
      List<Reason> reasons,
      List<ProfileVerdict> profiles,
      int cleanCallsNeeded,
      long total,
      long countable)
      implements GoLiveReport.PartVerdict {
    /** Copies the lists. Reports that earlier versions saved have one verdict per part. */
    public PartVerdict {
      reasons = List.copyOf(reasons);
      profiles = profiles == null ? List.of() : List.copyOf(profiles);
    }
  }

  /** See {@link GoLiveReport.Problem}. */
  public record Problem(
      String code, SafeText source, long line, long offset, SafeText message, long count)
      implements GoLiveReport.Problem {}

  /** See {@link Gate.SuppressionUse}. */
  public record SuppressionUse(
      @Nullable String rule,
      @Nullable SafeText errorCode,
      @Nullable SafeText resource,
      @Nullable SafeText operation,
      SafeText reason,
      @Nullable LocalDate until,
      boolean expired,
      long findings)
      implements Gate.SuppressionUse {}

  /** See {@link ReportSeries}. */
  public record Series(
      List<ReportSeries.Call> calls,
      long bucketSeconds,
      List<ReportSeries.Lane> lanes,
      List<ReportSeries.PolledResource> polling,
      long polledResources,
      List<ReportSeries.GapCount> gapCounts,
      List<ReportSeries.Rate> rates,
      List<ReportSeries.ErrorCount> errors)
      implements ReportSeries {
    /** Copies the lists. */
    public Series {
      calls = List.copyOf(calls);
      lanes = List.copyOf(lanes);
      polling = List.copyOf(polling);
      // Reports that earlier versions saved have none.
      gapCounts = gapCounts == null ? List.of() : List.copyOf(gapCounts);
      rates = List.copyOf(rates);
      errors = List.copyOf(errors);
    }
  }

  /** See {@link ReportSeries.Call}. */
  public record SeriesCall(
      Instant timestamp,
      SafeText method,
      SafeText resource,
      @Nullable String operation,
      int status,
      @Nullable SafeText errorCode,
      @Nullable SafeText traceToken,
      SafeText source,
      int lane,
      @Nullable Exclusion excluded,
      boolean inWindow,
      boolean breach)
      implements ReportSeries.Call {}

  /** See {@link ReportSeries.Rate}. */
  public record Rate(
      SafeText account,
      boolean demo,
      int seconds,
      long limit,
      boolean limitTold,
      long peak,
      Instant peakTime,
      long bucketSeconds,
      List<ReportSeries.RatePoint> points)
      implements ReportSeries.Rate {
    /** Copies the list. */
    public Rate {
      points = List.copyOf(points);
    }
  }
}
