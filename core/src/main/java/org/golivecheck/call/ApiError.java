package org.golivecheck.call;

import org.jspecify.annotations.Nullable;

/**
 * What the body of a failed call says.
 *
 * @param code the error code as returned, or null if the body has none
 * @param message the message as returned, or null if the body has none
 * @param form the kind of body
 * @param wrapper the SDK or provider text around DocuSign's own body, or null if there is none
 * @param text the beginning of the body as text, at most {@value #MAX_TEXT} characters
 */
public record ApiError(
    @Nullable String code,
    @Nullable String message,
    BodyForm form,
    @Nullable String wrapper,
    String text) {

  /** The maximum length of {@link #text()}, in characters. */
  public static final int MAX_TEXT = 2_000;

  /** An error with an empty body. */
  public static final ApiError EMPTY = new ApiError(null, null, BodyForm.EMPTY, null, "");

  /** The kind of body that an error has. */
  public enum BodyForm {
    /** One of the documented shapes of a DocuSign API, JSON or XML. */
    DOCUSIGN,
    /** JSON or XML of another shape: a provider's rewrite, or an unknown API. */
    FOREIGN,
    /** An HTML page, as sent by gateways. */
    HTML,
    /** Plain text. */
    TEXT,
    /** Bytes that are not text. */
    BINARY,
    /** No body. */
    EMPTY
  }
}
