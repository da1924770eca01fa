package org.golivecheck.log.request;

import org.golivecheck.text.Ascii;
import org.jspecify.annotations.Nullable;

/**
 * Finds the log's own name of an operation in the name of an entry: {@code
 * NN_StatusWord_OperationName.txt}, with any text before.
 */
final class OperationHint {
  private static final String SUFFIX = ".txt";

  private OperationHint() {}

  /** Returns the operation in the name of a source, or null if it has none. */
  static @Nullable String of(String source) {
    int operation = source.lastIndexOf('_') + 1;
    int suffix = source.length() - SUFFIX.length();
    if (!source.regionMatches(true, suffix, SUFFIX, 0, SUFFIX.length())
        || !followsStatusWord(source, operation)) {
      return null;
    }
    int end = operation;
    // A copy's " (1)" ends the name as well as the suffix does.
    while (isNamePart(source.charAt(end))) {
      end++;
    }
    return end == operation ? null : source.substring(operation, end);
  }

  /** Returns whether {@code NN_StatusWord_} ends here, in the name of the file itself. */
  private static boolean followsStatusWord(String source, int end) {
    int word = source.lastIndexOf('_', end - 2) + 1;
    if (word < 2 || end - 1 <= word || !Ascii.isDigit(source.charAt(word - 2))) {
      return false;
    }
    for (int i = word; i < source.length(); i++) {
      char c = source.charAt(i);
      if (c == '!' || c == '/' || c == '\\') {
        return false;
      }
    }
    return true;
  }

  private static boolean isNamePart(char c) {
    return Ascii.isLetterOrDigit(c) || c == ':';
  }
}
