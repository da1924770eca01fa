package org.golivecheck.cli.command;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.golivecheck.cli.console.Delivery;
import org.golivecheck.cli.console.ExitCode;
import org.golivecheck.cli.console.ReadingMessages;
import org.golivecheck.cli.console.Session;
import org.golivecheck.cli.fetch.FetchedLog;
import org.golivecheck.cli.fetch.LogFetcher;
import org.golivecheck.cli.option.FetchOptions;
import org.golivecheck.cli.option.FetchOptions.Target;
import org.golivecheck.cli.option.LogRequest;
import org.golivecheck.log.LogSource;
import org.golivecheck.log.RedactionSummary;
import org.golivecheck.redaction.Redactor;
import org.golivecheck.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * The logs that one run fetched: written as they come, and kept if they are read afterwards. With
 * redaction, no unredacted log is written to a file of the user.
 */
final class FetchedLogs implements LogFetcher.Sink {
  private static final String WHAT = "the request log";

  private final LogRequest request;
  private final Session session;
  private final @Nullable Target target;
  private final boolean redact;
  private final boolean keep;
  private final List<FetchedLog> kept = new ArrayList<>();
  private final Set<String> stopped = new LinkedHashSet<>();
  private @Nullable Path redacted;
  private @Nullable String failure;
  private ExitCode written = ExitCode.PASS;
  private int count;

  /**
   * Prepares to take logs.
   *
   * @param request how logs are read
   * @param options where and how they are written
   * @param keep whether they are read afterwards
   */
  FetchedLogs(LogRequest request, Session session, FetchOptions options, boolean keep) {
    this.request = request;
    this.session = session;
    this.target = options.target();
    this.redact = options.redact();
    this.keep = keep;
  }

  /** Keeps the reason why fetching ended early. */
  void failed(String message) {
    failure = message;
    note(message);
  }

  /** Returns whether fetching ended early. */
  boolean failed() {
    return failure != null;
  }

  /** Returns whether what was fetched could be written. */
  ExitCode written() {
    return written;
  }

  /**
   * Returns how fetching ended.
   *
   * @param wanted whether there should be a log
   */
  ExitCode outcome(boolean wanted) {
    return (wanted && count == 0) || !stopped.isEmpty() ? ExitCode.NO_VERDICT : written;
  }

  /** Returns the logs to read, unredacted. */
  List<LogSource> sources() {
    List<LogSource> sources = new ArrayList<>(kept.size());
    for (FetchedLog log : kept) {
      String name = Target.name(log.fetched());
      sources.add(LogSource.of(name, new ByteArrayInputStream(log.zip())));
    }
    for (String reason : stopped) {
      sources.add(new LogSource.StoppedSource("request log", reason));
    }
    if (failure != null) {
      sources.add(new LogSource.UnresolvedSource("request log", failure));
    }
    return sources;
  }

  @Override
  public void stopped(String reason) {
    if (stopped.add(reason)) {
      note(reason);
    }
  }

  /** Says beside the kept logs that they are incomplete, for whoever judges them later. */
  private void note(String reason) {
    Path folder = target == null || !target.folder() ? null : target.path();
    if (folder != null && !folder.toString().isEmpty()) {
      String name =
          Target.name(Instant.now()).replace(".zip", "-" + stopped.size() + LogSource.INCOMPLETE);
      written =
          written.or(
              new Delivery(session)
                  .deliverSecret(
                      "a note that the log is incomplete",
                      folder.resolve(name),
                      out -> out.write(reason.getBytes(StandardCharsets.UTF_8))));
    }
  }

  @Override
  public boolean take(FetchedLog log) {
    count++;
    if (keep || redact) {
      kept.add(log);
    }
    if (target == null) {
      return true;
    }
    ExitCode outcome = redact ? writeRedacted(target, log) : write(target, log);
    written = written.or(outcome);
    return outcome.equals(ExitCode.PASS);
  }

  /**
   * One redacted file takes all logs that are judged, so earlier calls need a file of their own.
   */
  @Override
  public boolean takeEarlier(FetchedLog log) {
    if (redact && target != null && !target.folder()) {
      return false;
    }
    boolean safe = take(log);
    kept.clear();
    redacted = null;
    count = 0;
    return safe;
  }

  private ExitCode write(Target to, FetchedLog log) {
    Path file = to.file(log.fetched());
    ExitCode outcome = new Delivery(session).deliverSecret(WHAT, file, out -> out.write(log.zip()));
    if (outcome.equals(ExitCode.PASS)) {
      session
          .messages()
          .warning(
              "wrote %s to %s, with all secrets that DocuSign logged; --redact writes none"
                  .formatted(Words.calls(log.entries()), name(file)));
    }
    return outcome;
  }

  /**
   * Writes all logs until now as one file, since pseudonyms are the same within one file only, and
   * calls to the same envelope have to stay recognisable.
   */
  private ExitCode writeRedacted(Target to, FetchedLog log) {
    if (redacted == null) {
      redacted = to.file(log.fetched());
    }
    ByteArrayOutputStream safe = new ByteArrayOutputStream();
    RedactionSummary summary;
    try {
      summary = request.check().redact(sources(), safe);
    } catch (IOException e) {
      session.messages().error("cannot redact the request log; nothing was written");
      return ExitCode.NO_VERDICT;
    }
    ReadingMessages.print(summary.reading(), new Redactor(), session.messages());
    if (summary.entries() == 0) {
      session.messages().error("nothing was written: the log contains no call that could be read");
      return ExitCode.NO_VERDICT;
    }
    ExitCode outcome = new Delivery(session).deliverSecret(WHAT, redacted, safe::writeTo);
    if (outcome.equals(ExitCode.PASS)) {
      String removed = "; removed: " + RedactCommand.words(summary);
      session
          .messages()
          .warning("wrote " + Words.calls(summary.entries()) + " to " + name(redacted) + removed);
    }
    return outcome;
  }

  private static String name(@Nullable Path file) {
    return file == null ? "standard output" : file.toString();
  }
}
