package org.golivecheck.rule.error;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.golivecheck.call.ApiError;
import org.golivecheck.call.ApiFamily;
import org.jspecify.annotations.Nullable;

/** A row of the catalogue, ready to match. Its pattern is compiled when it is first asked for. */
final class CatalogRow {
  private final ErrorClass errorClass;
  private final RowApi api;
  private volatile @Nullable Pattern pattern;

  CatalogRow(ErrorClass errorClass) {
    this.errorClass = errorClass;
    this.api = RowApi.parse(errorClass.api());
  }

  ErrorClass errorClass() {
    return errorClass;
  }

  RowApi api() {
    return api;
  }

  /** Returns the code as it is compared: in lower case. */
  String foldedCode() {
    return fold(errorClass.code());
  }

  static String fold(String code) {
    return code.toLowerCase(Locale.ROOT);
  }

  boolean hasPattern() {
    return !errorClass.messagePattern().isEmpty();
  }

  /** Returns whether the row's pattern occurs in a text; true for a row without one. */
  boolean occursIn(@Nullable String text) {
    if (!hasPattern()) {
      return true;
    }
    if (text == null) {
      return false;
    }
    // Some patterns need more than linear time, and the end of a long text tells nothing new.
    int length = Math.min(text.length(), ApiError.MAX_TEXT);
    return pattern().matcher(text).region(0, length).find();
  }

  private Pattern pattern() {
    Pattern compiled = pattern;
    if (compiled == null) {
      compiled = Pattern.compile(errorClass.messagePattern(), Pattern.CASE_INSENSITIVE);
      pattern = compiled;
    }
    return Objects.requireNonNull(compiled);
  }

  /** Returns whether the row is of this API and its condition on the URL holds. */
  boolean appliesTo(ApiFamily family, String path) {
    return api.family() == family && api.holdsFor(path);
  }

  /**
   * Returns whether the row names a status. A row that names no number ({@code any}, {@code no
   * response}) has no say in it, and so any status will do.
   */
  boolean allowsStatus(int status) {
    return !namesStatuses() || namesStatus(status);
  }

  private boolean namesStatuses() {
    String text = errorClass.status();
    return !text.isEmpty() && Character.isDigit(text.charAt(0));
  }

  /** Returns whether a status is among those at the beginning of the status field. */
  boolean namesStatus(int status) {
    String wanted = Integer.toString(status);
    String text = errorClass.status();
    for (int start = 0; start + 3 <= text.length(); start += 4) {
      if (matches(text, start, wanted)) {
        return true;
      }
      if (start + 3 == text.length() || text.charAt(start + 3) != '/') {
        return false;
      }
    }
    return false;
  }

  private static boolean matches(String text, int start, String wanted) {
    return text.startsWith(wanted, start)
        || (text.startsWith("xx", start + 1) && text.charAt(start) == wanted.charAt(0));
  }
}
