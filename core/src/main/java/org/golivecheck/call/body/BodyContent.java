package org.golivecheck.call.body;

import org.golivecheck.call.ApiError.BodyForm;
import org.jspecify.annotations.Nullable;

/**
 * What was found in a body.
 *
 * @param code the error code, or null
 * @param message the message, or null
 * @param form the kind of body
 * @param wrapper the name of the text around it, or null
 */
record BodyContent(
    @Nullable String code, @Nullable String message, BodyForm form, @Nullable String wrapper) {

  static final BodyContent EMPTY = new BodyContent(null, null, BodyForm.EMPTY, null);
  static final BodyContent HTML = new BodyContent(null, null, BodyForm.HTML, null);

  static BodyContent docusign(@Nullable String code, @Nullable String message) {
    return new BodyContent(code, message, BodyForm.DOCUSIGN, null);
  }

  static BodyContent foreign(@Nullable String code, @Nullable String message) {
    return new BodyContent(code, message, BodyForm.FOREIGN, null);
  }

  /** Returns whether this is a response of DocuSign with a code, so that the search can end. */
  boolean tellsCode() {
    return code != null && form == BodyForm.DOCUSIGN;
  }

  /** Returns this content with the name of a wrapper. An inner wrapper's name is replaced. */
  BodyContent in(String name) {
    return new BodyContent(code, message, form, name);
  }
}
