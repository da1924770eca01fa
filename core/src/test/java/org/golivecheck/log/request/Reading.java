package org.golivecheck.log.request;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.ApiError;
import org.golivecheck.call.ApiError.BodyForm;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.LogProblem;
import org.golivecheck.log.ReadLimits;
import org.golivecheck.log.format.ReadContext;

/** What one entry was read as. */
record Reading(List<ApiCall> calls, List<LogProblem> problems) {
  static final String SOURCE = "logs.zip!00_OK_GetEnvelope.txt";

  static Reading of(String entry) {
    return of(SOURCE, entry.getBytes(StandardCharsets.UTF_8));
  }

  static Reading of(String source, byte[] entry) {
    return of(source, new ByteArrayInputStream(entry), ReadLimits.DEFAULT);
  }

  static Reading of(String source, InputStream entry, ReadLimits limits) {
    List<ApiCall> calls = new ArrayList<>();
    List<LogProblem> problems = new ArrayList<>();
    try {
      new RequestLogReader(Reading::textOf)
          .open(new ReadContext(limits, FormatOptions.NONE, problems::add))
          .read(source, entry, calls::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Reading(calls, problems);
  }

  /** Returns the only call of an entry without problems. */
  ApiCall call() {
    if (calls.size() != 1 || !problems.isEmpty()) {
      throw new AssertionError("no single clean call: " + this);
    }
    return calls.get(0);
  }

  /** Shows of an error body what the reader hands on. */
  static ApiError textOf(String contentType, byte[] head, int length, boolean truncated) {
    String text = new String(head, 0, length, StandardCharsets.UTF_8);
    String message = contentType + (truncated ? " truncated" : "");
    return new ApiError(null, message, BodyForm.TEXT, null, text);
  }

  /** Hands out an entry in parts of one size. */
  static InputStream inParts(byte[] entry, int size) {
    return new ByteArrayInputStream(entry) {
      @Override
      public synchronized int read(byte[] bytes, int offset, int length) {
        return super.read(bytes, offset, Math.min(length, size));
      }
    };
  }
}
