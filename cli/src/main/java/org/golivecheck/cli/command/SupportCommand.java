package org.golivecheck.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.golivecheck.cli.console.Delivery;
import org.golivecheck.cli.console.ExitCode;
import org.golivecheck.cli.console.Messages;
import org.golivecheck.cli.console.Session;
import org.golivecheck.cli.option.Arguments;
import org.golivecheck.cli.option.CommandSpec;
import org.golivecheck.cli.option.CommonOptions;
import org.golivecheck.cli.option.LogOptions;
import org.golivecheck.cli.option.LogRequest;
import org.golivecheck.cli.option.OptionSpec;
import org.golivecheck.cli.option.OutputFile;
import org.golivecheck.cli.option.ReadOptions;
import org.golivecheck.cli.option.UsageException;
import org.golivecheck.log.LogCalls;
import org.golivecheck.log.LogSource;
import org.golivecheck.log.RedactionSummary;
import org.golivecheck.log.WrittenLog.Form;
import org.golivecheck.redaction.Redactor;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.support.SupportCase;
import org.jspecify.annotations.Nullable;

/** {@code support}: makes of logs what those who can help need to know, and nothing more. */
final class SupportCommand implements Command {
  private static final OptionSpec CONTACT =
      OptionSpec.value("contact", "TEXT", "The engineer to contact: name, company, e-mail");
  private static final OptionSpec EXPECTED =
      OptionSpec.value("expected", "TEXT", "What the calls should have done");

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "support",
        "INPUT... -o FILE",
        "Make a support case of logs, ready to send",
        "Writes one zip for a support case: a letter to everybody who has to act (the provider of"
            + " the integration, the account administrator, DocuSign), the report, and the logs"
            + " without secrets and personal data, whatever their formats. The letters name environment, trace tokens and"
            + " times; what no log can tell is marked [fill in: ...].",
        false,
        List.of(
            OutputFile.OPTION,
            CONTACT,
            EXPECTED,
            LogOptions.GATEWAY_HOST,
            LogOptions.INPUT_FORMAT,
            LogOptions.MAP,
            LogOptions.ZONE,
            LogOptions.LOG_FORMAT,
            ReadOptions.LIMIT,
            CommonOptions.CONFIG,
            CommonOptions.QUIET,
            CommonOptions.VERBOSE),
        List.of(
            "golive-check support request-logs.zip -o case.zip",
            "golive-check support logs.zip -o case.zip --expected \"The envelope is sent\""));
  }

  @Override
  public ExitCode run(Arguments arguments, Session session) throws UsageException {
    LogRequest request = ReadOptions.request(arguments, session);
    Path file = OutputFile.of(arguments, request);
    Path logs = null;
    try {
      logs = Files.createTempFile("golive-check", ".zip");
      logs.toFile().deleteOnExit();
      return run(arguments, request, session, file, logs);
    } catch (IOException e) {
      session.messages().error("cannot use a temporary file: " + e.getMessage());
      return ExitCode.NO_VERDICT;
    } finally {
      delete(logs);
    }
  }

  private static void delete(@Nullable Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      // Java deletes it at the exit, or the system some day.
    }
  }

  private ExitCode run(
      Arguments arguments, LogRequest request, Session session, @Nullable Path file, Path logs)
      throws IOException {
    RedactionSummary summary;
    try (OutputStream out = Files.newOutputStream(logs)) {
      summary = request.check().redact(request.sources(), out);
    }
    Messages messages = session.messages();
    if (!RedactCommand.tell(summary, new Redactor(), messages)) {
      return ExitCode.NO_VERDICT;
    }
    boolean listed = summary.written().stream().anyMatch(log -> log.form() == Form.LISTING);
    LogRequest redacted = listed ? request.inAnyFormat() : request;
    SupportCase.Facts facts =
        new SupportCase.Facts(
            hosts(logs, redacted), arguments.get(CONTACT), arguments.get(EXPECTED));
    SupportCase support = new SupportCase(judge(logs, redacted), facts);
    ExitCode delivered =
        new Delivery(session)
            .deliverBytes("the support case", file, out -> support.writeTo(out, logs));
    if (delivered == ExitCode.PASS) {
      messages.warning("wrote letters to " + String.join(", ", support.recipients()));
      messages.warning(support.blanks() + " places to fill in are marked [fill in: ...]");
    }
    return delivered;
  }

  private GoLiveReport judge(Path logs, LogRequest request) throws IOException {
    try (InputStream in = Files.newInputStream(logs);
        LogCalls calls = request.check().open(named(in))) {
      return request.withSeries().check().check(calls);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static List<LogSource> named(InputStream in) {
    return List.of(LogSource.of(SupportCase.LOGS, in));
  }

  private Set<String> hosts(Path logs, LogRequest request) throws IOException {
    try (InputStream in = Files.newInputStream(logs);
        LogCalls calls = request.check().open(named(in))) {
      return calls.stream()
          .map(call -> call.url().host())
          .filter(host -> !host.isEmpty())
          .collect(Collectors.toSet());
    }
  }
}
