package org.golivecheck.rule.error;

import org.jspecify.annotations.Nullable;

/** A row of the catalogue, or one that a team has added. */
record ErrorRow(
    int id,
    String code,
    String api,
    String status,
    String condition,
    String messagePattern,
    String category,
    String actor,
    String retry,
    String remedy,
    String confidence,
    String basis,
    boolean guessed)
    implements ErrorClass {

  /** Returns whether the other is the same row: ids are unique. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ErrorRow that && id == that.id;
  }

  @Override
  public int hashCode() {
    return id;
  }
}
