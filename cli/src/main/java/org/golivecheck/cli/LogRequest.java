package org.golivecheck.cli;

import java.io.InputStream;
import java.util.List;
import org.golivecheck.log.ReadLimits;
import org.golivecheck.rule.ReviewSettings;

/**
 * What to read and how.
 *
 * @param inputs files, folders, globs, or {@code -} for {@code stdin}
 * @param stdin standard input
 * @param settings by which rules and for which calls
 * @param limits how much is read
 * @param redact whether personal data is hidden; secrets always are
 * @param threads how many threads read, or 0 for as many as there are processors
 */
record LogRequest(
    List<String> inputs,
    InputStream stdin,
    ReviewSettings settings,
    ReadLimits limits,
    boolean redact,
    int threads) {

  LogRequest {
    inputs = List.copyOf(inputs);
  }
}
