package org.golivecheck.rule.error;

import java.util.regex.Pattern;

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
