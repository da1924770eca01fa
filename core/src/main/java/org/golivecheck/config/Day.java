package org.golivecheck.config;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;

/** A day. */
record Day() implements ScalarType {
  @Override
  public String read(String text) throws UnfitValueException {
    try {
      return LocalDate.parse(text).toString();
    } catch (DateTimeException e) {
      throw new UnfitValueException("takes a day such as 2026-12-31, not '" + text + "'");
    }
  }

  @Override
  public String words() {
    return "a day such as 2026-12-31";
  }

  @Override
  public void schema(JsonGenerator out) throws IOException {
    out.writeStringField("type", "string");
    out.writeStringField("pattern", "^\\d{4}-\\d{2}-\\d{2}$");
  }
}
