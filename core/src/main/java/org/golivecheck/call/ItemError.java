package org.golivecheck.call;

import org.jspecify.annotations.Nullable;

/**
 * The error of a single item inside a 2xx body ({@code errorDetails}).
 *
 * @param code the item's error code, never empty
 * @param message the item's message, may be empty
 */
public record ItemError(String code, String message) {

  // Spelled out for a quick start, see Operation.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ItemError that
        && code.equals(that.code)
        && message.equals(that.message);
  }

  @Override
  public int hashCode() {
    return 31 * code.hashCode() + message.hashCode();
  }
}
