package org.golivecheck.log;

/**
 * What was written of an input by {@link LogRedaction}.
 *
 * @param input the name of the input
 * @param form how it was written
 * @param entries how many entries it has become; each call of a request log is one
 */
public record WrittenLog(String input, Form form, long entries) {

  /** How a log is written again. */
  public enum Form {
    /** As a request log, one entry per call. */
    REQUEST_LOG("as a request log"),
    /** In the format that it had. */
    OWN_FORMAT("in its own format"),
    /** As a listing of its calls, which is judged as the log is. */
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
