package org.golivecheck.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.golivecheck.GoLiveCheck;
import org.golivecheck.config.Configuration;
import org.golivecheck.config.ConfigurationFormatException;
import org.golivecheck.config.Keys;
import org.golivecheck.config.Setting;
import org.golivecheck.gate.GatePolicy;
import org.golivecheck.gate.Suppression;
import org.golivecheck.gate.Suppression.Target;
import org.golivecheck.recorder.CallRecorder;
import org.golivecheck.recorder.RunningClasses;
import org.golivecheck.render.ReportFormats;
import org.golivecheck.report.FailOn;
import org.golivecheck.report.Finding;
import org.golivecheck.report.GateDecision;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.Severity;
import org.golivecheck.report.Verdict;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.Rules;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** A test class with the recorder of its calls. Checks them and writes the reports in the end. */
final class RecordedClass {
  private static final String CLASS = "{class}";

  private final String name;
  private final GoLive settings;
  private final CallRecorder recorder;
  private final List<ReportFile> reports;
  private final GoLiveCheck check;
  private final GatePolicy policy;

  /** How many requests there were when each running test began, by its id. */
  private final Map<String, Long> before = new ConcurrentHashMap<>();

  private final AtomicInteger tests = new AtomicInteger();
  private final AtomicInteger withoutCall = new AtomicInteger();

  private RecordedClass(
      String name,
      GoLive settings,
      CallRecorder recorder,
      List<ReportFile> reports,
      GoLiveCheck check,
      GatePolicy policy) {
    this.name = name;
    this.settings = settings;
    this.recorder = recorder;
    this.reports = reports;
    this.check = check;
    this.policy = policy;
  }

  /**
   * Uses the recorder of the class, or a new one.
   *
   * @throws IllegalArgumentException if the settings are wrong
   */
  static RecordedClass of(Class<?> type, GoLive settings) {
    List<ReportFile> reports = new ArrayList<>();
    for (String report : settings.report()) {
      reports.add(ReportFile.of(report.replace(CLASS, type.getName())));
    }
    try {
      Configuration configuration = configuration(settings, Path.of("").toAbsolutePath());
      return new RecordedClass(
          type.getName(),
          settings,
          recorder(type),
          reports,
          check(configuration, reports),
          policy(configuration, settings));
    } catch (ConfigurationFormatException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /**
   * Returns the configuration of a class.
   *
   * @param folder where to look for a file, and then in the folders above
   * @throws IllegalArgumentException if the file is wrong
   */
  static Configuration configuration(GoLive settings, Path folder) {
    String file = settings.config();
    boolean named = !file.equals(Configuration.FILE_NAME);
    Configuration configuration = Configuration.NONE;
    try {
      if (!file.isEmpty()) {
        configuration = Configuration.load(named ? file : null, named ? null : folder, Map.of());
      }
    } catch (ConfigurationFormatException e) {
      String message = e.getMessage().replace("--config ", "@GoLive(config) with ");
      throw new IllegalArgumentException(message, e);
    }
    List<Setting> own = new ArrayList<>();
    only("profile", settings.profile()).ifPresent(it -> own.add(Setting.of(Keys.PROFILE, it.id())));
    only("each", settings.each()).ifPresent(it -> own.add(Setting.of(Keys.EACH, it.id())));
    only("failOn", settings.failOn()).ifPresent(it -> own.add(Setting.of(Keys.FAIL_ON, it.id())));
    return configuration.with(own);
  }

  private static <T> Optional<T> only(String attribute, T[] values) {
    if (values.length > 1) {
      throw new IllegalArgumentException(
          "@GoLive(" + attribute + ") takes one value, not " + values.length);
    }
    return Arrays.stream(values).findFirst();
  }

  private static GoLiveCheck check(Configuration configuration, List<ReportFile> reports) {
    GoLiveCheck check =
        GoLiveCheck.withDefaults().withSettings(configuration.reviewSettings(null, null, null));
    return reports.stream().anyMatch(file -> ReportFormats.showsSeries(file.format()))
        ? check.withSeries()
        : check;
  }

  private static GatePolicy policy(Configuration configuration, GoLive settings)
      throws ConfigurationFormatException {
    List<Suppression> known = new ArrayList<>();
    for (String exception : settings.except()) {
      known.add(suppression(exception));
    }
    known.addAll(configuration.suppressions());
    GatePolicy policy =
        configuration.gatePolicy(LocalDate.now(ZoneOffset.UTC)).withSuppressions(known);
    String baseline = configuration.value(Keys.BASELINE);
    return baseline == null ? policy : policy.withBaseline(baseline, configuration.baseline(false));
  }

  private static Suppression suppression(String exception) {
    String rule = Rules.find(exception).map(RuleInfo::id).orElse(null);
    if (rule == null && !exception.matches("\\w+")) {
      throw new IllegalArgumentException(
          "@GoLive(except = \""
              + exception
              + "\") is neither a rule, which golive-check explain lists, nor an error code");
    }
    return new Suppression(
        rule == null ? Target.ofErrorCode(exception) : Target.ofRule(rule),
        "Excepted by @GoLive.",
        null);
  }

  private static CallRecorder recorder(Class<?> type) {
    List<Field> fields =
        ReflectionSupport.findFields(
            type,
            field ->
                Modifier.isStatic(field.getModifiers()) && field.getType() == CallRecorder.class,
            HierarchyTraversalMode.BOTTOM_UP);
    if (fields.isEmpty()) {
      return new CallRecorder(
          type.getSimpleName(), CallRecorder.DEFAULT_CAPACITY, InstantSource.system());
    }
    try {
      Object recorder = ReflectionSupport.tryToReadFieldValue(fields.get(0), null).get();
      if (recorder == null) {
        throw new IllegalArgumentException(
            ("%s.%s is null. Create the recorder where the field is declared, since "
                    + "@BeforeAll is too late: static final CallRecorder %s = new CallRecorder(); "
                    + "or leave the field out, and take the recorder as a parameter of @BeforeAll.")
                .formatted(type.getName(), fields.get(0).getName(), fields.get(0).getName()));
      }
      return (CallRecorder) recorder;
    } catch (IllegalArgumentException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalArgumentException("cannot read " + fields.get(0) + ": " + e.getMessage(), e);
    }
  }

  /** Returns the full name of the class. */
  String name() {
    return name;
  }

  CallRecorder recorder() {
    return recorder;
  }

  List<ReportFile> reports() {
    return reports;
  }

  /** Records that a test begins. */
  void testBegins(String id) {
    before.put(id, requests());
  }

  /** Records that a test ended, and counts it unless it was aborted. */
  void testEnds(String id, boolean ran) {
    Long first = before.remove(id);
    if (ran) {
      tests.incrementAndGet();
      withoutCall.addAndGet(first != null && first == requests() ? 1 : 0);
    }
  }

  private long requests() {
    return recorder.recorded() + recorder.unanswered();
  }

  /**
   * Returns how many tests made no call, if others made some; empty if each made one. The client
   * may have been replaced by one without a recorder.
   */
  String withoutCall() {
    int none = withoutCall.get();
    return none == 0 || none == tests.get()
        ? ""
        : "Tests without a call: "
            + none
            + " of "
            + tests
            + ". If they make calls, their client is another one than the recorder was given to.";
  }

  /**
   * Checks all calls, and writes the requested files in any case.
   *
   * @throws AssertionError if the calls would fail the review, or if tests ran without a call
   * @throws UncheckedIOException if a file cannot be written
   */
  void judge() {
    String unattributed = RunningClasses.takeUnattributed();
    if (recorder.recorded() == 0) {
      if (!unattributed.isEmpty()) {
        throw new AssertionError(unattributed);
      }
      if (tests.get() > 0) {
        throw new AssertionError(noCall());
      }
      return;
    }
    GoLiveReport report = report();
    List<UncheckedIOException> unwritten = write(report);
    if (report.decision().result() != GateDecision.Result.PASSED) {
      AssertionError failure =
          new AssertionError(
              explanation(report) + (unattributed.isEmpty() ? "" : "\n\n" + unattributed));
      unwritten.forEach(failure::addSuppressed);
      throw failure;
    }
    if (!unattributed.isEmpty()) {
      throw new AssertionError(unattributed);
    }
    if (!unwritten.isEmpty()) {
      throw unwritten.get(0);
    }
  }

  private String noCall() {
    long unanswered = recorder.unanswered();
    return "No call was recorded in "
        + name
        + (unanswered == 0
            ? ", so nothing can be judged.\n"
            : ": " + unanswered + " of its requests got no response, so nothing can be judged.\n")
        + "Give the CallRecorder to the HTTP client of the tests before it makes calls, as with"
        + " apiClient.getHttpClient().register(new RecordingClientFilter(recorder)); a client that"
        + " is built anew later needs it again. Classes that share a client may give it"
        + " CallRecorder.current().";
  }

  private GoLiveReport report() {
    GoLiveReport report = check.check(recorder);
    String note = withoutCall();
    if (!note.isEmpty()) {
      List<String> notes = new ArrayList<>(report.notes());
      notes.add(0, note);
      report = report.toBuilder().notes(notes).build();
    }
    return policy.apply(report, check.redactor());
  }

  private List<UncheckedIOException> write(GoLiveReport report) {
    List<UncheckedIOException> unwritten = new ArrayList<>();
    for (ReportFile file : reports) {
      try {
        file.write(report);
      } catch (IOException e) {
        unwritten.add(
            new UncheckedIOException(
                "cannot write the report to " + file.path() + ": " + e.getMessage(), e));
      }
    }
    if (!settings.calls().isEmpty()) {
      try {
        recorder.appendTo(Path.of(settings.calls()));
      } catch (UncheckedIOException e) {
        unwritten.add(e);
      }
    }
    return unwritten;
  }

  private String explanation(GoLiveReport report) {
    FailOn failOn = report.gate().failOn();
    List<Finding> shown =
        report.findings().stream()
            .filter(finding -> !finding.state().excused())
            .filter(
                finding ->
                    report.verdict() == Verdict.NO_VERDICT
                        || finding.severity() == Severity.ERROR
                        || failOn.includes(finding.severity()))
            .toList();
    StringBuilder text = new StringBuilder("The calls of ").append(name);
    text.append(
        report.passes()
            ? " pass, but not with failOn = " + failOn
            : report.verdict() == Verdict.NO_VERDICT ? " allow no verdict" : " would not pass");
    text.append(":\n\n").append(Explanation.of(report, shown));
    for (ReportFile file : reports) {
      text.append('\n').append("Report: ").append(file.path());
    }
    return text.toString();
  }
}
