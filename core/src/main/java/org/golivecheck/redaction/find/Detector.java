package org.golivecheck.redaction.find;

import org.golivecheck.text.Ascii;
import org.jspecify.annotations.Nullable;

/**
 * Recognises one kind of sensitive text, or several.
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

  /**
   * A part of a text and what to show in its place.
   *
   * @param from where the part begins; the text before it is kept
   * @param to where it ends, exclusive
   * @param shown what to show
   */
  record Match(int from, int to, String shown) {

    /** Returns a part that is shown as it is, and never cut in two. */
    static Match kept(String text, int from, int to) {
      return new Match(from, to, text.substring(from, to));
    }

    /** Returns whether the part is shown as it is. */
    boolean isKept(String text) {
      return shown.length() == to - from && text.startsWith(shown, from);
    }
  }

  /** Returns a detector of tokens, passwords, keys and personal data. */
  static Detector all() {
    return firstOf(
        new Markers(),
        new Tokens(),
        new LabelledValues(true),
        new XmlFields(true),
        new Credentials(),
        new LongRuns(),
        new EmailAddresses(),
        new IpAddresses(),
        new PersonalNumbers());
  }

  /** Returns a detector of tokens, passwords and keys only. */
  static Detector ofSecrets() {
    return firstOf(
        new Markers(),
        new Tokens(),
        new LabelledValues(false),
        new XmlFields(false),
        new Credentials(),
        new LongRuns());
  }

  /** Returns a detector for text that consists of technical words, numbers and names. */
  static Detector technical() {
    return firstOf(
        new Markers(),
        new Tokens(),
        new LabelledValues(false),
        new XmlFields(false),
        new Credentials(),
        new EmailAddresses());
  }

  private static Detector firstOf(Detector... detectors) {
    return (text, at) -> {
      if (isInsideWord(text, at)) {
        return null;
      }
      for (Detector detector : detectors) {
        Match match = detector.find(text, at);
        if (match != null) {
          return match;
        }
      }
      return null;
    };
  }

  /**
   * Returns whether a position is in a word, where only web tokens and keys of PuTTY begin, and
   * names after an escape.
   */
  private static boolean isInsideWord(String text, int at) {
    char c = text.charAt(at);
    return Ascii.isLetterOrDigit(c)
        && Ascii.isLetterOrDigit(Chars.at(text, at - 1))
        && c != 'e'
        && c != 'P'
        && Chars.at(text, at - 2) != '\\'
        && Chars.at(text, at - 3) != '%';
  }
}
