package org.golivecheck.rule.error;

import org.golivecheck.call.Wildcard;
import org.jspecify.annotations.Nullable;

/**
 * What a team knows about errors that the catalogue cannot know: codes of its own gateway, or texts
 * into which its provider rewrites DocuSign's responses. Precedes the rows of the catalogue.
 *
 * @param code the error code, ignoring case; null for any, also for none
 * @param message a pattern for the whole message, or for the beginning of the body; null for any
 * @param status the HTTP status, or 0 for any
 * @param advice what the errors mean
 */
public record CustomError(
    @Nullable String code, @Nullable Wildcard message, int status, Advice advice) {

  /** Where such a row comes from, as reports show it. */
  public static final String BASIS = "configuration";

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if there is neither a code nor a message
   */
  public CustomError {
    if (code == null && message == null) {
      throw new IllegalArgumentException("a class of errors needs a code or a message");
    }
  }

  /**
   * What errors mean, in the terms of the catalogue.
   *
   * @param category one of {@link ErrorCatalog#categories()}
   * @param actor who has to act, one of {@link ErrorCatalog#actors()}
   * @param retry whether to repeat the call, one of {@link ErrorCatalog#retries()}
   * @param remedy what to do
   */
  public record Advice(String category, String actor, String retry, String remedy) {
    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if the remedy is blank, or if the catalogue does not have
     *     the category, the actor or the retry
     */
    public Advice {
      if (remedy.isBlank()) {
        throw new IllegalArgumentException("a class of errors needs a remedy");
      }
      if (!ErrorCatalog.categories().contains(category)
          || !ErrorCatalog.actors().contains(actor)
          || !ErrorCatalog.retries().contains(retry)) {
        throw new IllegalArgumentException(
            "not in the catalogue: " + category + ", " + actor + " or " + retry);
      }
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

  /** Returns the same as a row of the catalogue. */
  ErrorClass row(int id) {
    return new ErrorClass(
        new String[] {
          Integer.toString(id),
          code == null ? "-" : code,
          "any",
          status == 0 ? "any" : Integer.toString(status),
          /* condition= */ "",
          message == null ? "" : message.toString(),
          advice.category(),
          advice.actor(),
          advice.retry(),
          "high",
          BASIS,
          advice.remedy()
        },
        /* guessed= */ false);
  }
}
