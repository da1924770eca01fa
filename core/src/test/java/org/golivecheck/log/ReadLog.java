package org.golivecheck.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.golivecheck.call.ApiCall;

/**
 * What was read from one log of any format.
 *
 * @param calls the calls in the order of the log
 * @param summary what else is known
 */
public record ReadLog(List<ApiCall> calls, ReadingSummary summary) {

  private static final int LONGEST_SEED = 1 << 13;
  private static final Path FIXTURES =
      Path.of("src", "test", "resources", "org", "golivecheck", "log", "formats");

  /** Reads a file of {@code log/formats}, which a tool wrote. */
  public static ReadLog fixture(String name) {
    return of(bytes(name), FormatOptions.NONE, ReadLimits.DEFAULT);
  }

  /** Reads a text. */
  public static ReadLog text(String... lines) {
    return text(FormatOptions.NONE, lines);
  }

  /** Reads a text of which something is known. */
  public static ReadLog text(FormatOptions options, String... lines) {
    byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    return of(bytes, options, ReadLimits.DEFAULT);
  }

  /** Reads bytes. */
  public static ReadLog of(byte[] bytes, FormatOptions options, ReadLimits limits) {
    LogSource source = LogSource.of("log", new ByteArrayInputStream(bytes));
    try (LogCalls logs = Logs.open(List.of(source), limits, 1, options)) {
      List<ApiCall> calls = logs.stream().toList();
      return new ReadLog(calls, logs.summary());
    }
  }

  /** Returns the bytes of a file of {@code log/formats}. */
  public static byte[] bytes(String name) {
    try (InputStream in = ReadLog.class.getResourceAsStream("formats/" + name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns the files of {@code log/formats} after other logs, to begin fuzzing with. The end of
   * long ones is left out, since many short runs find more than a few long ones.
   */
  public static Stream<byte[]> andFixtures(Stream<byte[]> others) {
    return andFixtures(others, LONGEST_SEED);
  }

  /** Returns the first bytes of the files of {@code log/formats} after other texts. */
  public static Stream<byte[]> andFixtures(Stream<byte[]> others, int longest) {
    try (Stream<Path> files = Files.list(FIXTURES)) {
      List<byte[]> fixtures = new ArrayList<>();
      for (Path file : files.sorted().toList()) {
        byte[] bytes = Files.readAllBytes(file);
        fixtures.add(Arrays.copyOf(bytes, Math.min(bytes.length, longest)));
      }
      return Stream.concat(others, fixtures.stream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the name of the format that was recognised. */
  public String format() {
    return input().format();
  }

  /** Returns the row of the only input. */
  public LogInput input() {
    assertThat(summary.inputs()).hasSize(1);
    return summary.inputs().get(0);
  }

  /** Returns the only call, of a log without problems. */
  public ApiCall call() {
    assertThat(summary.problems()).isEmpty();
    assertThat(calls).hasSize(1);
    return calls.get(0);
  }

  /** Returns the only problem. */
  public LogProblem problem() {
    assertThat(summary.problems()).hasSize(1);
    return summary.problems().get(0).problem();
  }

  /** Returns a line for each call, as a person who reads the log would list them. */
  public List<String> lines() {
    return calls.stream().map(ReadLog::line).toList();
  }

  private static String line(ApiCall call) {
    String code = call.error() == null ? "" : " " + call.error().code();
    String took = call.duration() == null ? "" : " " + call.duration().toMillis() + "ms";
    return call.timestamp()
        + " "
        + call.method()
        + " "
        + call.url().host()
        + " "
        + call.url().path().replaceFirst(".*/accounts/[^/]*", "")
        + " "
        + call.status()
        + code
        + took
        + (call.traceToken() == null ? "" : " " + call.traceToken());
  }
}
