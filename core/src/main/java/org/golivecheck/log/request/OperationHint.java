package org.golivecheck.log.request;

import java.util.Locale;
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
    int name = Math.max(source.lastIndexOf('!'), source.lastIndexOf('/'));
    String file = source.substring(Math.max(name, source.lastIndexOf('\\')) + 1);
    int operation = file.lastIndexOf('_') + 1;
    if (!file.toLowerCase(Locale.ROOT).endsWith(SUFFIX) || !followsStatusWord(file, operation)) {
      return null;
    }
    int end = operation;
    // A copy's " (1)" ends the name as well as the suffix does.
    while (isNamePart(file.charAt(end))) {
      end++;
    }
    return end == operation ? null : file.substring(operation, end);
  }

  /** Returns whether {@code NN_StatusWord_} ends here. */
  private static boolean followsStatusWord(String file, int end) {
    int word = file.lastIndexOf('_', end - 2) + 1;
    return word >= 2 && end - 1 > word && Ascii.isDigit(file.charAt(word - 2));
  }

  private static boolean isNamePart(char c) {
    return Ascii.isLetterOrDigit(c) || c == ':';
  }
}
