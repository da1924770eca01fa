package org.golivecheck.web.jdk.java.util;

import java.util.ArrayList;
import java.util.List;

/** Joins texts. */
public final class StringJoiner {
  private final String separator;
  private final String prefix;
  private final String suffix;
  private String empty;
  private final List<String> parts = new ArrayList<>();

  /** Creates a joiner. */
  public StringJoiner(CharSequence separator) {
    this(separator, "", "");
  }

  /** Creates a joiner. */
  public StringJoiner(CharSequence separator, CharSequence prefix, CharSequence suffix) {
    this.separator = separator.toString();
    this.prefix = prefix.toString();
    this.suffix = suffix.toString();
    empty = this.prefix + this.suffix;
  }

  /** Sets what the whole is without parts. */
  public StringJoiner setEmptyValue(CharSequence value) {
    empty = value.toString();
    return this;
  }

  /** Adds a text. */
  public StringJoiner add(CharSequence part) {
    parts.add(String.valueOf(part));
    return this;
  }

  /** Returns how long the whole is. */
  public int length() {
    return toString().length();
  }

  @Override
  public String toString() {
    return parts.isEmpty() ? empty : prefix + String.join(separator, parts) + suffix;
  }
}
