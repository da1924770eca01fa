package org.golivecheck.cli.fetch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.golivecheck.text.Json;
import org.jspecify.annotations.Nullable;

/**
 * What a server sent back.
 *
 * @param response the response, of which the body may be null
 */
record Reply(HttpResponse<byte[]> response) {
  private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,79}");
  private static final Pattern XML_CODE = Pattern.compile("<errorCode>([^<]*)</errorCode>");
  private static final Pattern TRACE_TOKEN = Pattern.compile("[0-9A-Fa-f-]{8,40}");
  private static final int XML_LOOK = 4096;
  private static final int MAX_DEPTH = 64;

  private static final byte[] NO_BODY = {};
  private static final JsonMapper JSON = new JsonMapper(Json.lenient(MAX_DEPTH));

  /** The fields of a JSON object, names ignoring case. */
  record Fields(JsonNode object) {
    /** Returns a value that is neither an object nor a list, as text; null where there is none. */
    @Nullable String get(String name) {
      for (Map.Entry<String, JsonNode> field : object.properties()) {
        JsonNode value = field.getValue();
        if (field.getKey().equalsIgnoreCase(name) && value.isValueNode() && !value.isNull()) {
          return value.asText();
        }
      }
      return null;
    }

    /** Returns the objects of a list; empty where there is none. */
    List<Fields> list(String name) {
      return object.path(name).valueStream().map(Fields::new).toList();
    }
  }

  /** Returns the HTTP status. */
  int status() {
    return response.statusCode();
  }

  /** Returns the body; empty where there is none; not copied. */
  byte[] body() {
    // Where a proxy answers in place of the server, Java has no body.
    return Objects.requireNonNullElse(response.body(), NO_BODY);
  }

  /** Returns whether the server did as asked. */
  boolean ok() {
    return status() >= 200 && status() < 300;
  }

  /** Returns the fields of a JSON body; none if it is not JSON. */
  Fields fields() {
    try {
      return new Fields(JSON.readTree(body()));
    } catch (IOException e) {
      return new Fields(MissingNode.getInstance());
    }
  }

  /** Returns the code of the error, of the API or of OAuth, as sent; empty where there is none. */
  String errorCode() {
    Fields fields = fields();
    String code = fields.get("errorCode");
    if (code == null) {
      code = fields.get("error");
    }
    if (code == null) {
      int length = Math.min(body().length, XML_LOOK);
      Matcher xml = XML_CODE.matcher(new String(body(), 0, length, StandardCharsets.UTF_8));
      code = xml.find() ? xml.group(1) : "";
    }
    return CODE.matcher(code).matches() ? code : "";
  }

  /** Returns whether the code of the error has a word in it, ignoring case. */
  boolean errorSays(String word) {
    return errorCode().toUpperCase(Locale.ROOT).contains(word);
  }

  /** Returns the type of the body without its parameters, in lower case; empty without one. */
  String contentType() {
    String type = response.headers().firstValue("Content-Type").orElse("");
    int end = type.indexOf(';');
    return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
  }

  /** Returns the number in a header; empty where there is none. */
  OptionalLong number(String header) {
    try {
      return response.headers().firstValueAsLong(header);
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  /** Returns the limits on calls that the headers name. */
  Limits limits() {
    return new Limits(
        number("X-RateLimit-Limit"),
        number("X-RateLimit-Remaining"),
        moment(number("X-RateLimit-Reset")),
        number("X-BurstLimit-Remaining"));
  }

  private static @Nullable Instant moment(OptionalLong seconds) {
    try {
      return seconds.isPresent() ? Instant.ofEpochSecond(seconds.getAsLong()) : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Returns status, code and trace token for a message, such as {@code 401 X, trace token Y}. */
  String summary() {
    StringBuilder text = new StringBuilder().append(status());
    if (!errorCode().isEmpty()) {
      text.append(' ').append(errorCode());
    }
    String token = response.headers().firstValue("X-DocuSign-TraceToken").orElse("");
    if (TRACE_TOKEN.matcher(token).matches()) {
      text.append(", trace token ").append(token);
    }
    return text.toString();
  }

  /**
   * The account's limits on calls, which the integration needs more than we do.
   *
   * @param hourly how many calls the account may make in an hour, if known
   * @param hourlyRemaining how many of them are left, if known
   * @param reset when the hour begins again, or null if unknown
   * @param burstRemaining how many are left of those in half a minute, if known
   */
  record Limits(
      OptionalLong hourly,
      OptionalLong hourlyRemaining,
      @Nullable Instant reset,
      OptionalLong burstRemaining) {
    /** The time over which DocuSign counts bursts. */
    static final Duration BURST = Duration.ofSeconds(30);

    /** Nothing is known. */
    static final Limits UNKNOWN =
        new Limits(OptionalLong.empty(), OptionalLong.empty(), null, OptionalLong.empty());

    private static final int HOURLY_RESERVE = 20;
    private static final int RESERVE_SHARE = 50;
    private static final int BURST_RESERVE = 10;

    /** Returns how long to leave what is left to the integration; zero where there is enough. */
    Duration pause(Instant now) {
      long reserve = Math.max(HOURLY_RESERVE, hourly.orElse(0) / RESERVE_SHARE);
      if (hourlyRemaining.orElse(Long.MAX_VALUE) < reserve) {
        return untilReset(now);
      }
      return burstRemaining.orElse(Long.MAX_VALUE) < BURST_RESERVE ? BURST : Duration.ZERO;
    }

    /** Returns how long it takes until the hour begins again: on the hour, if unknown. */
    Duration untilReset(Instant now) {
      Instant begin =
          reset != null && reset.isAfter(now) && reset.isBefore(now.plus(1, ChronoUnit.DAYS))
              ? reset
              : now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
      // A second more, for clocks that do not agree.
      return Duration.between(now, begin).plusSeconds(1);
    }
  }
}
