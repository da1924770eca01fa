package org.golivecheck.rule.error;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.golivecheck.call.ApiFamily;
import org.jspecify.annotations.Nullable;

/** A row of the catalogue. Its fields are split, and its pattern is compiled, on first use. */
final class CatalogRow {
  /**
   * How many characters of a text are searched. Some patterns need more than linear time, and
   * DocuSign's messages are shorter than this.
   */
  private static final int MAX_MATCHED = 1_000;

  private static final int COLUMNS = 12;

  private final String line;
  private final boolean guessed;
  private @Nullable ErrorClass errorClass; // two threads may make equal ones, which does no harm
  private @Nullable RowApi api;
  private @Nullable Condition condition;
  private volatile @Nullable Pattern pattern;

  /**
   * Takes a line of a catalogue file, whose fields are separated by tabs.
   *
   * @param guessed whether the row is for the words of unknown codes
   */
  CatalogRow(String line, boolean guessed) {
    this.line = line;
    this.guessed = guessed;
  }

  ErrorClass errorClass() {
    ErrorClass known = errorClass;
    if (known == null) {
      known = new ErrorClass(line.split("\t", COLUMNS), guessed);
      errorClass = known;
    }
    return known;
  }

  RowApi api() {
    RowApi known = api;
    if (known == null) {
      known = RowApi.parse(errorClass().api());
      api = known;
    }
    return known;
  }

  Condition condition() {
    Condition known = condition;
    if (known == null) {
      known = Condition.parse(errorClass().condition());
      condition = known;
    }
    return known;
  }

  /** Returns the code as it is compared: in lower case. */
  String foldedCode() {
    int start = line.indexOf('\t') + 1;
    return fold(line.substring(start, line.indexOf('\t', start)));
  }

  static String fold(String code) {
    return code.toLowerCase(Locale.ROOT);
  }

  boolean hasPattern() {
    return !errorClass().messagePattern().isEmpty();
  }

  /** Returns whether the row's pattern occurs in a text; true for a row without one. */
  boolean occursIn(@Nullable String text) {
    if (!hasPattern()) {
      return true;
    }
    if (text == null) {
      return false;
    }
    int length = Math.min(text.length(), MAX_MATCHED);
    return pattern().matcher(text).region(0, length).find();
  }

  private Pattern pattern() {
    Pattern compiled = pattern;
    if (compiled == null) {
      compiled = Pattern.compile(errorClass().messagePattern(), Pattern.CASE_INSENSITIVE);
      pattern = compiled;
    }
    return Objects.requireNonNull(compiled);
  }

  /**
   * Returns whether the row names a status. A row without a number ({@code any}, {@code no
   * response}) allows any status.
   */
  boolean allowsStatus(int status) {
    return !namesStatuses() || namesStatus(status);
  }

  private boolean namesStatuses() {
    String text = errorClass().status();
    return !text.isEmpty() && Character.isDigit(text.charAt(0));
  }

  /** Returns whether a status is among those at the beginning of the status field. */
  boolean namesStatus(int status) {
    String wanted = Integer.toString(status);
    String text = errorClass().status();
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

  /**
   * The API of a row.
   *
   * @param name the API as in the catalogue, without the remark that may follow in brackets
   * @param family the API as calls have it; UNKNOWN for rows that belong to none
   */
  record RowApi(String name, ApiFamily family) {

    static RowApi parse(String api) {
      int bracket = api.indexOf(" (");
      String name = bracket < 0 ? api : api.substring(0, bracket);
      return new RowApi(name, familyOf(name));
    }

    private static ApiFamily familyOf(String name) {
      if (name.equals("esign-rest") || name.equals("docgen")) {
        return ApiFamily.ESIGN; // document generation answers inside eSignature calls
      }
      return ApiFamily.of(name);
    }

    /** Returns whether the row is for texts that are not DocuSign's own. */
    boolean isProvider() {
      return name.equals("provider");
    }

    /** Returns whether the row is for errors that only Salesforce's code sees. */
    private boolean isSalesforce() {
      return name.startsWith("salesforce");
    }

    /** Returns whether the row is for failures of this API. */
    boolean covers(Failure failure) {
      return family == failure.api() && !isSalesforce();
    }

    /**
     * Returns whether the code of the row means the same in this failure, whose API it may not be.
     * The names that SOAP and Salesforce use mean nothing elsewhere.
     */
    boolean speaksTo(Failure failure) {
      if (isSalesforce()) {
        return failure.fromSalesforce();
      }
      return family != ApiFamily.SOAP || failure.api() == ApiFamily.SOAP;
    }
  }

  /**
   * What a row asks of the call besides code, message and status.
   *
   * @param subject what is asked about
   * @param pattern what must occur in it, ignoring case
   */
  record Condition(Subject subject, Pattern pattern) {
    private static final Condition NONE = new Condition(Subject.NOTHING, Pattern.compile(""));

    private static final Condition UNSEEN = new Condition(Subject.NOT_LOGGED, NONE.pattern());

    /** What a condition is about. */
    enum Subject {
      /** Nothing is asked for. */
      NOTHING,
      /** The path of the URL. */
      PATH,
      /** The host of the URL. */
      HOST,
      /**
       * The names of the headers; {@code X-DocuSign-Authentication} is the only one kept of a call.
       */
      HEADER,
      /** Something that no log shows, so that only {@code explain} shows the row. */
      NOT_LOGGED
    }

    /**
     * Reads the column of the catalogue.
     *
     * @param text empty; or {@code path}, {@code host}, {@code header} or {@code not logged}, a
     *     colon, a space and a regular expression or, for the last, words
     * @throws IllegalArgumentException if it has another form
     */
    static Condition parse(String text) {
      if (text.isEmpty()) {
        return NONE;
      }
      String[] parts = text.split(": ", 2);
      Subject subject =
          switch (parts[0]) {
            case "path" -> Subject.PATH;
            case "host" -> Subject.HOST;
            case "header" -> Subject.HEADER;
            case "not logged" -> Subject.NOT_LOGGED;
            default -> throw new IllegalArgumentException("not a condition: " + text);
          };
      return subject == Subject.NOT_LOGGED
          ? UNSEEN
          : new Condition(subject, Pattern.compile(parts[1], Pattern.CASE_INSENSITIVE));
    }

    /** Returns whether a failure meets it. */
    boolean isMetBy(Failure failure) {
      return switch (subject) {
        case NOTHING -> true;
        case PATH -> pattern.matcher(failure.path()).find();
        case HOST -> pattern.matcher(failure.host()).matches();
        case HEADER -> failure.legacyHeader();
        case NOT_LOGGED -> false;
      };
    }

    /**
     * Returns whether the row may apply although no row's condition is met. A path may: the code
     * still decides, and many logs of errors show no URL.
     */
    boolean mayBeMetBy(Failure failure) {
      return subject == Subject.PATH || isMetBy(failure);
    }
  }
}
