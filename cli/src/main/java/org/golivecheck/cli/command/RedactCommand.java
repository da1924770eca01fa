package org.golivecheck.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.golivecheck.cli.console.Delivery;
import org.golivecheck.cli.console.ExitCode;
import org.golivecheck.cli.console.Messages;
import org.golivecheck.cli.console.ReadingMessages;
import org.golivecheck.cli.console.Session;
import org.golivecheck.cli.option.Arguments;
import org.golivecheck.cli.option.CommandSpec;
import org.golivecheck.cli.option.CommonOptions;
import org.golivecheck.cli.option.LogRequest;
import org.golivecheck.cli.option.OptionSpec;
import org.golivecheck.cli.option.ReadOptions;
import org.golivecheck.cli.option.UsageException;
import org.golivecheck.log.RedactionSummary;
import org.golivecheck.log.RemovedKind;
import org.golivecheck.log.WrittenLog;
import org.golivecheck.redaction.Redactor;

/** {@code redact}: writes logs again without secrets and personal data. */
final class RedactCommand implements Command {

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "redact",
        "INPUT... -o FILE",
        "Write logs without secrets and personal data",
        "Writes the same logs as one zip without secrets and personal data, to give to others."
            + " Each log keeps its format; where that is not possible, its calls are listed."
            + " Ids become pseudonyms; times, status, error codes and trace"
            + " tokens stay, and check gives the same result. Look through the zip before you hand"
            + " it on: personal data in free text cannot always be recognised.",
        false,
        OptionSpec.join(
            List.of(ReadOptions.OUTPUT, ReadOptions.GATEWAY_HOST),
            ReadOptions.FORMAT,
            List.of(ReadOptions.LIMIT),
            CommonOptions.CONFIGURED),
        List.of(
            "golive-check redact request-logs.zip -o safe.zip",
            "golive-check redact logs/*.zip app.log -o - > safe.zip"));
  }

  @Override
  public ExitCode run(Arguments arguments, Session session) throws UsageException {
    LogRequest request = ReadOptions.request(arguments, session);
    Path file = ReadOptions.output(arguments, request);
    AtomicReference<RedactionSummary> done = new AtomicReference<>();
    ExitCode delivered;
    try {
      delivered =
          new Delivery(session)
              .deliverBytes(
                  "the redacted logs",
                  file,
                  out -> {
                    RedactionSummary summary = request.check().redact(request.sources(), out);
                    done.set(summary);
                    if (summary.entries() == 0) {
                      throw new NothingReadException();
                    }
                  });
    } catch (NothingReadException e) {
      delivered = ExitCode.NO_VERDICT;
    }
    RedactionSummary read = done.get();
    return read == null || print(read, session.messages()) ? delivered : ExitCode.NO_VERDICT;
  }

  /** Stops writing, so that an existing file is not changed. */
  private static final class NothingReadException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Prints what was read, written and removed, and returns whether anything was written. */
  static boolean print(RedactionSummary summary, Messages messages) {
    Redactor redactor = new Redactor();
    ReadingMessages.print(summary.reading(), redactor, messages);
    if (summary.entries() == 0) {
      messages.error(
          "nothing was written: no call could be read; golive-check formats lists what can be");
      return false;
    }
    if (summary.reading().incomplete()) {
      messages.warning(
          "an input was not read to its end; a check of the redacted logs does not show that");
    }
    for (WrittenLog log : summary.written()) {
      String entries = log.entries() == 1 ? "" : " (" + log.entries() + " entries)";
      messages.warning(redactor.redact(log.input()) + ": written " + log.form().words() + entries);
    }
    messages.warning("removed: " + words(summary));
    return true;
  }

  /** Returns what was removed, with counts. */
  static String words(RedactionSummary summary) {
    List<String> counts = new ArrayList<>();
    for (RemovedKind kind : RemovedKind.values()) {
      Long count = summary.removed().get(kind);
      if (count != null) {
        counts.add(kind.count(count));
      }
    }
    return counts.isEmpty() ? "nothing" : String.join(", ", counts);
  }
}
