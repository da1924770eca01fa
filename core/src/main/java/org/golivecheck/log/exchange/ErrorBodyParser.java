package org.golivecheck.log.exchange;

import org.golivecheck.call.ApiError;
import org.jspecify.annotations.Nullable;

/** Reads the body of a failed call. */
@FunctionalInterface
public interface ErrorBodyParser {

  /**
   * Returns what a body says.
   *
   * @param contentType the {@code Content-Type} header, or null
   * @param head the beginning of the body
   * @param length how many bytes of {@code head} are filled
   * @param truncated whether the body goes on
   */
  ApiError parse(@Nullable String contentType, byte[] head, int length, boolean truncated);
}
