package org.golivecheck.render;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.golivecheck.call.Exclusion;
import org.golivecheck.redaction.Redactor;
import org.golivecheck.redaction.SafeText;
import org.golivecheck.redaction.find.Hiding;
import org.golivecheck.render.json.JsonReportWriter;
import org.golivecheck.report.EnvironmentCounts;
import org.golivecheck.report.Finding;
import org.golivecheck.report.Finding.Evidence;
import org.golivecheck.report.FindingState;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.GoLiveReport.Calls;
import org.golivecheck.report.GoLiveReport.Input;
import org.golivecheck.report.GoLiveReport.KeyVerdict;
import org.golivecheck.report.GoLiveReport.KeyWindow;
import org.golivecheck.report.GoLiveReport.Problem;
import org.golivecheck.report.GoLiveReport.Reason;
import org.golivecheck.report.GoLiveReport.Window;
import org.golivecheck.report.GoLiveReport.WindowCall;
import org.golivecheck.report.Outcome;
import org.golivecheck.report.Profile;
import org.golivecheck.report.Severity;
import org.golivecheck.report.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Reads a report that was printed as {@code json}, so that it can be printed in another format.
 *
 * <p>The source of a file is unknown, so the texts of a log are redacted again. This changes
 * nothing in a report that was redacted in the same way. Unknown names are skipped, since later
 * versions may add some. The decision on the build is made again, by the same rules.
 */
public final class JsonReportReader {
  private static final Pattern RULE = Pattern.compile("[A-Z]{2}-[0-9a-z-]+");
  private static final int MAX_WINDOW = 1_000;

  private final SavedTexts texts;

  /**
   * Creates a reader.
   *
   * @param redactor hides what the new report must not show
   */
  public JsonReportReader(Redactor redactor) {
    this.texts = new SavedTexts(redactor);
  }

  /**
   * Reads a report to its end.
   *
   * @param in the file, not closed
   * @throws IOException if it cannot be read
   * @throws ReportFormatException if it does not contain a report, or if the schema version is
   *     unknown
   */
  public GoLiveReport read(InputStream in) throws IOException, ReportFormatException {
    SavedObject report = SavedJson.read(in);
    checkVersion(report);
    SavedObject series = report.has("series") ? report.nullableObject("series") : null;
    return GoLiveReport.builder(
            report.choice("profile", Profile.values(), Profile::id),
            report.choice("verdict", Verdict.values(), Verdict::name))
        .reasons(report.list("reasons", this::reason))
        .window(window(report.object("window")))
        .calls(calls(report.object("calls")))
        .findings(report.list("findings", this::finding))
        .notes(report.texts("notes").stream().map(texts::own).toList())
        .inputs(report.list("inputs", this::input))
        .problems(report.list("problems", this::problem))
        .series(series == null ? null : new JsonSeriesReader(texts).series(series))
        .gate(new JsonGateReader(texts).gate(report.object("gate")))
        .keys(report.has("keys") ? report.list("keys", this::key) : List.of())
        .build();
  }

  private static void checkVersion(SavedObject report) throws ReportFormatException {
    if (!report.has("schemaVersion")) {
      throw new ReportFormatException(
          1, "is no report: it lacks schemaVersion; save one with -r json=FILE");
    }
    if (report.number("schemaVersion", 0, Integer.MAX_VALUE) != JsonReportWriter.SCHEMA_VERSION) {
      throw report.wrong(
          "schemaVersion",
          JsonReportWriter.SCHEMA_VERSION + ", which is what this version can read");
    }
  }

  static String rule(SavedObject object) throws ReportFormatException {
    String rule = object.text("rule");
    if (RULE.matcher(rule).matches()) {
      return rule;
    }
    throw object.wrong("rule", "the id of a rule such as PL-001");
  }

  static int status(SavedObject object) throws ReportFormatException {
    return object.number("status", 0, 999);
  }

  private Reason reason(SavedObject reason) throws ReportFormatException {
    return new Reason(rule(reason), texts.text(reason, "message"));
  }

  private KeyVerdict key(SavedObject key) throws ReportFormatException {
    SavedObject window = key.object("window");
    return new KeyVerdict(
        texts.nullableText(key, "key"),
        key.choice("verdict", Verdict.values(), Verdict::name),
        key.list("reasons", this::reason),
        new KeyWindow(
            window.number("required", 0, MAX_WINDOW),
            window.number("size", 0, MAX_WINDOW),
            window.number("cleanCallsNeeded", 0, Integer.MAX_VALUE)),
        key.count("countable"),
        key.count("total"));
  }

  private Window window(SavedObject window) throws ReportFormatException {
    return new Window(
        window.number("required", 0, MAX_WINDOW),
        window.number("cleanCallsNeeded", 0, Integer.MAX_VALUE),
        window.list("calls", this::windowCall));
  }

  private WindowCall windowCall(SavedObject call) throws ReportFormatException {
    return new WindowCall(
        call.time("timestamp"),
        texts.text(call, "method"),
        texts.text(call, "path"),
        texts.text(call, "resource"),
        texts.nullableOwn(call, "operation"),
        status(call),
        call.choice("outcome", Outcome.values(), Outcome::name),
        texts.nullableText(call, "errorCode"),
        texts.nullableText(call, "traceToken"),
        texts.text(call, "source"));
  }

  private static Calls calls(SavedObject calls) throws ReportFormatException {
    return new Calls(
        calls.count("total"),
        calls.count("countable"),
        calls.count("failed"),
        calls.count("duplicates"),
        calls.count("filtered"),
        excluded(calls.object("excluded")),
        environments(calls, "environments", "total"),
        environments(calls, "countableEnvironments", "countable"),
        calls.nullableTime("from"),
        calls.nullableTime("to"));
  }

  /** Reads the number of calls per environment, which reports of earlier versions lack. */
  private static EnvironmentCounts environments(SavedObject calls, String name, String all)
      throws ReportFormatException {
    if (!calls.has(name)) {
      return new EnvironmentCounts(0, 0, calls.count(all));
    }
    SavedObject counts = calls.object(name);
    return new EnvironmentCounts(
        counts.count("demo"), counts.count("production"), counts.count("unknown"));
  }

  private static Map<String, Long> excluded(SavedObject excluded) throws ReportFormatException {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (Exclusion reason : Exclusion.values()) {
      if (reason.isOfEveryLog() || excluded.has(reason.id())) {
        counts.put(reason.id(), excluded.count(reason.id()));
      }
    }
    return counts;
  }

  private Finding finding(SavedObject finding) throws ReportFormatException {
    return Finding.builder(
            rule(finding), finding.choice("severity", Severity.values(), Severity::id))
        .title(texts.own(finding, "title"))
        .basis(texts.own(finding, "basis"))
        .category(texts.own(finding, "category"))
        .actor(texts.own(finding, "actor"))
        .message(texts.text(finding, "message"))
        .remedy(texts.own(finding, "remedy"))
        .retry(texts.nullableOwn(finding, "retry"))
        .method(texts.nullableText(finding, "method"))
        .path(texts.nullableText(finding, "path"))
        .resource(texts.nullableText(finding, "resource"))
        .operation(texts.nullableOwn(finding, "operation"))
        .errorCode(texts.nullableText(finding, "errorCode"))
        // Reports saved by earlier releases do not have it.
        .consentUrl(finding.has("consentUrl") ? texts.nullableText(finding, "consentUrl") : null)
        .count(finding.count("count"))
        .evidence(finding.list("evidence", this::evidence))
        .fingerprint(texts.text(finding, "fingerprint"))
        .state(state(finding))
        .build();
  }

  private FindingState state(SavedObject finding) throws ReportFormatException {
    return new FindingState(
        finding.choice("state", FindingState.Kind.values(), FindingState.Kind::id),
        finding.count("known"),
        texts.nullableText(finding, "stateReason"),
        finding.nullableDay("stateUntil"),
        finding.flag("expired"));
  }

  private Evidence evidence(SavedObject call) throws ReportFormatException {
    return new Evidence(
        call.time("timestamp"),
        texts.nullableText(call, "traceToken"),
        texts.text(call, "source"),
        status(call));
  }

  private Input input(SavedObject input) throws ReportFormatException {
    return new Input(
        texts.text(input, "name"),
        texts.own(input, "format"),
        input.count("entries"),
        input.count("calls"),
        input.count("skipped"));
  }

  private Problem problem(SavedObject problem) throws ReportFormatException {
    return new Problem(
        texts.own(problem, "code"),
        texts.text(problem, "source"),
        problem.position("line", 1, 0),
        problem.position("offset", 0, -1),
        texts.text(problem, "message"),
        problem.count("count"));
  }

  /** The texts of a saved report, redacted. Many are equal. */
  static final class SavedTexts {
    /**
     * Our own words mention tokens and headers, which look like secrets, so nothing in them is
     * hidden. A manipulated file must not control a terminal, though.
     */
    private static final Hiding OWN_WORDS = Hiding.nothing(10 * Redactor.MAX_LENGTH);

    private final Redactor redactor;
    private final Map<String, SafeText> known = new HashMap<>();
    private final Map<String, String> words = new HashMap<>();

    SavedTexts(Redactor redactor) {
      this.redactor = redactor;
    }

    SafeText text(SavedObject object, String name) throws ReportFormatException {
      return safe(object.text(name));
    }

    @Nullable SafeText nullableText(SavedObject object, String name) throws ReportFormatException {
      String text = object.nullableText(name);
      return text == null ? null : safe(text);
    }

    /** Returns a text written by this tool, unless the file was manipulated. */
    String own(SavedObject object, String name) throws ReportFormatException {
      return own(object.text(name));
    }

    @Nullable String nullableOwn(SavedObject object, String name) throws ReportFormatException {
      String text = object.nullableText(name);
      return text == null ? null : own(text);
    }

    String own(String text) {
      return words.computeIfAbsent(text, OWN_WORDS::hide);
    }

    private SafeText safe(String text) {
      return known.computeIfAbsent(text, redactor::redact);
    }
  }
}
