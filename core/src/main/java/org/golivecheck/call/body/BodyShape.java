package org.golivecheck.call.body;

import java.util.Map;
import java.util.Set;
import org.golivecheck.call.body.BodyText.BodyContent;
import org.golivecheck.text.Ascii;
import org.jspecify.annotations.Nullable;

/**
 * The shapes of error bodies in DocuSign's APIs. A body has a shape if it has all keys that the
 * shape requires and no key that the shape lacks.
 */
enum BodyShape {
  /** eSignature, Rooms, Click, Web Forms, document generation, cloud storage. */
  ERROR_CODE(
      Set.of("errorcode"),
      Set.of("message", "referenceid", "tagidentifier", "authenticationurl"),
      "errorcode",
      "message"),
  WORKSPACES(Set.of("error_code"), Set.of("message"), "error_code", "message"),
  /** The account server and Admin. */
  OAUTH(Set.of("error"), Set.of("error_description", "reference_id"), "error", "error_description"),
  ADMIN_SUB_ACCOUNT(
      Set.of("error", "errordescription"), Set.of("issystemerror"), "error", "errordescription"),
  ADMIN_PROVISIONING(
      Set.of("errorcode", "errordescription"),
      Set.of("publicerrorcode", "issystemerror"),
      "errorcode",
      "errordescription"),
  ADMIN_OTHER(Set.of("errormessage"), Set.of("referenceid"), "", "errormessage"),
  /** Workflow Builder and a part of Agreement Manager; {@code code} is the HTTP status. */
  PROBLEM(Set.of("error", "code", "timestamp"), Set.of(), "", "error"),
  /** Publishing a workflow without consent. */
  CONSENT_URL(Set.of("message", "consenturl"), Set.of(), "", "message"),
  /** RFC 7807. */
  PROBLEM_DETAIL(
      Set.of("title", "status"),
      Set.of("type", "detail", "instance", "timestamp", "path"),
      "",
      "detail"),
  /** Connected Fields; many other APIs answer like this. */
  CODE_AND_MESSAGE(Set.of("code", "message"), Set.of(), "code", "message"),
  /** As quoted in DocuSign's guides. Others answer like this too, so the message decides. */
  MESSAGE(Set.of("message"), Set.of("errorcode", "referenceid"), "", "message"),
  /** Details as found inside successful responses. */
  ERROR_DETAILS(Set.of("errordetails"), Set.of("authenticationurl"), "", "") {
    @Override
    BodyContent read(Map<String, Object> body) {
      Map<String, Object> details = JsonTree.firstObject(body.get("errordetails"));
      return details == null ? BodyContent.docusign(null, null) : ERROR_CODE.read(details);
    }
  },
  /** CLM, whose codes are numbers. */
  CLM(Set.of("error"), Set.of("validationerrors"), "", "") {
    @Override
    boolean fits(Map<String, Object> body) {
      Map<String, Object> error = JsonTree.firstObject(body.get("error"));
      return super.fits(body)
          && error != null
          && (error.containsKey("httpstatuscode") || error.containsKey("usermessage"));
    }

    @Override
    BodyContent read(Map<String, Object> body) {
      Map<String, Object> error = JsonTree.firstObject(body.get("error"));
      Map<String, Object> detail = JsonTree.firstObject(body.get("validationerrors"));
      // 101 only refers to the validation errors.
      boolean useDetail =
          detail != null && error != null && "101".equals(error.getOrDefault("errorcode", "101"));
      Map<String, Object> teller = useDetail ? detail : error;
      return teller == null
          ? BodyContent.docusign(null, null)
          : BodyContent.docusign(text(teller, "errorcode"), clmMessage(teller));
    }
  };

  @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
  private final Set<String> required;

  @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
  private final Set<String> optional;

  private final String codeKey;
  private final String messageKey;

  BodyShape(Set<String> required, Set<String> optional, String codeKey, String messageKey) {
    this.required = required;
    this.optional = optional;
    this.codeKey = codeKey;
    this.messageKey = messageKey;
  }

  /**
   * Returns the shape that a body has, or null.
   *
   * @param body the body, its names in lower case
   */
  static @Nullable BodyShape of(Map<String, Object> body) {
    for (BodyShape shape : values()) {
      if (shape.fits(body)) {
        return shape;
      }
    }
    return null;
  }

  boolean fits(Map<String, Object> body) {
    for (String key : required) {
      if (!body.containsKey(key) || (key.equals(codeKey) && text(body, key) == null)) {
        return false;
      }
    }
    for (String key : body.keySet()) {
      if (!required.contains(key) && !optional.contains(key)) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether other APIs use this shape as well, so that it proves nothing inside a body. */
  boolean generic() {
    return this == CODE_AND_MESSAGE;
  }

  /** Returns what a body of this shape says. */
  BodyContent read(Map<String, Object> body) {
    String code = text(body, codeKey);
    String message = text(body, messageKey);
    if (message == null && this == PROBLEM_DETAIL) {
      message = text(body, "title");
    }
    if (code != null && isNoCode(code)) {
      return this == OAUTH && message == null
          ? BodyContent.foreign(null, code)
          : BodyContent.docusign(null, message == null ? code : message);
    }
    return BodyContent.docusign(code, message);
  }

  /**
   * Returns whether a value in the place of a code is not a code but a sentence or an HTTP status.
   */
  private boolean isNoCode(String code) {
    return containsSpace(code) || (this == CODE_AND_MESSAGE && isStatus(code));
  }

  private static boolean containsSpace(String code) {
    for (int i = 0; i < code.length(); i++) {
      if (Character.isWhitespace(code.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isStatus(String code) {
    return code.length() == 3
        && code.charAt(0) >= '2'
        && code.charAt(0) <= '5'
        && Ascii.isDigit(code.charAt(1))
        && Ascii.isDigit(code.charAt(2));
  }

  /** Returns the text of a value; null if it is missing, empty or not a scalar. */
  static @Nullable String text(Map<String, Object> body, String key) {
    return body.get(key) instanceof String text && !text.isBlank() ? text : null;
  }

  private static @Nullable String clmMessage(Map<String, Object> error) {
    String message = text(error, "usermessage");
    return message == null ? text(error, "developermessage") : message;
  }
}
