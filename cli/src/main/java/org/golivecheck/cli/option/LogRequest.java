package org.golivecheck.cli.option;

import java.io.InputStream;
import java.util.List;
import java.util.function.Function;
import org.golivecheck.GoLiveCheck;
import org.golivecheck.cli.console.Progress;
import org.golivecheck.cli.console.Session;
import org.golivecheck.cli.console.Watchdog;
import org.golivecheck.config.LogSources;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.LogCalls;
import org.golivecheck.log.LogSource;
import org.golivecheck.log.ReadLimits;
import org.golivecheck.redaction.Redactor;
import org.golivecheck.rule.ReviewSettings;

/**
 * What to read and how.
 *
 * @param inputs files, folders, globs, or {@code -} for {@code stdin}
 * @param stdin standard input
 * @param settings by which rules and for which calls
 * @param format what logs do not say about their own format
 * @param limits how much is read
 * @param redact whether personal data is hidden; secrets always are
 * @param threads how many threads read, or 0 for as many as there are processors
 * @param series whether the report includes what charts need
 */
public record LogRequest(
    List<String> inputs,
    InputStream stdin,
    ReviewSettings settings,
    FormatOptions format,
    ReadLimits limits,
    boolean redact,
    int threads,
    boolean series) {
  public LogRequest {
    inputs = List.copyOf(inputs);
  }

  /** Returns the same request for a report that includes what charts need. */
  public LogRequest withSeries() {
    return new LogRequest(inputs, stdin, settings, format, limits, redact, threads, true);
  }

  /** Returns the same request for logs whose format is detected by content. */
  public LogRequest inAnyFormat() {
    FormatOptions any = new FormatOptions(null, format.zone(), format.fields(), format.logFormat());
    return new LogRequest(inputs, stdin, settings, any, limits, redact, threads, series);
  }

  /** Returns the check that reads and judges as this request says. */
  public GoLiveCheck check() {
    GoLiveCheck check =
        GoLiveCheck.withDefaults()
            .withSettings(settings)
            .withFormat(format)
            .withLimits(limits)
            .withRedactor(redactor())
            .withThreads(threads);
    return series ? check.withSeries() : check;
  }

  /** Returns the redactor: it hides secrets, and personal data unless the user wants to see it. */
  public Redactor redactor() {
    return redact ? new Redactor() : Redactor.secretsOnly();
  }

  /** Returns the logs that the inputs name; a missing one is a source that cannot be read. */
  public List<LogSource> sources() {
    return LogSources.parse(inputs, stdin);
  }

  /** Reads the logs that the inputs name, and returns the result of the reader. */
  public <T> T read(Session session, Function<LogCalls, T> reader) {
    return read(session, request -> request.check().open(request.sources()), reader);
  }

  /**
   * Reads logs, shows the progress, and ends the run when its time limit is reached.
   *
   * @param opener opens the logs
   * @param reader computes the result from their calls
   */
  public <T> T read(
      Session session, Function<LogRequest, LogCalls> opener, Function<LogCalls, T> reader) {
    try (Watchdog watchdog = new Watchdog(limits, session.messages());
        LogCalls logs = opener.apply(this);
        Progress progress = Progress.of(logs, session)) {
      watchdog.start();
      progress.start();
      return reader.apply(logs);
    }
  }
}
