package org.golivecheck.cli.option;

import java.io.InputStream;
import java.util.List;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.ReadLimits;
import org.golivecheck.rule.ReviewSettings;

/**
 * What to read and how.
 *
 * @param inputs files, folders, globs, or {@code -} for {@code stdin}
 * @param stdin standard input
 * @param settings by which rules and for which calls
 * @param format what logs cannot say of their own format
 * @param limits how much is read
 * @param redact whether personal data is hidden; secrets always are
 * @param threads how many threads read, or 0 for as many as there are processors
 * @param series whether the report shall have what charts need
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

  /** Returns the same request for a report that has what charts need. */
  public LogRequest withSeries() {
    return new LogRequest(inputs, stdin, settings, format, limits, redact, threads, true);
  }

  /** Returns the same request for logs whose format is told by their content. */
  public LogRequest inAnyFormat() {
    FormatOptions any = new FormatOptions(null, format.zone(), format.fields(), format.logFormat());
    return new LogRequest(inputs, stdin, settings, any, limits, redact, threads, series);
  }
}
