package org.golivecheck.cli.console;

import org.golivecheck.log.LogInput;
import org.golivecheck.log.ProblemCount;
import org.golivecheck.log.ReadingSummary;
import org.golivecheck.redaction.Redactor;
import org.golivecheck.text.Words;

/** Prints on standard error what could not be read, and, if verbose, what was. */
public final class ReadingMessages {
  private ReadingMessages() {}

  public static void print(ReadingSummary summary, Redactor redactor, Messages messages) {
    for (ProblemCount row : summary.problems()) {
      String more = row.count() > 1 ? " (and " + (row.count() - 1) + " more like it)" : "";
      messages.warning(
          redactor.redact(row.problem().source())
              + ": "
              + redactor.redact(row.problem().message())
              + more);
    }
    for (LogInput input : summary.inputs()) {
      read(redactor.redact(input.name()).toString(), input.calls(), input.entries(), messages);
    }
  }

  /** Prints, if verbose, what was read of an input. */
  public static void read(String input, long calls, long entries, Messages messages) {
    String counts = Words.calls(calls) + " in " + Words.count(entries, "entry", "entries");
    messages.detail("read " + input + ": " + counts);
  }
}
