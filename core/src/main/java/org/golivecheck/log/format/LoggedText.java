package org.golivecheck.log.format;

import java.util.function.Consumer;
import org.golivecheck.call.ApiCall;
import org.golivecheck.log.text.LogTime;
import org.jspecify.annotations.Nullable;

/**
 * Reads what an application wrote as text into a log of records: the messages of records that are
 * no calls themselves, and the lines between records. Not thread-safe.
 */
public interface LoggedText {

  /** Finds what the first of two finds, and in other texts what the second finds. */
  static LoggedText either(LoggedText first, LoggedText second) {
    return new LoggedText() {
      @Override
      public void start(String source, Consumer<? super ApiCall> calls) {
        first.start(source, calls);
        second.start(source, calls);
      }

      @Override
      public boolean take(@Nullable LogTime time, String text, long line) {
        return first.take(time, text, line) || second.take(time, text, line);
      }

      @Override
      public void end() {
        first.end();
        second.end();
      }
    };
  }

  /** Begins a log. */
  void start(String source, Consumer<? super ApiCall> calls);

  /**
   * Takes a text.
   *
   * @param time when it was logged, or null where the record has no time
   * @param text the message of a record, of any number of lines; or a line between records
   * @param line its line, from 1
   * @return whether it is part of a call
   */
  boolean take(@Nullable LogTime time, String text, long line);

  /** Ends the log. */
  void end();
}
