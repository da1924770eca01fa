package org.golivecheck.log;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.golivecheck.log.format.LogReader;
import org.golivecheck.log.redact.OutputFailure;
import org.golivecheck.log.redact.Pseudonyms;
import org.golivecheck.log.redact.RedactedZip;
import org.golivecheck.log.request.RequestLogRedactor;
import org.golivecheck.log.source.Reading;

/**
 * Writes logs again without secrets and personal data, so that they can be handed on.
 *
 * <p>Ids are replaced by pseudonyms, the same id by the same within one run; which stands for which
 * nobody can tell afterwards. Times, status, error codes, trace tokens, user agents, sizes and the
 * hosts of referring pages stay, so the result is judged as the original is.
 */
public final class LogRedaction {
  private LogRedaction() {}

  /**
   * Writes one zip with the entries of all logs, in their order. An entry that is damaged or no
   * call is left out. Where none is left, nothing is written.
   *
   * @param sources what to read
   * @param limits how much of it
   * @param out takes the zip; flushed, not closed
   * @return what was done
   * @throws IOException if {@code out} throws it, or no temporary file can be made for a large
   *     entry
   */
  public static RedactionSummary redact(
      List<LogSource> sources, ReadLimits limits, OutputStream out) throws IOException {
    List<String> names = sources.stream().map(LogSource::name).toList();
    RedactedZip zip = new RedactedZip(out, names, Pseudonyms.random());
    List<LogReader> readers = List.of(new RequestLogRedactor(zip));
    ProblemLog problems = new ProblemLog();
    try (Reading reading =
        new Reading(sources, limits, FormatOptions.NONE, readers, null, problems)) {
      reading.calls().forEachRemaining(call -> {});
      zip.finish();
      ReadingSummary summary = new ReadingSummary(reading.inputs(), problems.rows());
      return new RedactionSummary(zip.entries(), zip.removed(), summary);
    } catch (OutputFailure e) {
      throw e.getCause();
    }
  }
}
