package org.golivecheck.cli;

import java.time.Instant;
import java.util.Comparator;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.ApiError;
import org.golivecheck.call.Exclusion;
import org.golivecheck.call.Operation;
import org.golivecheck.redaction.Redactor;
import org.golivecheck.rule.ReviewSettings;
import org.jspecify.annotations.Nullable;

/**
 * One call as {@code calls} lists it, redacted already.
 *
 * @param timestamp when the call ended
 * @param method the HTTP method
 * @param host the host, or null where the log gives a path alone
 * @param path the path template
 * @param resource the path with each id cut to its first eight characters
 * @param operation the documented name of the operation, or null where unknown
 * @param status the HTTP status
 * @param errorCode the error code, or null
 * @param message the error message, or null
 * @param traceToken the trace token, or null
 * @param durationMillis how long it took in milliseconds, or -1 where the log does not tell
 * @param userAgent the user agent, or null
 * @param source where it was read
 * @param excluded why the review does not count it, or null for a countable call
 * @param query the query of the URL, by which pages of a list are told from polling; null where it
 *     has none
 */
record CallRow(
    Instant timestamp,
    String method,
    @Nullable String host,
    String path,
    String resource,
    @Nullable String operation,
    int status,
    @Nullable String errorCode,
    @Nullable String message,
    @Nullable String traceToken,
    long durationMillis,
    @Nullable String userAgent,
    String source,
    @Nullable String excluded,
    @Nullable String query) {

  /** The order in time; what follows makes it the same for calls read in any order. */
  static final Comparator<CallRow> ORDER =
      Comparator.comparing(CallRow::timestamp)
          .thenComparing(CallRow::traceToken, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(CallRow::method)
          .thenComparing(CallRow::resource)
          .thenComparingInt(CallRow::status)
          .thenComparing(CallRow::source);

  /**
   * Returns the row of a call.
   *
   * @param settings what counts
   */
  static CallRow of(ApiCall call, Engine engine, Redactor redactor, ReviewSettings settings) {
    Operation operation = engine.operation(call);
    ApiError error = call.error();
    Exclusion exclusion = settings.exclusion(call);
    String host = call.url().host();
    return new CallRow(
        call.timestamp(),
        safe(call.method(), redactor),
        host.isEmpty() ? null : safe(host, redactor),
        safe(operation.template(), redactor),
        safe(engine.resource(call), redactor),
        operation.known() ? operation.name() : null,
        call.status(),
        error == null ? null : safeOrNull(error.code(), redactor),
        error == null ? null : safeOrNull(error.message(), redactor),
        safeOrNull(call.traceToken(), redactor),
        call.duration() == null ? -1 : call.duration().toMillis(),
        safeOrNull(call.client().userAgent(), redactor),
        safe(call.source(), redactor),
        exclusion == null ? null : exclusion.id(),
        safeOrNull(call.url().query(), redactor));
  }

  private static String safe(String text, Redactor redactor) {
    return redactor.redact(text).toString();
  }

  private static @Nullable String safeOrNull(@Nullable String text, Redactor redactor) {
    return text == null ? null : safe(text, redactor);
  }
}
