package org.golivecheck.rule.error;

import org.jspecify.annotations.Nullable;

/** One row of the error catalogue: a situation, recognized by error code and message. */
public final class ErrorClass {
  private final String[] cells;
  private final int id;
  private final boolean guessed;

  /**
   * Takes the cells of a row.
   *
   * @param cells as the columns of the catalogue's files
   * @param guessed whether only the words of an unknown code support the row
   */
  ErrorClass(String[] cells, boolean guessed) {
    this.cells = cells;
    this.guessed = guessed;
    id = Integer.parseInt(cells[0]);
  }

  /** Returns the number of the row, unique and stable within a version of the catalogue. */
  public int id() {
    return id;
  }

  /**
   * Returns the error code as DocuSign writes it; {@code -} for a row that is chosen by status,
   * text or the words of an unknown code.
   */
  public String code() {
    return cells[1];
  }

  /**
   * Returns the API of the row, such as {@code esign-rest}; a remark may follow in brackets, as in
   * {@code esign-rest (locks)}.
   */
  public String api() {
    return cells[2];
  }

  /**
   * Returns the HTTP statuses that the error was documented or seen with, separated by slashes and
   * maybe with a remark; decides only where the body has no code.
   */
  public String status() {
    return cells[3];
  }

  /**
   * Returns what the row asks of the call besides: {@code path: } and a regular expression, {@code
   * host: }, {@code header: } or, where a log cannot show it, {@code not logged: } and the
   * condition in words; empty for none.
   */
  public String condition() {
    return cells[4];
  }

  /**
   * Returns the regular expression that the message matches somewhere, ignoring case; empty for any
   * message.
   */
  public String messagePattern() {
    return cells[5];
  }

  /** Returns what the error is about, such as {@code user-permission}. */
  public String category() {
    return cells[6];
  }

  /** Returns who has to act, such as {@code account-admin}. */
  public String actor() {
    return cells[7];
  }

  /** Returns whether to repeat the call, such as {@code after-fix}. */
  public String retry() {
    return cells[8];
  }

  /** Returns what to do and whom to ask, in one or a few sentences. */
  public String remedy() {
    return cells[11];
  }

  /** Returns how well the row is supported: {@code high}, {@code medium} or {@code low}. */
  public String confidence() {
    return cells[9];
  }

  /** Returns a link to the source of the row, or {@code heuristic}. */
  public String basis() {
    return cells[10];
  }

  /** Returns whether only the words of an unknown code speak for the row. */
  public boolean guessed() {
    return guessed;
  }

  /** Returns the id of the rule that reports errors of this class, such as {@code ER-consent}. */
  public String rule() {
    return "ER-" + category();
  }

  /** Returns whether the other is the same row: ids are unique. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ErrorClass that && id == that.id;
  }

  @Override
  public int hashCode() {
    return id;
  }

  @Override
  public String toString() {
    return String.join("\t", cells);
  }
}
