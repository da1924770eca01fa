package org.golivecheck.log.format;

import java.util.List;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.LogFormat;

/** Recognises what another reader does, but does something else with a log. */
public interface ForwardingReader extends LogReader {
  /** Returns the other reader. */
  LogReader reader();

  @Override
  default LogFormat format() {
    return reader().format();
  }

  @Override
  default boolean recognises(byte[] head, int length, FormatOptions options) {
    return reader().recognises(head, length, options);
  }

  @Override
  default boolean startsLater(byte[] bytes, int from, int to, FormatOptions options) {
    return reader().startsLater(bytes, from, to, options);
  }

  @Override
  default List<String> lacks(byte[] head, int length, FormatOptions options) {
    return reader().lacks(head, length, options);
  }

  @Override
  default boolean isLastResort() {
    return reader().isLastResort();
  }
}
