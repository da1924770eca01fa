package org.golivecheck.redaction;

import org.jspecify.annotations.Nullable;

/**
 * Text that came from a log and may be shown: secrets and personal data are gone, and no control
 * character is left in it. Only a {@link Redactor} makes one, so no writer can be handed raw text.
 */
public final class SafeText implements CharSequence, Comparable<SafeText> {
  private final String value;

  /** For {@link Redactor} alone. */
  SafeText(String value) {
    this.value = value;
  }

  @Override
  public int length() {
    return value.length();
  }

  @Override
  public char charAt(int index) {
    return value.charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return value.substring(start, end);
  }

  @Override
  public int compareTo(SafeText other) {
    return value.compareTo(other.value);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SafeText that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  /** Returns the text. */
  @Override
  public String toString() {
    return value;
  }
}
