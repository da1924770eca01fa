package org.golivecheck.rule.error;

/** One row of the error catalogue: a situation, recognized by error code and message. */
public interface ErrorClass {
  /** Returns the number of the row, unique and stable within a version of the catalogue. */
  int id();

  /**
   * Returns the error code as DocuSign writes it; {@code -} for a row that is chosen by status,
   * text or the words of an unknown code.
   */
  String code();

  /**
   * Returns the API of the row, such as {@code esign-rest}; a remark may follow in brackets, as in
   * {@code esign-rest (locks)}.
   */
  String api();

  /**
   * Returns the HTTP statuses that the error was documented or seen with, separated by slashes and
   * maybe with a remark; decides only where the body has no code.
   */
  String status();

  /**
   * Returns what the row asks of the call besides: {@code path: } and a regular expression, {@code
   * host: }, {@code header: } or, where a log cannot show it, {@code not logged: } and the
   * condition in words; empty for none.
   */
  String condition();

  /**
   * Returns the regular expression that the message matches somewhere, ignoring case; empty for any
   * message.
   */
  String messagePattern();

  /** Returns what the error is about, such as {@code user-permission}. */
  String category();

  /** Returns who has to act, such as {@code account-admin}. */
  String actor();

  /** Returns whether to repeat the call, such as {@code after-fix}. */
  String retry();

  /** Returns what to do and whom to ask, in one or a few sentences. */
  String remedy();

  /** Returns how well the row is supported: {@code high}, {@code medium} or {@code low}. */
  String confidence();

  /** Returns a link to the source of the row, or {@code heuristic}. */
  String basis();

  /** Returns whether only the words of an unknown code speak for the row. */
  boolean guessed();

  /** Returns the id of the rule that reports errors of this class, such as {@code ER-consent}. */
  default String rule() {
    return "ER-" + category();
  }
}
