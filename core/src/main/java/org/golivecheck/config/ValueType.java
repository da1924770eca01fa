package org.golivecheck.config;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** What a key takes. */
sealed interface ValueType permits ScalarType, ListOf, Pairs, Entries {

  /** Returns what it takes, for people: what follows "takes". */
  String words();

  /** Writes, into an open object, what a JSON Schema says of it. */
  void schema(JsonGenerator out) throws IOException;
}
