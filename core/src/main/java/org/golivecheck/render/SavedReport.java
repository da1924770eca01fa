package org.golivecheck.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.golivecheck.call.Exclusion;
import org.golivecheck.redaction.Redactor;
import org.golivecheck.redaction.SafeText;
import org.golivecheck.redaction.find.Hiding;
import org.golivecheck.render.json.JsonReportWriter;
import org.golivecheck.report.Comparison;
import org.golivecheck.report.FailOn;
import org.golivecheck.report.Finding;
import org.golivecheck.report.Finding.Evidence;
import org.golivecheck.report.FindingState;
import org.golivecheck.report.Gate;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.GoLiveReport.Calls;
import org.golivecheck.report.GoLiveReport.Input;
import org.golivecheck.report.GoLiveReport.KeyVerdict;
import org.golivecheck.report.GoLiveReport.NextStep;
import org.golivecheck.report.GoLiveReport.PartVerdict;
import org.golivecheck.report.GoLiveReport.Problem;
import org.golivecheck.report.GoLiveReport.ProfileVerdict;
import org.golivecheck.report.GoLiveReport.Reason;
import org.golivecheck.report.GoLiveReport.Window;
import org.golivecheck.report.GoLiveReport.WindowCall;
import org.golivecheck.report.Outcome;
import org.golivecheck.report.PartKind;
import org.golivecheck.report.Profile;
import org.golivecheck.report.ReportSeries;
import org.golivecheck.report.Severity;
import org.golivecheck.report.Verdict;
import org.golivecheck.report.data.ReportData;
import org.golivecheck.rule.Thresholds;
import org.golivecheck.text.Json;
import org.golivecheck.text.SavedJson;
import org.jspecify.annotations.Nullable;

/**
 * Reads a report that was printed as {@code json}, so that it can be printed in another format.
 *
 * <p>The source of a file is unknown, so the texts of a log are redacted again. This changes
 * nothing in a report that was redacted in the same way. Unknown names are ignored, since later
 * versions may add some. The decision on the build is made again, by the same rules.
 */
public final class SavedReport {
  /** Reports have at most 6 levels; later versions may have more. */
  private static final JsonFactory FACTORY = Json.strict(64);

  /** The names that earlier versions did not write, or that are written only where they apply. */
  private static final Set<String> OPTIONAL =
      Set.of(
          ("comparison consentUrl countableEnvironments each environments gapCounts keys"
                  + " medianGapMillis next part parts profiles recipe series")
              .split(" ", -1));

  /**
   * Our own words mention tokens and headers, which look like secrets, so nothing in them is
   * hidden. A manipulated file must not control a terminal, though.
   */
  private static final Hiding OWN_WORDS = Hiding.nothing(10 * Redactor.MAX_LENGTH);

  private SavedReport() {}

  /**
   * Reads a report to its end.
   *
   * @param in the file, which is closed
   * @param redactor hides what the new report must not show
   * @throws IOException if it cannot be read
   * @throws ReportFormatException if it does not contain a report, or if the schema version is
   *     unknown
   */
  public static GoLiveReport read(InputStream in, Redactor redactor)
      throws IOException, ReportFormatException {
    return json(redactor)
        .read(FACTORY.createParser(in), Report.class, true, ReportFormatException::new)
        .report();
  }

  private static SavedJson json(Redactor redactor) {
    Map<String, SafeText> texts = new HashMap<>();
    Map<String, String> words = new HashMap<>();
    return new SavedJson("report", text -> new Redactor().redact(text).toString(), OPTIONAL)
        .range("schemaVersion", JsonReportWriter.SCHEMA_VERSION, JsonReportWriter.SCHEMA_VERSION)
        .range("status", 0, 999)
        .range("required", 0, Thresholds.MAX_WINDOW_SIZE)
        .range("size", 0, Thresholds.MAX_WINDOW_SIZE)
        .range("seconds", 1, Integer.MAX_VALUE)
        .range("line", 1, Long.MAX_VALUE)
        .text(String.class, "a text", text -> words.computeIfAbsent(text, OWN_WORDS::hide))
        .value(
            SafeText.class,
            "a text",
            json ->
                !json.hasToken(JsonToken.VALUE_STRING)
                    ? null
                    : "errorCode".equals(json.currentName())
                        ? redactor.redactCode(json.getText())
                        : texts.computeIfAbsent(json.getText(), redactor::redact))
        .ofNull("timestamp", Instant.class, Instant.EPOCH)
        .text(Instant.class, "a time such as 2026-11-23T10:15:30Z", SavedReport::time)
        .text(LocalDate.class, "a day such as 2026-12-31", LocalDate::parse)
        .record(Calls.class, ReportData.Calls.class)
        .record(WindowCall.class, ReportData.WindowCall.class)
        .record(KeyVerdict.class, ReportData.KeyVerdict.class)
        .record(PartVerdict.class, ReportData.PartVerdict.class)
        .record(Gate.SuppressionUse.class, ReportData.SuppressionUse.class)
        .record(ReportSeries.class, ReportData.Series.class)
        .record(ReportSeries.Call.class, ReportData.SeriesCall.class)
        .record(ReportSeries.Rate.class, ReportData.Rate.class)
        .choices(Exclusion.class, Exclusion::id)
        .choices(FailOn.class, FailOn::id)
        .choices(FindingState.Kind.class, FindingState.Kind::id)
        .choices(Outcome.class, Outcome::name)
        .choices(PartKind.class, PartKind::id)
        .choices(Profile.class, Profile::id)
        .choices(Severity.class, Severity::id)
        .choices(Verdict.class, Verdict::name);
  }

  private static @Nullable Instant time(String text) {
    Instant time = Instant.parse(text);
    int year = time.atOffset(ZoneOffset.UTC).getYear();
    return year >= 0 && year <= 9_999 ? time : null;
  }

  private record Report(
      int schemaVersion,
      Profile profile,
      Verdict verdict,
      List<Reason> reasons,
      @Nullable List<ProfileVerdict> profiles,
      Window window,
      Calls calls,
      List<SavedFinding> findings,
      List<String> notes,
      List<Input> inputs,
      List<SavedProblem> problems,
      @Nullable ReportSeries series,
      Gate gate,
      @Nullable List<KeyVerdict> keys,
      @Nullable Comparison comparison,
      @Nullable List<NextStep> next,
      @Nullable PartKind each,
      @Nullable List<PartVerdict> parts) {
    GoLiveReport report() {
      return GoLiveReport.builder(profile, verdict)
          .reasons(reasons)
          .profiles(profiles == null ? List.of() : profiles)
          .window(window)
          .calls(calls)
          .findings(findings.stream().map(SavedFinding::finding).toList())
          .notes(notes)
          .inputs(inputs)
          .problems(problems.stream().map(SavedProblem::problem).toList())
          .series(series)
          .gate(gate)
          .keys(keys == null ? List.of() : keys)
          .comparison(comparison)
          // Those of another verdict follow from the rest of the report.
          .next(next == null || verdict != Verdict.PASS ? List.of() : next)
          .parts(each, each == null || parts == null ? List.of() : parts)
          .build();
    }
  }

  private record SavedFinding(
      String rule,
      String title,
      Severity severity,
      String basis,
      String category,
      String actor,
      SafeText message,
      String remedy,
      @Nullable SavedRecipe recipe,
      @Nullable String retry,
      @Nullable SafeText method,
      @Nullable SafeText path,
      @Nullable SafeText resource,
      @Nullable String operation,
      @Nullable SafeText errorCode,
      @Nullable SafeText consentUrl,
      long count,
      @Nullable SafeText part,
      @Nullable Long medianGapMillis,
      List<Evidence> evidence,
      SafeText fingerprint,
      FindingState.Kind state,
      @Nullable SafeText stateReason,
      @Nullable LocalDate stateUntil,
      boolean expired,
      long known) {
    Finding finding() {
      return Finding.builder(rule, severity)
          .title(title)
          .basis(basis)
          .category(category)
          .actor(actor)
          .message(message)
          .remedy(remedy)
          .recipe(recipe == null ? null : recipe.id())
          .retry(retry)
          .method(method)
          .path(path)
          .resource(resource)
          .operation(operation)
          .errorCode(errorCode)
          .consentUrl(consentUrl)
          .count(count)
          .part(part)
          .medianGap(medianGapMillis == null ? null : Duration.ofMillis(medianGapMillis))
          .evidence(evidence)
          .fingerprint(fingerprint)
          .state(new FindingState(state, known, stateReason, stateUntil, expired))
          .build();
    }
  }

  private record SavedRecipe(String id, String link) {}

  private record SavedProblem(
      String code,
      SafeText source,
      @Nullable Long line,
      @Nullable Long offset,
      SafeText message,
      long count) {
    Problem problem() {
      return new ReportData.Problem(
          code, source, line == null ? 0 : line, offset == null ? -1 : offset, message, count);
    }
  }
}
