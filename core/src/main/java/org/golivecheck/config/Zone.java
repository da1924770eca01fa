package org.golivecheck.config;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.ZoneId;

/** A time zone. */
record Zone() implements ScalarType {
  @Override
  public String read(String text) throws UnfitValueException {
    try {
      return ZoneId.of(text).getId();
    } catch (DateTimeException e) {
      throw new UnfitValueException("takes " + words() + ", not '" + text + "'");
    }
  }

  @Override
  public String words() {
    return "a time zone such as Europe/Paris, UTC or +02:00";
  }

  @Override
  public void schema(JsonGenerator out) throws IOException {
    // A pattern only: names of zones come and go.
    out.writeStringField("type", "string");
    out.writeStringField("pattern", "^(UTC|[+-]\\d\\d:\\d\\d|[A-Z][A-Za-z_]+(/[A-Za-z0-9_+-]+)+)$");
  }
}
