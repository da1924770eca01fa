package org.golivecheck.log.record;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.ApiCall.Gap;
import org.golivecheck.call.ApiCall.Vantage;
import org.golivecheck.call.ApiError;
import org.golivecheck.call.ApiError.BodyForm;
import org.golivecheck.call.Client;
import org.golivecheck.call.Grant;
import org.golivecheck.call.Identity;
import org.golivecheck.call.ItemError;
import org.golivecheck.call.RateLimits;
import org.golivecheck.call.body.ItemErrorScanner;
import org.jspecify.annotations.Nullable;

/**
 * Makes a call again of a record that the command {@code calls} wrote: the same call, read in the
 * same place of the same log.
 */
final class ListedRecord {
  private final RecordValues values;

  private ListedRecord(RecordValues values) {
    this.values = values;
  }

  /**
   * Returns the call.
   *
   * @throws IllegalArgumentException if the record is not as {@code calls} writes it
   * @throws java.time.DateTimeException if its time is not
   */
  static ApiCall call(RecordValues values) {
    return new ListedRecord(values).call();
  }

  private ApiCall call() {
    Set<Gap> gaps = gaps();
    Instant timestamp =
        gaps.contains(Gap.TIME) ? Instant.EPOCH : Instant.parse(required(RecordField.TIMESTAMP));
    boolean named = !gaps.contains(Gap.URL);
    return ApiCall.builder(
            timestamp,
            named && !gaps.contains(Gap.METHOD) ? required(RecordField.METHOD) : ApiCall.NO_METHOD,
            named ? required(RecordField.URL) : "/",
            Integer.parseInt(required(RecordField.STATUS)))
        .traceToken(values.get(RecordField.TRACE_TOKEN))
        .source(required(RecordField.SOURCE))
        .loggedOperation(values.get(RecordField.OPERATION))
        .client(client())
        .legacyAuthentication(flag(RecordField.LEGACY_AUTHENTICATION))
        .requestBytes(number(RecordField.REQUEST_BYTES))
        .duration(duration())
        .error(error())
        .itemErrors(itemErrors())
        .limits(limits())
        .answeredByDocuSign(flag(RecordField.ANSWERED_BY_DOCUSIGN))
        .identity(
            new Identity(
                values.get(RecordField.INTEGRATION_KEY),
                values.get(RecordField.ACCOUNT),
                values.get(RecordField.USER)))
        .grant(
            Grant.of(
                values.get(RecordField.SCOPES),
                values.get(RecordField.REDIRECT_URI),
                Grant.Kind.of(values.get(RecordField.GRANT))))
        .vantage(Vantage.valueOf(upper(required(RecordField.VANTAGE))))
        .gaps(gaps)
        .build();
  }

  private Set<Gap> gaps() {
    Set<Gap> gaps = EnumSet.noneOf(Gap.class);
    String text = values.get(RecordField.GAPS);
    if (text != null) {
      for (String gap : text.split(" ", -1)) {
        gaps.add(Gap.valueOf(upper(gap)));
      }
    }
    return gaps;
  }

  private Client client() {
    return new Client(
        values.get(RecordField.USER_AGENT),
        values.get(RecordField.SDK),
        values.get(RecordField.REFERER),
        values.get(RecordField.ORIGIN),
        values.get(RecordField.ACTS_ON_BEHALF_OF));
  }

  private @Nullable Duration duration() {
    long millis = number(RecordField.DURATION);
    return millis < 0 ? null : Duration.ofMillis(millis);
  }

  private @Nullable ApiError error() {
    String form = values.get(RecordField.ERROR_FORM);
    if (form == null) {
      return null;
    }
    String text = values.get(RecordField.ERROR_TEXT);
    return new ApiError(
        values.get(RecordField.ERROR_CODE),
        values.get(RecordField.MESSAGE),
        BodyForm.valueOf(upper(form)),
        values.get(RecordField.ERROR_WRAPPER),
        text == null ? "" : text);
  }

  private List<ItemError> itemErrors() {
    String errors = values.get(RecordField.ITEM_ERRORS);
    if (errors == null) {
      return List.of();
    }
    byte[] body = ("{\"errorDetails\":" + errors + "}").getBytes(StandardCharsets.UTF_8);
    ItemErrorScanner scanner = new ItemErrorScanner(3);
    scanner.start();
    scanner.accept(body, 0, body.length);
    return scanner.finish();
  }

  private RateLimits limits() {
    return new RateLimits(
        number(RecordField.HOURLY_LIMIT),
        number(RecordField.HOURLY_REMAINING),
        number(RecordField.HOURLY_RESET),
        number(RecordField.BURST_LIMIT),
        number(RecordField.BURST_REMAINING));
  }

  private String required(RecordField field) {
    String text = values.get(field);
    if (text == null) {
      throw new IllegalArgumentException("it has no " + field.label());
    }
    return text;
  }

  /** Returns a number, or -1 where there is none. */
  private long number(RecordField field) {
    String text = values.get(field);
    return text == null ? -1 : Long.parseLong(text);
  }

  private boolean flag(RecordField field) {
    return "true".equals(values.get(field));
  }

  private static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }
}
