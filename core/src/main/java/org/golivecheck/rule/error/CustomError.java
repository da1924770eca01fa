package org.golivecheck.rule.error;

import org.golivecheck.call.Wildcard;
import org.jspecify.annotations.Nullable;

/**
 * What a team knows of errors that the catalogue cannot know: codes of its own gateway, texts into
 * which its provider rewrites DocuSign's responses. Goes before the rows of the catalogue.
 *
 * @param code the error code, ignoring case; null for any, also for none
 * @param message a pattern for the whole message, or for the beginning of the body; null for any
 * @param status the HTTP status, or 0 for any
 * @param category one of {@link ErrorCatalog#categories()}
 * @param actor who has to act, one of {@link ErrorCatalog#actors()}
 * @param retry whether to repeat the call, one of {@link ErrorCatalog#retries()}
 * @param remedy what to do
 */
public record CustomError(
    @Nullable String code,
    @Nullable Wildcard message,
    int status,
    String category,
    String actor,
    String retry,
    String remedy) {

  /** Where such a row comes from, as reports show it. */
  public static final String BASIS = "configuration";

  /**
   * Refuses values that the catalogue does not have.
   *
   * @throws IllegalArgumentException if there is neither code nor message, the remedy is blank, or
   *     category, actor or retry does not occur in the catalogue
   */
  public CustomError {
    if (code == null && message == null) {
      throw new IllegalArgumentException("a class of errors needs a code or a message");
    }
    if (remedy.isBlank()) {
      throw new IllegalArgumentException("a class of errors needs a remedy");
    }
    if (!ErrorCatalog.categories().contains(category)
        || !ErrorCatalog.actors().contains(actor)
        || !ErrorCatalog.retries().contains(retry)) {
      throw new IllegalArgumentException(
          "not of the catalogue: " + category + ", " + actor + " or " + retry);
    }
  }

  /** Returns whether a failure is of this class. */
  boolean matches(Failure failure) {
    return (status == 0 || status == failure.status())
        && (code == null || code.equalsIgnoreCase(failure.code()))
        && (message == null
            || message.matches(failure.message())
            || message.matches(failure.text()));
  }

  /** Returns the row that it is, by a number of its own. */
  ErrorClass row(int id) {
    return new ErrorClass(
        id,
        code == null ? "-" : code,
        "any",
        status == 0 ? "any" : String.valueOf(status),
        /* condition= */ "",
        message == null ? "" : message.toString(),
        category,
        actor,
        retry,
        remedy,
        "high",
        BASIS,
        /* guessed= */ false);
  }
}
