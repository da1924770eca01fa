package org.golivecheck.log.text;

import java.util.List;
import java.util.function.Consumer;
import org.golivecheck.call.ApiCall;

/** Finds calls in the lines of one log after another. Not thread-safe. */
public interface LineParser {

  /** Begins a log. */
  void start(String source, Consumer<? super ApiCall> calls);

  /**
   * Takes the next line, or a further part of a long one.
   *
   * @return whether it is a part of a call
   */
  boolean line(TextLine line);

  /** Returns words: every line that may begin a call has one of them at least. */
  default List<String> signs() {
    return List.of();
  }

  /** Returns whether it may take a line without any of these words. */
  default boolean isOpen() {
    return true;
  }

  /** Ends the text of the surrounding record of the log, if there is one. */
  default void endRecord() {}

  /**
   * Returns whether a call has begun whose end is still to come, where the form of the log shows
   * the ends of calls.
   */
  default boolean isInCall() {
    return false;
  }

  /** Ends the log. */
  void end();
}
