package org.golivecheck.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.golivecheck.call.ApiCall;
import org.golivecheck.cli.console.Delivery;
import org.golivecheck.cli.console.ExitCode;
import org.golivecheck.cli.console.Messages;
import org.golivecheck.cli.console.Session;
import org.golivecheck.cli.option.Arguments;
import org.golivecheck.cli.option.CommandSpec;
import org.golivecheck.cli.option.CommonOptions;
import org.golivecheck.cli.option.LogRequest;
import org.golivecheck.cli.option.OptionSpec;
import org.golivecheck.cli.option.ReadOptions;
import org.golivecheck.cli.option.UsageException;
import org.golivecheck.config.Configuration;
import org.golivecheck.config.Keys;
import org.golivecheck.config.ReadyKeys;
import org.golivecheck.log.LogCalls;
import org.golivecheck.log.LogSource;
import org.golivecheck.log.RedactionSummary;
import org.golivecheck.log.WrittenLog.Form;
import org.golivecheck.ready.Checklist;
import org.golivecheck.ready.Known;
import org.golivecheck.ready.SeenCalls;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.support.SupportCase;
import org.jspecify.annotations.Nullable;

/** {@code support}: makes a support case from logs: letters, report, checklist, redacted logs. */
final class SupportCommand implements Command {
  private static final OptionSpec CONTACT =
      OptionSpec.of(ReadyKeys.CONTACT).withWords("The engineer to contact: name, company, e-mail");
  private static final OptionSpec EXPECTED =
      OptionSpec.value("expected", "TEXT", "What the calls should have done");

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "support",
        "INPUT... -o FILE",
        "Make a support case from logs, ready to send",
        "Writes one zip for a support case: a letter to each party that has to act (the provider of the"
            + " integration, the account administrator, DocuSign), the report, the checklist for"
            + " production, and the logs without secrets and personal data, whatever their formats."
            + " The letters name environment, trace tokens and times. The account, the integration"
            + " key and the engineer to contact come from the configuration; what is unknown is"
            + " marked [fill in: ...].",
        false,
        OptionSpec.join(
            List.of(ReadOptions.OUTPUT, CONTACT, EXPECTED, ReadOptions.GATEWAY_HOST),
            ReadOptions.FORMAT,
            List.of(ReadOptions.LIMIT),
            CommonOptions.CONFIGURED),
        List.of(
            "golive-check support request-logs.zip -o case.zip",
            "golive-check support logs.zip -o case.zip --expected \"The envelope is sent\""));
  }

  @Override
  public ExitCode run(Arguments arguments, Session session) throws UsageException {
    LogRequest request = ReadOptions.request(arguments, session);
    Path file = ReadOptions.output(arguments, request);
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
      // Java deletes it at the exit, or the system does later.
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
    if (!RedactCommand.print(summary, messages)) {
      return ExitCode.NO_VERDICT;
    }
    boolean listed = summary.written().stream().anyMatch(log -> log.form() == Form.LISTING);
    LogRequest redacted = listed ? request.inAnyFormat() : request;
    SupportCase support = support(logs, redacted, arguments, summary.reading().unread());
    ExitCode delivered =
        new Delivery(session)
            .deliverBytes("the support case", file, out -> support.writeTo(out, logs));
    if (delivered.equals(ExitCode.PASS)) {
      messages.warning("wrote letters to " + String.join(", ", support.recipients()));
      messages.warning(support.blanks() + " places to fill in are marked [fill in: ...]");
    }
    return delivered;
  }

  /**
   * Judges the redacted logs, and makes the case of the result.
   *
   * @param unread what the original logs lack, which the redacted ones do not show
   */
  private static SupportCase support(
      Path logs, LogRequest request, Arguments arguments, List<String> unread) throws IOException {
    Configuration configuration = arguments.configuration();
    Known known = configuration.known();
    SeenCalls seen = new SeenCalls(request.settings());
    Set<String> hosts = ConcurrentHashMap.newKeySet();
    GoLiveReport report;
    try (InputStream in = Files.newInputStream(logs)) {
      List<LogSource> sources = new ArrayList<>(List.of(LogSource.of(SupportCase.LOGS, in)));
      unread.forEach(why -> sources.add(new LogSource.StoppedSource("original log", why)));
      Consumer<ApiCall> watcher =
          call -> {
            seen.add(call);
            hosts.add(call.url().host());
          };
      try (LogCalls calls = new WatchedCalls(request.check().open(sources), watcher)) {
        report = request.withSeries().check().check(calls);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    hosts.remove("");
    String classification = known.classification();
    SupportCase.Facts facts =
        new SupportCase.Facts(
            hosts,
            arguments.get(CONTACT),
            arguments.get(EXPECTED),
            configuration.fact(ReadyKeys.SUPPORT_ACCOUNT),
            configuration.fact(Keys.INTEGRATION_KEY),
            classification == null ? null : classification.equals(Known.THIRD_PARTY));
    return new SupportCase(report, facts, Checklist.of(report, seen, known, request.redactor()));
  }
}
