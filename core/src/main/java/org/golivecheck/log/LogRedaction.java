package org.golivecheck.log;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Supplier;
import org.golivecheck.log.format.LogReader;
import org.golivecheck.log.format.PartedFormat;
import org.golivecheck.log.format.Readers;
import org.golivecheck.log.record.CsvRewriter;
import org.golivecheck.log.record.VcrReader;
import org.golivecheck.log.redact.Pseudonyms;
import org.golivecheck.log.redact.RedactedZip;
import org.golivecheck.log.redact.RedactedZip.OutputFailure;
import org.golivecheck.log.redact.RedactingReader;
import org.golivecheck.log.request.RequestLogReader;
import org.golivecheck.log.request.RequestLogRedactor;
import org.golivecheck.log.source.Reading;

/**
 * Writes logs again without secrets and personal data, so that they can be shared.
 *
 * <p>Ids are replaced by pseudonyms. Within one run the same id gets the same pseudonym. The id
 * cannot be recovered from its pseudonym. Times, status, error codes, trace tokens, user agents,
 * sizes and the hosts of referring pages stay, so the rules judge the result as they judge the
 * original.
 *
 * <p>A log is written in its own format. Where that is not possible, as with archives of Fiddler
 * and cassettes of VCR, its calls are listed as JSON records.
 */
public final class LogRedaction {
  private LogRedaction() {}

  /**
   * Writes one zip with the entries of all logs, in their order. An entry that is damaged or has no
   * call is left out. If no entry is left, nothing is written.
   *
   * @param sources what to read
   * @param limits how much of it
   * @param options what the logs do not say about their own format
   * @param lists creates an empty list for a log that cannot be written in its own format
   * @param out receives the zip; flushed, not closed
   * @return what was done
   * @throws IOException if {@code out} throws it, or no temporary file can be made for a large
   *     entry
   * @throws IllegalArgumentException if {@code options} name a format that does not exist
   */
  public static RedactionSummary redact(
      List<LogSource> sources,
      ReadLimits limits,
      FormatOptions options,
      Supplier<CallList> lists,
      OutputStream out)
      throws IOException {
    List<String> names = sources.stream().map(LogSource::name).toList();
    RedactedZip zip = new RedactedZip(out, names, Pseudonyms.random(), lists);
    Readers readers =
        Readers.of(
            LogReaders.ALL.stream()
                .map(reader -> redacting(reader, zip, limits, options))
                .toList());
    LogReader only = Logs.only(readers, options);
    try (Reading reading = new Reading(sources, limits, options, readers, only, 1)) {
      reading.stream().forEach(call -> {});
      zip.finish();
      return new RedactionSummary(zip.entries(), zip.written(), zip.removed(), reading.summary());
    } catch (OutputFailure e) {
      throw e.getCause();
    }
  }

  private static LogReader redacting(
      LogReader reader, RedactedZip zip, ReadLimits limits, FormatOptions options) {
    if (reader instanceof RequestLogReader) {
      return new RequestLogRedactor(zip);
    }
    if (reader instanceof PartedFormat archive) {
      return new RedactingReader.OfArchives(archive, zip);
    }
    return new RedactingReader(
        reader,
        zip,
        texts ->
            reader instanceof VcrReader
                ? (log, safe) -> false // its bodies may be in base64
                : reader.format().form() == LogFormat.Form.TABLE
                    ? new CsvRewriter(texts, limits, options)
                    : null,
        (log, calls) -> {
          List<LogSource> sources = List.of(LogSource.of("log", log));
          try (LogCalls read = Logs.open(sources, limits, 1, options)) {
            read.stream().forEach(calls);
          }
        });
  }
}
