package org.golivecheck.log;

import java.util.List;
import org.golivecheck.log.format.LogReader;
import org.golivecheck.log.format.Readers;
import org.golivecheck.log.source.Reading;
import org.jspecify.annotations.Nullable;

/**
 * Opens logs: files, folders and streams with zips, gzip, base64 or plain text. The format is
 * detected by content.
 *
 * <pre>{@code
 * List<LogSource> sources = List.of(LogSource.of(Path.of("logs.zip")));
 * try (LogCalls calls = Logs.open(sources, ReadLimits.DEFAULT, 0)) {
 *   calls.stream().forEach(System.out::println);
 *   calls.summary().problems().forEach(System.out::println);
 * }
 * }</pre>
 */
public final class Logs {
  private Logs() {}

  /**
   * Opens logs of any format.
   *
   * @param sources what to read; the same file twice is read once
   * @param limits how much of it
   * @param threads how many threads may read, or 0 for as many as there are processors; the calls
   *     and problems are the same for any number
   * @return the calls, and what could not be read
   * @throws IllegalArgumentException if {@code threads} is negative
   */
  public static LogCalls open(List<LogSource> sources, ReadLimits limits, int threads) {
    return open(sources, limits, threads, FormatOptions.NONE);
  }

  /**
   * Opens logs with additional information about their format.
   *
   * @param sources what to read; the same file twice is read once
   * @param limits how much of it
   * @param threads how many threads may read, or 0 for as many as there are processors
   * @param options what is known; if a format is given, every text is read in that format
   * @return the calls, and what could not be read
   * @throws IllegalArgumentException if there is no such format, or {@code threads} is negative
   */
  public static LogCalls open(
      List<LogSource> sources, ReadLimits limits, int threads, FormatOptions options) {
    LogReader only = only(LogReaders.ALL, options);
    return open(sources, limits, threads, options, LogReaders.ALL, only);
  }

  /** Returns the reader of the format that the user names, or null. */
  static @Nullable LogReader only(List<LogReader> readers, FormatOptions options) {
    String format = options.format();
    return format == null ? null : reader(readers, format);
  }

  private static LogReader reader(List<LogReader> readers, String format) {
    for (LogReader reader : readers) {
      if (reader.format().name().equals(format)) {
        return reader;
      }
    }
    throw new IllegalArgumentException(
        "there is no format " + format + "; there are " + String.join(", ", names()));
  }

  /** Returns all formats that can be read, in the order in which a text is tested for them. */
  public static List<LogFormat> formats() {
    return LogReaders.ALL.stream().map(LogReader::format).toList();
  }

  /** Returns the format with a name, or null if there is none. Faster than {@link #formats()}. */
  public static @Nullable LogFormat format(String name) {
    for (LogReader reader : LogReaders.ALL) {
      if (reader.format().name().equals(name)) {
        return reader.format();
      }
    }
    return null;
  }

  private static List<String> names() {
    return formats().stream().map(LogFormat::name).toList();
  }

  static LogCalls open(
      List<LogSource> sources,
      ReadLimits limits,
      int threads,
      List<LogReader> readers,
      @Nullable LogReader only) {
    return open(sources, limits, threads, FormatOptions.NONE, Readers.of(readers), only);
  }

  private static LogCalls open(
      List<LogSource> sources,
      ReadLimits limits,
      int threads,
      FormatOptions options,
      Readers readers,
      @Nullable LogReader only) {
    if (threads < 0) {
      throw new IllegalArgumentException("threads is negative: " + threads);
    }
    return new Reading(sources, limits, options, readers, only, threads);
  }
}
