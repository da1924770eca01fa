package org.golivecheck.redaction;

import org.golivecheck.redaction.find.ConsoleCommands;
import org.jspecify.annotations.Nullable;

/**
 * Text that came from a log and may be shown: it contains no secrets, personal data, control
 * characters or commands to the console of a build server. Only a {@link Redactor} creates one, so
 * raw text cannot be passed to a writer.
 */
public final class SafeText implements CharSequence, Comparable<SafeText> {
  private final String value;

  /** For {@link Redactor} alone. */
  SafeText(String value) {
    this.value = value;
  }

  /**
   * Returns a text in which a blank breaks whatever the console of a build server obeys, such as
   * {@code ##vso[} or {@code ::error::} at the start of a line. For messages that repeat a file
   * name or an option; every safe text is free of commands already.
   */
  public static String withoutCommands(String text) {
    return ConsoleCommands.broken(text);
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
