package org.golivecheck.config;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Locale;

/** True or false. */
record Flag() implements ScalarType {
  @Override
  public String read(String text) throws UnfitValueException {
    String value = text.toLowerCase(Locale.ROOT);
    if (value.equals("true") || value.equals("false")) {
      return value;
    }
    throw new UnfitValueException("takes true or false, not '" + text + "'");
  }

  @Override
  public String words() {
    return "true or false";
  }

  @Override
  public void schema(JsonGenerator out) throws IOException {
    out.writeStringField("type", "boolean");
  }
}
