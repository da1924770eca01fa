package org.golivecheck.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.golivecheck.log.LogSource;
import org.golivecheck.log.LogSources;
import org.golivecheck.log.RedactionSummary;
import org.golivecheck.log.RemovedKind;
import org.jspecify.annotations.Nullable;

/** {@code redact}: writes logs again without secrets and personal data. */
final class RedactCommand implements Command {
  private static final OptionSpec OUTPUT =
      OptionSpec.value("output", "FILE", "Write the zip to FILE; - for standard output")
          .withLetter('o');

  private final Engine engine;

  RedactCommand(Engine engine) {
    this.engine = engine;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "redact",
        "INPUT... -o FILE",
        "Write logs without secrets and personal data",
        "Writes the same logs as one zip without secrets and personal data, for others to look at."
            + " Ids become pseudonyms; times, status, error codes and trace tokens stay, and the"
            + " check gives the same result. Look through the zip before you hand it on: what"
            + " stands in free text cannot always be recognised.",
        false,
        List.of(OUTPUT, ReadOptions.LIMIT, CommonOptions.QUIET, CommonOptions.VERBOSE),
        List.of(
            "golive-check redact request-logs.zip -o safe.zip",
            "golive-check redact logs/*.zip -o - > safe.zip"));
  }

  @Override
  public ExitCode run(Arguments arguments, Session session) throws UsageException {
    LogRequest request = ReadOptions.request(arguments, session);
    Path file = file(arguments);
    if (file != null) {
      refuseOverwriting(request, file);
    }
    AtomicReference<RedactionSummary> done = new AtomicReference<>();
    ExitCode delivered;
    try {
      delivered =
          new Delivery(session)
              .deliverBytes("the redacted logs", file, out -> redact(request, out, done));
    } catch (NothingReadException e) {
      delivered = ExitCode.NO_VERDICT;
    }
    RedactionSummary summary = done.get();
    return summary == null ? delivered : delivered.or(tell(summary, session.messages()));
  }

  private static @Nullable Path file(Arguments arguments) throws UsageException {
    String value = arguments.get(OUTPUT);
    if (value == null || value.isEmpty()) {
      throw new UsageException(
          "no output given; name a file with -o FILE, or - for standard output");
    }
    try {
      return value.equals("-") ? null : Path.of(value);
    } catch (InvalidPathException e) {
      throw new UsageException("-o " + value + " does not name a file: " + e.getReason());
    }
  }

  /** Stops writing, so that a file that is there stays as it is. */
  private static final class NothingReadException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private void redact(LogRequest request, OutputStream out, AtomicReference<RedactionSummary> done)
      throws IOException {
    RedactionSummary summary = engine.redact(request, out);
    done.set(summary);
    if (summary.entries() == 0) {
      throw new NothingReadException();
    }
  }

  private ExitCode tell(RedactionSummary summary, Messages messages) {
    ReadingMessages.tell(summary.reading(), engine.redactor(true), messages);
    if (summary.entries() == 0) {
      messages.error("nothing is written: no call could be read");
      return ExitCode.NO_VERDICT;
    }
    if (summary.reading().incomplete()) {
      messages.warning(
          "an input was not read to its end, which a check of the redacted logs cannot tell");
    }
    String entries = summary.entries() == 1 ? " entry" : " entries";
    messages.warning("wrote " + summary.entries() + entries + "; removed: " + removed(summary));
    return summary.reading().unreadableInput() ? ExitCode.NO_VERDICT : ExitCode.PASS;
  }

  private static String removed(RedactionSummary summary) {
    List<String> counts = new ArrayList<>();
    for (RemovedKind kind : RemovedKind.values()) {
      Long count = summary.removed().get(kind);
      if (count != null) {
        counts.add(kind.count(count));
      }
    }
    return counts.isEmpty() ? "nothing" : String.join(", ", counts);
  }

  /** Refuses to write over a log, also one in a folder or behind a pattern. */
  private static void refuseOverwriting(LogRequest request, Path file) throws UsageException {
    for (LogSource source : LogSources.parse(request.inputs(), request.stdin())) {
      if (source instanceof LogSource.PathSource input && isOrHolds(input.path(), file)) {
        throw new UsageException("the output would overwrite the input " + input.name());
      }
    }
  }

  private static boolean isOrHolds(Path input, Path file) {
    try {
      return Files.exists(file)
          && (Files.isSameFile(input, file)
              || (Files.isDirectory(input) && file.toRealPath().startsWith(input.toRealPath())));
    } catch (IOException e) {
      return false;
    }
  }
}
