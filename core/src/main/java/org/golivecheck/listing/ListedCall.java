package org.golivecheck.listing;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.ApiCall.Gap;
import org.golivecheck.call.ApiError;
import org.golivecheck.call.CallUrl;
import org.golivecheck.call.Client;
import org.golivecheck.call.Exclusion;
import org.golivecheck.call.Grant;
import org.golivecheck.call.Identity;
import org.golivecheck.call.ItemError;
import org.golivecheck.call.Operation;
import org.golivecheck.call.Operations;
import org.golivecheck.call.RateLimits;
import org.golivecheck.text.Ascii;
import org.golivecheck.text.JsonOutput;
import org.golivecheck.text.UtcTime;
import org.jspecify.annotations.Nullable;

/**
 * One call as a listing shows it: safe texts, one for each {@link Column}.
 *
 * @param moment its place in time, even if the log shows no time, with the precision that a review
 *     uses
 * @param ordinal the number of earlier calls with the same source
 * @param values the texts; a column without a value has no entry
 */
record ListedCall(Instant moment, int ordinal, Map<Column, String> values) {
  private static final int NANOS_PER_TICK = 100;
  private static final int MAX_DIGITS = 9;

  /**
   * The order of a review: by time, then by place for calls of the same file. The rest makes the
   * order independent of how calls were read.
   */
  static final Comparator<ListedCall> ORDER =
      Comparator.comparing(ListedCall::moment)
          .thenComparing(call -> String.valueOf(call.get(Column.SOURCE)), ListedCall::comparePlaces)
          .thenComparingInt(
              call -> endOfFile(String.valueOf(call.get(Column.SOURCE))) < 0 ? 0 : call.ordinal())
          .thenComparing(by(Column.TRACE_TOKEN))
          .thenComparing(by(Column.METHOD))
          .thenComparing(by(Column.HOST))
          .thenComparing(by(Column.URL))
          .thenComparing(by(Column.STATUS))
          .thenComparing(by(Column.SOURCE))
          .thenComparing(ListedCall::ordinal);

  /** Orders sources by file, then by line or record. Sources with a single call come first. */
  private static int comparePlaces(String a, String b) {
    int endOfA = endOfFile(a);
    int endOfB = endOfFile(b);
    if (endOfA < 0 || endOfB < 0) {
      return Boolean.compare(endOfA >= 0, endOfB >= 0);
    }
    int order = a.substring(0, endOfA).compareTo(b.substring(0, endOfB));
    return order != 0 ? order : Integer.compare(place(a, endOfA), place(b, endOfB));
  }

  private static int place(String source, int endOfFile) {
    return Integer.parseInt(source, endOfFile + 1, source.length(), 10);
  }

  /**
   * Returns the end of the file name in a source with a line or record, or -1 for another source.
   */
  private static int endOfFile(String source) {
    int number = source.length();
    while (number > 0 && Ascii.isDigit(source.charAt(number - 1))) {
      number--;
    }
    int digits = source.length() - number;
    if (number < 2 || digits == 0 || digits > MAX_DIGITS) {
      return -1;
    }
    char mark = source.charAt(number - 1);
    boolean line = mark == ':' && source.charAt(number) != '0';
    return line || mark == '!' ? number - 1 : -1;
  }

  private static Comparator<ListedCall> by(Column column) {
    return Comparator.comparing(
        call -> call.get(column), Comparator.nullsFirst(Comparator.naturalOrder()));
  }

  @Nullable String get(Column column) {
    return values.get(column);
  }

  /** Returns the approximate memory use, in characters. */
  int size() {
    int size = 256;
    for (String value : values.values()) {
      size += value.length();
    }
    return size;
  }

  /** Returns the same call with its hidden values numbered. */
  ListedCall numbered(HiddenValues.Numbers numbers) {
    Map<Column, String> shown = new EnumMap<>(values);
    shown.replaceAll((column, value) -> numbers.apply(value));
    return new ListedCall(moment, ordinal, shown);
  }

  /**
   * Returns what to list for a call.
   *
   * @param exclusion why the call does not count, or null
   */
  static ListedCall of(ApiCall call, @Nullable Exclusion exclusion, HiddenValues hidden) {
    Row row = new Row(hidden);
    row.request(call);
    row.response(call);
    row.put(Column.SOURCE, hidden.source(call.source()));
    row.put(Column.EXCLUDED, exclusion == null ? null : exclusion.id());
    row.put(Column.VANTAGE, lower(call.vantage()));
    row.put(Column.GAPS, gaps(call.gaps()));
    Instant time = call.timestamp();
    long ticks = time.getNano() / NANOS_PER_TICK;
    Instant moment = Instant.ofEpochSecond(time.getEpochSecond(), ticks * NANOS_PER_TICK);
    return new ListedCall(moment, call.ordinal(), row.values);
  }

  private static @Nullable String gaps(Set<Gap> gaps) {
    return gaps.isEmpty()
        ? null
        : gaps.stream().sorted().map(ListedCall::lower).collect(Collectors.joining(" "));
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** Fills in what a call says. */
  private static final class Row {
    private final HiddenValues hidden;
    final Map<Column, String> values = new EnumMap<>(Column.class);

    Row(HiddenValues hidden) {
      this.hidden = hidden;
    }

    void put(Column column, @Nullable String value) {
      if (value != null) {
        values.put(column, value);
      }
    }

    private void number(Column column, long value) {
      put(column, value < 0 ? null : Long.toString(value));
    }

    private void flag(Column column, boolean value) {
      put(column, value ? "true" : null);
    }

    void request(ApiCall call) {
      Operation operation = Operations.of(call);
      put(Column.TIMESTAMP, call.gaps().contains(Gap.TIME) ? null : UtcTime.iso(call.timestamp()));
      put(Column.OPERATION, operation.known() ? hidden.text(operation.name()) : null);
      if (!call.gaps().contains(Gap.URL)) {
        put(Column.METHOD, call.gaps().contains(Gap.METHOD) ? null : hidden.text(call.method()));
        url(call.url(), operation.template());
      }
      Client client = call.client();
      put(Column.USER_AGENT, hidden.text(client.userAgent()));
      put(Column.SDK, hidden.text(client.sdk()));
      put(Column.REFERER, page(client.referer()));
      put(Column.ORIGIN, page(client.origin()));
      put(Column.ACTS_ON_BEHALF_OF, hidden.name(client.actsOnBehalfOf()));
      flag(Column.LEGACY_AUTHENTICATION, call.legacyAuthentication());
      number(Column.REQUEST_BYTES, call.requestBytes());
      Identity identity = call.identity();
      put(Column.INTEGRATION_KEY, hidden.name(identity.integrationKey()));
      put(Column.ACCOUNT, hidden.name(identity.account()));
      put(Column.USER, hidden.name(identity.user()));
      put(Column.SCOPES, hidden.text(call.grant().scopes()));
      put(Column.REDIRECT_URI, hidden.text(call.grant().redirectUri()));
      Grant.Kind kind = call.grant().kind();
      put(Column.GRANT, kind == null ? null : kind.id());
    }

    private void url(CallUrl url, String template) {
      String host = hidden.name(url.host());
      String path = hidden.path(template, url.path());
      String query = url.query() == null ? null : hidden.query(url.query());
      put(Column.HOST, url.host().isEmpty() ? null : host);
      put(Column.PATH, hidden.text(template));
      put(Column.RESOURCE, path);
      put(Column.QUERY, query);
      put(
          Column.URL,
          (url.host().isEmpty() ? "" : url.scheme() + host)
              + path
              + (query == null ? "" : "?" + query));
    }

    /** Returns only the host of a page, which is all that rules need. */
    private @Nullable String page(@Nullable String page) {
      String host = CallUrl.hostOfUrl(page);
      return host.isEmpty() ? null : "https://" + hidden.name(host);
    }

    void response(ApiCall call) {
      put(Column.STATUS, String.format(Locale.ROOT, "%d", call.status()));
      put(Column.TRACE_TOKEN, hidden.name(call.traceToken()));
      number(Column.DURATION, call.duration() == null ? -1 : call.duration().toMillis());
      flag(Column.ANSWERED_BY_DOCUSIGN, call.answeredByDocuSign());
      RateLimits limits = call.limits();
      number(Column.HOURLY_LIMIT, limits.hourlyLimit());
      number(Column.HOURLY_REMAINING, limits.hourlyRemaining());
      number(Column.HOURLY_RESET, limits.hourlyReset());
      number(Column.BURST_LIMIT, limits.burstLimit());
      number(Column.BURST_REMAINING, limits.burstRemaining());
      ApiError error = call.error();
      if (error != null) {
        put(Column.ERROR_CODE, hidden.code(error.code()));
        put(Column.MESSAGE, hidden.text(error.message()));
        put(Column.ERROR_FORM, lower(error.form()));
        put(Column.ERROR_WRAPPER, hidden.text(error.wrapper()));
        put(Column.ERROR_TEXT, error.text().isEmpty() ? null : hidden.text(error.text()));
      }
      if (!call.itemErrors().isEmpty()) {
        put(Column.ITEM_ERRORS, itemErrors(call.itemErrors()));
      }
    }

    private String itemErrors(List<ItemError> errors) {
      StringBuilder items = new StringBuilder();
      try (JsonGenerator json = JsonOutput.lines(items)) {
        json.writeStartArray();
        for (ItemError error : errors) {
          json.writeStartObject();
          json.writeStringField("errorCode", hidden.code(error.code()));
          json.writeStringField("message", hidden.text(error.message()));
          json.writeEndObject();
        }
        json.writeEndArray();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return items.toString();
    }
  }
}
