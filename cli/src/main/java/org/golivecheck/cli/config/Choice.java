package org.golivecheck.cli.config;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.golivecheck.cli.NearMiss;

/**
 * One of a few values; case does not matter.
 *
 * @param values the values
 */
record Choice(List<String> values) implements ScalarType {
  private static final int FEW = 8;

  @Override
  public String read(String text) throws UnfitValueException {
    for (String value : values) {
      if (value.equalsIgnoreCase(text)) {
        return value;
      }
    }
    throw new UnfitValueException(
        "does not know '"
            + text
            + "'"
            + (values.size() > FEW ? "." : "; it takes " + words() + ".")
            + NearMiss.question(text, values));
  }

  @Override
  public String words() {
    return String.join(", ", values);
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
