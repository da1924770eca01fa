package org.golivecheck.rule.error;

import org.jspecify.annotations.Nullable;

/**
 * One row of the error catalogue: a situation, recognized by error code and message.
 *
 * @param id the number of the row, unique and stable within a version of the catalogue
 * @param code the error code as DocuSign writes it; {@code -} for a row that goes by status, text
 *     or the words of an unknown code
 * @param api the API of the row, such as {@code esign-rest}; a remark may follow in brackets, as in
 *     {@code esign-rest (locks)}
 * @param status the HTTP statuses that the error was documented or seen with, separated by slashes
 *     and maybe with a remark; decides only where the body has no code
 * @param condition what the row asks of the call besides: {@code path: } and a regular expression,
 *     {@code host: }, {@code header: } or, where a log cannot show it, {@code not logged: } and the
 *     condition in words; empty for none
 * @param messagePattern the regular expression that the message matches somewhere, ignoring case;
 *     empty for any message
 * @param category what the error is about, such as {@code user-permission}
 * @param actor who has to act, such as {@code account-admin}
 * @param retry whether to repeat the call, such as {@code after-fix}
 * @param remedy what to do and whom to ask, in one or a few sentences
 * @param confidence how well the row is supported: {@code high}, {@code medium} or {@code low}
 * @param basis a link to the source of the row, or {@code heuristic}
 * @param guessed whether only the words of an unknown code speak for the row
 */
public record ErrorClass(
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
    boolean guessed) {

  /** Returns the id of the rule that reports errors of this class, such as {@code ER-consent}. */
  public String rule() {
    return "ER-" + category;
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
}
