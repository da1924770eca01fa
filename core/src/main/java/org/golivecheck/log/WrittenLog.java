package org.golivecheck.log;

/**
 * How {@link LogRedaction} wrote an input.
 *
 * @param input the name of the input
 * @param form how it was written
 * @param entries how many entries were written for it; each call of a request log is one
 */
public record WrittenLog(String input, Form form, long entries) {

  /** The form in which a log is written. */
  public enum Form {
    /** As a request log, one entry per call. */
    REQUEST_LOG("as a request log"),
    /** In its original format. */
    OWN_FORMAT("in its own format"),
    /** As a list of its calls, which gives the same findings as the log. */
    LISTING("as a listing of its calls");

    private final String words;

    Form(String words) {
      this.words = words;
    }

    /** Returns the form in words, such as {@code in its own format}. */
    public String words() {
      return words;
    }
  }
}
