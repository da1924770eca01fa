package org.golivecheck.log.capture;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.golivecheck.log.json.JsonInput;

/** Reads headers and parameters: arrays of objects with a name and a value each. */
final class Pairs {

  /** Takes a name with a value. */
  interface Taker {
    void take(String name, String value);
  }

  private Pairs() {}

  /**
   * Reads an array; what is none is passed over, and so is a pair that is disabled.
   *
   * @param nameMember what the member with the name is called
   */
  static void read(JsonParser json, String nameMember, Taker taker) throws IOException {
    if (!json.isExpectedStartArrayToken()) {
      json.skipChildren();
      return;
    }
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.isExpectedStartObjectToken()) {
        pair(json, nameMember, taker);
      } else {
        json.skipChildren();
      }
    }
  }

  private static void pair(JsonParser json, String nameMember, Taker taker) throws IOException {
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
}
