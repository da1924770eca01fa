package org.golivecheck.report;

import java.time.Instant;
import org.golivecheck.redaction.SafeText;
import org.jspecify.annotations.Nullable;

/** What a report shows of a single call. */
public interface ReportedCall {
  /** Returns when it ended. */
  Instant timestamp();

  /** Returns the HTTP method. */
  SafeText method();

  /** Returns the path with each id cut to its first eight characters. */
  SafeText resource();

  /** Returns the documented name of the operation, or null if it is unknown. */
  @Nullable String operation();

  /** Returns the HTTP status. */
  int status();

  /** Returns the error code, or null. */
  @Nullable SafeText errorCode();

  /** Returns the trace token, or null. */
  @Nullable SafeText traceToken();

  /** Returns where it was read. */
  SafeText source();
}
