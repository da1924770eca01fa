package org.golivecheck.call.body;

import java.util.ArrayList;
import java.util.List;
import org.golivecheck.text.Ascii;
import org.jspecify.annotations.Nullable;

/** An open JSON object or array. Reused for all of the same depth. */
final class JsonFrame {

  /** What an object or array contains. */
  private enum Role {
    /** Anything. */
    PLAIN,
    /** {@code errorDetails}, or one that has the same members. */
    ITEM_ERROR,
    /** {@code error_details} of the Admin API. */
    ADMIN_ERROR,
    /** Texts that are errors if the object around them is a bulk response. */
    BULK_TEXTS,
    /** Texts that are errors if the object around them says that a list cannot be sent. */
    VALIDATION_TEXTS,
    /** Addresses, which show that the object around them is a failed item of a batch. */
    EMAILS
  }

  /** The texts of this array; or, of this object, those of a bulk response. */
  private final List<String> texts = new ArrayList<>(0);

  /** The texts of this object's validation errors. */
  private final List<String> validationTexts = new ArrayList<>(0);

  private boolean object;
  private Role role = Role.PLAIN;
  private JsonName name = JsonName.OTHER;
  private @Nullable String code;
  private @Nullable String message;
  private @Nullable String failedItem;
  private boolean batch;
  private boolean cannotBeSent;
  private boolean emails;

  /** Begins an object or array inside {@code parent}. */
  void open(boolean isObject, @Nullable JsonFrame parent) {
    object = isObject;
    role = parent == null ? Role.PLAIN : parent.roleOfChild(isObject);
    name = JsonName.OTHER;
    code = null;
    message = null;
    failedItem = null;
    batch = false;
    cannotBeSent = false;
    emails = false;
    texts.clear();
    validationTexts.clear();
  }

  boolean isObject() {
    return object;
  }

  private Role roleOfChild(boolean isObject) {
    if (!object) {
      // The objects of an array of errors are errors; those of an array of texts are not.
      return role == Role.ITEM_ERROR || role == Role.ADMIN_ERROR ? role : Role.PLAIN;
    }
    return switch (name) {
      case ERROR_DETAILS, DOC_GEN_ERRORS -> Role.ITEM_ERROR;
      case ADMIN_ERROR_DETAILS -> Role.ADMIN_ERROR;
      case ERRORS -> isObject ? Role.PLAIN : Role.BULK_TEXTS;
      case VALIDATION_ERRORS, VALIDATION_ERROR_DETAILS ->
          isObject ? Role.PLAIN : Role.VALIDATION_TEXTS;
      case RECIPIENT_EMAILS -> Role.EMAILS;
      default -> Role.PLAIN;
    };
  }

  /** Takes the name of the member that comes next. */
  void name(JsonName next) {
    name = next;
  }

  /** Returns whether the text or number that comes next matters. */
  boolean wantsText() {
    return object ? name != JsonName.OTHER : role != Role.PLAIN && role != Role.EMAILS;
  }

  /** Takes a text. */
  void text(String value, ItemErrors errors) {
    if (object) {
      member(value, errors);
    } else if (!value.isBlank()) {
      switch (role) {
        case ITEM_ERROR, ADMIN_ERROR -> errors.addText(value);
        case BULK_TEXTS, VALIDATION_TEXTS -> keep(texts, value);
        case PLAIN, EMAILS -> {
          // No error.
        }
      }
    }
  }

  private void member(String value, ItemErrors errors) {
    switch (name) {
      case SIGNING_URI_ERROR -> errors.addText(value);
      case ERROR_CODE -> code = role == Role.ITEM_ERROR ? value : code;
      case ERROR -> code = role == Role.ADMIN_ERROR ? value : code;
      case MESSAGE, ERROR_DESCRIPTION -> message = value;
      case ERROR_MESSAGE -> failedItem = value;
      default -> literal(value);
    }
  }

  /** Takes a number or {@code false}, or a text that may represent one. */
  void literal(String value) {
    switch (name) {
      case BATCH_ID -> batch = true;
      case CAN_BE_SENT -> cannotBeSent = value.equalsIgnoreCase("false");
      case FAILED -> {
        if (isPositive(value)) {
          keep(texts, "Failed in the batch: " + value);
        }
      }
      case ERROR_CODE -> code = role == Role.ITEM_ERROR ? value : code;
      default -> {
        // Numbers elsewhere are not errors.
      }
    }
  }

  /** Ends the object or array, whose content is now complete. */
  void close(@Nullable JsonFrame parent, ItemErrors errors) {
    if (object) {
      errors.add(code, message);
      if (batch) {
        texts.forEach(errors::addText);
      }
      if (cannotBeSent) {
        validationTexts.forEach(errors::addText);
      }
      if (emails && failedItem != null) {
        errors.addText(failedItem);
      }
    } else if (parent != null && parent.object) {
      switch (role) {
        case BULK_TEXTS -> texts.forEach(text -> keep(parent.texts, text));
        case VALIDATION_TEXTS -> texts.forEach(text -> keep(parent.validationTexts, text));
        case EMAILS -> parent.emails = true;
        case PLAIN, ITEM_ERROR, ADMIN_ERROR -> {
          // Reported already.
        }
      }
    }
  }

  private static void keep(List<String> texts, String text) {
    if (texts.size() < ItemErrorScanner.MAX_ERRORS) {
      texts.add(text);
    }
  }

  private static boolean isPositive(String value) {
    boolean digits = Ascii.isNumber(value);
    return digits && value.chars().anyMatch(c -> c != '0');
  }
}
