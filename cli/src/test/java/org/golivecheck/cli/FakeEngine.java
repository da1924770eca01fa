package org.golivecheck.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.LogField;
import org.golivecheck.cli.option.Engine;
import org.golivecheck.cli.option.Handbook;
import org.golivecheck.cli.option.InputFormat;
import org.golivecheck.cli.option.LogRequest;
import org.golivecheck.log.LogCalls;
import org.golivecheck.log.LogSource;
import org.golivecheck.log.ReadingProgress;
import org.golivecheck.log.ReadingSummary;
import org.golivecheck.log.RedactionSummary;
import org.golivecheck.redaction.Redactor;
import org.golivecheck.render.JsonReportReader;
import org.golivecheck.render.ReportFormatException;
import org.golivecheck.render.ReportWriter;
import org.golivecheck.render.TextOptions;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.Verdict;
import org.golivecheck.rule.error.ErrorCatalog;
import org.golivecheck.rule.error.ErrorClass;
import org.jspecify.annotations.Nullable;

/** Answers what a test told it to, and remembers what it was asked. */
public final class FakeEngine implements Engine {
  /** What a redacted zip looks like. */
  public static final String ZIP = "PK and so on";

  public GoLiveReport report = Reports.of(Verdict.PASS).build();
  public List<ApiCall> calls = List.of();
  public ReadingSummary summary = ReadingSummary.NONE;
  public RedactionSummary redaction =
      new RedactionSummary(0, List.of(), Map.of(), ReadingSummary.NONE);
  public @Nullable ErrorCatalog explained;
  public Handbook handbook = new FakeHandbook(List.of());

  /** What reading throws: an error or a runtime exception. */
  public @Nullable Throwable failure;

  public @Nullable LogRequest request;

  /** The logs that no command line named. */
  public List<LogSource> opened = List.of();

  public @Nullable GoLiveReport written;
  public boolean closed;

  @Override
  public GoLiveReport check(LogCalls logs, LogRequest asked) {
    request = asked;
    if (failure instanceof Error) {
      throw (Error) failure;
    }
    if (failure != null) {
      throw (RuntimeException) failure;
    }
    return report;
  }

  @Override
  public LogCalls open(LogRequest asked) {
    request = asked;
    return new LogCalls() {
      @Override
      public Stream<ApiCall> stream() {
        return calls.parallelStream();
      }

      @Override
      public ReadingSummary summary() {
        return summary;
      }

      @Override
      public ReadingProgress progress() {
        return new ReadingProgress(7, 1 << 20, 4 << 20);
      }

      @Override
      public void close() {
        closed = true;
      }
    };
  }

  @Override
  public LogCalls open(List<LogSource> logs, LogRequest asked) {
    opened = List.copyOf(logs);
    return open(asked);
  }

  @Override
  public RedactionSummary redact(List<LogSource> logs, LogRequest asked, OutputStream out)
      throws IOException {
    opened = List.copyOf(logs);
    return redact(asked, out);
  }

  @Override
  public RedactionSummary redact(LogRequest asked, OutputStream out) throws IOException {
    request = asked;
    if (redaction.entries() > 0) {
      out.write(ZIP.getBytes(StandardCharsets.UTF_8));
    }
    return redaction;
  }

  @Override
  public List<InputFormat> inputFormats() {
    Set<LogField> all = EnumSet.allOf(LogField.class);
    Set<LogField> some = EnumSet.of(LogField.URL, LogField.STATUS);
    return List.of(
        new InputFormat("all-log", "a proxy that writes down whatever it sees", all, List.of()),
        new InputFormat("some-log", "", some, List.of("EV-001", "PL-001", "RL-005")));
  }

  @Override
  public GoLiveReport readReport(InputStream in, boolean redact)
      throws IOException, ReportFormatException {
    return new JsonReportReader(redact ? new Redactor() : Redactor.secretsOnly()).read(in);
  }

  @Override
  public List<String> reportFormats() {
    return List.of("text", "json");
  }

  @Override
  public boolean showsSeries(String format) {
    return format.equals("json");
  }

  @Override
  public ReportWriter reportWriter(String format, TextOptions style) {
    return new ReportWriter() {
      @Override
      public String format() {
        return format;
      }

      @Override
      public void write(GoLiveReport result, Appendable out) throws IOException {
        written = result;
        out.append(format).append(" says ").append(result.verdict().name()).append('\n');
        if (format.equals("text")) {
          out.append(style.toString()).append('\n');
        }
      }
    };
  }

  @Override
  public Redactor redactor(boolean personalData) {
    return new Redactor();
  }

  @Override
  public Handbook handbook(ErrorCatalog errors) {
    explained = errors;
    return handbook;
  }

  /** The report that was written last. */
  public GoLiveReport written() {
    return java.util.Objects.requireNonNull(written, "nothing was written");
  }

  /** The request of the last command. */
  public LogRequest asked() {
    return java.util.Objects.requireNonNull(request, "nothing was read");
  }

  /** A handbook of two pages. */
  public record FakeHandbook(List<ErrorClass> rows) implements Handbook {
    @Override
    public List<Entry> entries() {
      return List.of(
          new Entry("ER-consent", "Consent is missing"),
          new Entry("PL-001", "Polling of an envelope"));
    }

    @Override
    public Optional<String> page(String id) {
      return Optional.of("# " + id + ": a page");
    }

    @Override
    public List<ErrorClass> errors(String code) {
      return rows.stream().filter(row -> row.code().equalsIgnoreCase(code)).toList();
    }

    @Override
    public List<ErrorClass> guesses(String code) {
      return ErrorCatalog.get().guesses(code);
    }

    @Override
    public List<String> errorCodes() {
      return rows.stream().map(ErrorClass::code).distinct().toList();
    }
  }
}
