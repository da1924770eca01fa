package org.golivecheck.log.capture;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.golivecheck.log.json.JsonInput;
import org.jspecify.annotations.Nullable;

/** Reads values of captures that are JSON: numbers, headers and media types. */
final class CaptureValues {
  private static final double LONGEST_MILLIS = 86_400e3;

  private static final List<String> OF_DOCUMENTS =
      List.of(
          ("image/ audio/ video/ font/ application/pdf application/zip"
                  + " application/octet-stream application/javascript text/javascript text/css")
              .split(" ", -1));

  /** Takes a name with a value. */
  interface PairTaker {
    void take(String name, String value);
  }

  private CaptureValues() {}

  /** Returns a whole number that is not negative, or -1 for anything else. */
  static long whole(JsonParser json) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_NUMBER_INT
        && json.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
      return Math.max(-1, json.getLongValue());
    }
    json.skipChildren();
    return -1;
  }

  /**
   * Returns a duration in milliseconds with any fraction; null for more than a day or anything
   * else.
   */
  static @Nullable Duration millis(JsonParser json) throws IOException {
    if (!json.currentToken().isNumeric()) {
      json.skipChildren();
      return null;
    }
    double millis = json.getDoubleValue();
    return millis >= 0 && millis <= LONGEST_MILLIS
        ? Duration.ofNanos(Math.round(millis * 1e6))
        : null;
  }

  /**
   * Reads headers or parameters: an array of objects with a name and a value each. Anything else is
   * skipped, and so is a pair that is disabled.
   *
   * @param nameMember what the member with the name is called
   */
  static void pairs(JsonParser json, String nameMember, PairTaker taker) throws IOException {
    JsonInput.items(json, () -> pair(json, nameMember, taker));
  }

  private static void pair(JsonParser json, String nameMember, PairTaker taker) throws IOException {
    if (!json.isExpectedStartObjectToken()) {
      return;
    }
    String key = null;
    String value = null;
    boolean disabled = false;
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      JsonToken token = json.nextToken();
      if (name.equals(nameMember)) {
        key = JsonInput.text(json);
      } else if (name.equals("value")) {
        value = JsonInput.text(json);
      } else {
        disabled |= name.equals("disabled") && token == JsonToken.VALUE_TRUE;
        json.skipChildren();
      }
    }
    if (key != null && !disabled) {
      taker.take(key, value == null ? "" : value);
    }
  }

  /** Returns whether a body may be one in which DocuSign reports errors, and not a document. */
  static boolean mayTellErrors(@Nullable String type) {
    return type == null
        || OF_DOCUMENTS.stream().noneMatch(t -> type.regionMatches(true, 0, t, 0, t.length()));
  }
}
