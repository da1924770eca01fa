package org.golivecheck.config;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.golivecheck.text.NearMiss;

/**
 * One of a few values; case does not matter.
 *
 * @param values the values
 * @param words what it takes, for people
 */
record Choice(List<String> values, String words) implements ScalarType {

  /** Takes values that are few enough to be listed. */
  static Choice of(List<String> values) {
    return new Choice(values, String.join(", ", values));
  }

  @Override
  public String read(String text) throws UnfitValueException {
    for (String value : values) {
      if (value.equalsIgnoreCase(text)) {
        return value;
      }
    }
    throw new UnfitValueException(
        "does not know '" + text + "'; it takes " + words + "." + NearMiss.question(text, values));
  }

  @Override
  public void schema(JsonGenerator out) throws IOException {
    out.writeArrayFieldStart("enum");
    for (String value : values) {
      out.writeString(value);
    }
    out.writeEndArray();
  }
}
