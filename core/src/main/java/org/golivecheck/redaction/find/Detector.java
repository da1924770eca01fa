package org.golivecheck.redaction.find;

import org.jspecify.annotations.Nullable;

/**
 * Recognises one kind of sensitive text.
 *
 * <p>A text is scanned from left to right in linear time, whatever it contains. So a detector reads
 * ahead only from the beginning of a run, or over a bounded length: no character is read more than
 * a few times.
 */
@FunctionalInterface
interface Detector {

  /**
   * Returns what to hide, if it begins at a position; a label before it counts as its beginning.
   *
   * @param text the text, without control characters other than line feeds
   * @param at a position in the text
   * @return the part to hide, at or after {@code at}, or null if nothing begins
   */
  @Nullable Match find(String text, int at);
}
