package org.golivecheck.call.body;

import java.util.ArrayList;
import java.util.List;
import org.golivecheck.call.ItemError;
import org.golivecheck.text.Ascii;
import org.jspecify.annotations.Nullable;

/** The different errors found in one body, a few at most, in their order. */
final class ItemErrors {
  private final List<ItemError> found = new ArrayList<>(ItemErrorScanner.MAX_ERRORS);

  void clear() {
    found.clear();
  }

  List<ItemError> list() {
    return List.copyOf(found);
  }

  /** Adds an error with this code, unless the code is empty or means success. */
  void add(@Nullable String code, @Nullable String message) {
    if (code == null || code.isBlank() || isSuccess(code)) {
      return;
    }
    ItemError error = new ItemError(code.strip(), message == null ? "" : message.strip());
    if (found.size() < ItemErrorScanner.MAX_ERRORS && !found.contains(error)) {
      found.add(error);
    }
  }

  /** Adds an error that is one text, which may begin with its code. */
  void addText(String text) {
    String message = text.strip();
    if (!message.isEmpty() && !isSuccess(message)) {
      add(leadingCode(message), message);
    }
  }

  private static boolean isSuccess(String code) {
    return code.strip().equalsIgnoreCase("SUCCESS");
  }

  /** Returns the upper-case word that begins a text: of two parts or more, or before a colon. */
  private static String leadingCode(String text) {
    int end = 0;
    while (end < text.length() && isCodePart(text.charAt(end))) {
      end++;
    }
    String word = text.substring(0, end);
    boolean ended = end == text.length() || text.charAt(end) == ':';
    boolean code =
        end >= 3
            && (ended || text.charAt(end) == ' ')
            && word.charAt(0) >= 'A'
            && (ended || word.indexOf('_') > 0);
    return code ? word : ItemErrorScanner.NO_CODE;
  }

  private static boolean isCodePart(char c) {
    return Ascii.isUpper(c) || Ascii.isDigit(c) || c == '_';
  }
}
