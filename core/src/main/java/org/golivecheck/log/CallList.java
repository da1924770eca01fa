package org.golivecheck.log;

import java.io.IOException;
import org.golivecheck.call.ApiCall;

/** A list of calls that can be written as a log. Not thread-safe. */
public interface CallList extends AutoCloseable {

  /**
   * Adds a call.
   *
   * @throws java.io.UncheckedIOException if there is no room for it; the message is for the user
   */
  void add(ApiCall call);

  /**
   * Writes the calls as JSON records, without secrets and personal data.
   *
   * @throws IOException if {@code out} throws it
   */
  void writeTo(Appendable out) throws IOException;

  /** Frees what the list needed. */
  @Override
  void close();
}
