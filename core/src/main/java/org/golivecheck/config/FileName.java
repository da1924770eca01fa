package org.golivecheck.config;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The name of a file; in a configuration file relative to its folder. */
record FileName() implements ScalarType {
  @Override
  public String read(String text) throws UnfitValueException {
    try {
      if (!text.isBlank()) {
        return Path.of(text).toString();
      }
    } catch (InvalidPathException e) {
      // reported below, like an empty name
    }
    throw new UnfitValueException("does not name a file: '" + text + "'");
  }

  @Override
  public String words() {
    return "the name of a file";
  }

  @Override
  public void schema(JsonGenerator out) throws IOException {
    out.writeStringField("type", "string");
    out.writeStringField("pattern", "\\S");
  }
}
