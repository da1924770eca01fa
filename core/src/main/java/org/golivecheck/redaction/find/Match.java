package org.golivecheck.redaction.find;

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
