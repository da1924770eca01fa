package org.golivecheck.config;

/** What a key with a single value takes. */
sealed interface ScalarType extends ValueType
    permits Amount, Choice, Day, FileName, Flag, ReportName, Span, Text, Zone {

  /**
   * Reads a value as written in a file or in the environment.
   *
   * @return the value as commands take it
   * @throws UnfitValueException if the key does not take it
   */
  String read(String text) throws UnfitValueException;
}
