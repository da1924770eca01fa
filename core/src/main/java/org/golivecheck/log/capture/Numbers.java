package org.golivecheck.log.capture;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads the numbers of captures; what is none is passed over. */
final class Numbers {
  private static final double LONGEST_MILLIS = 86_400e3;

  private Numbers() {}

  /** Returns a whole number that is not negative; -1 where there is none. */
  static long whole(JsonParser json) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_NUMBER_INT
        && json.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
      return Math.max(-1, json.getLongValue());
    }
    json.skipChildren();
    return -1;
  }

  /** Returns a duration in milliseconds with any fraction; null for one beyond a day, or none. */
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
}
