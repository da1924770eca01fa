package org.golivecheck.redaction.find;

/**
 * Hides what is sensitive in untrusted text.
 *
 * <p>The result has no control character, no line break and no invisible character, is at most as
 * long as asked for, and hiding again changes nothing. The time is linear in the length of the
 * text.
 */
public final class Hiding {
  private final Detectors detectors;
  private final int maxLength;

  private Hiding(Detectors detectors, int maxLength) {
    this.detectors = detectors;
    this.maxLength = maxLength;
  }

  /**
   * Returns what hides tokens, passwords, keys and personal data.
   *
   * @param maxLength the longest result, in characters
   */
  public static Hiding all(int maxLength) {
    return new Hiding(Detectors.all(), maxLength);
  }

  /**
   * Returns what hides tokens, passwords and keys alone.
   *
   * @param maxLength the longest result, in characters
   */
  public static Hiding secretsOnly(int maxLength) {
    return new Hiding(Detectors.ofSecrets(), maxLength);
  }

  /**
   * Returns what hides nothing, but takes out control characters, line breaks and invisible
   * characters like the others.
   *
   * @param maxLength the longest result, in characters
   */
  public static Hiding nothing(int maxLength) {
    return new Hiding(Detectors.none(), maxLength);
  }

  /** Returns the text with a mark in place of each sensitive part. */
  public String hide(String raw) {
    if (PlainText.is(raw, maxLength)) {
      return raw;
    }
    // What is shown in place of one thing, or a cut, can lay bare another: once more until nothing
    // changes. It ends, since every pass turns some of a short text into marks, and none back.
    String before = once(CleanText.of(raw));
    String after = once(before);
    while (!after.equals(before)) {
      before = after;
      after = once(before);
    }
    return after;
  }

  private String once(String text) {
    CappedText out = new CappedText(maxLength);
    int at = 0;
    while (at < text.length() && !out.isFull()) {
      Match match = detectors.find(text, at);
      if (match == null) {
        at = out.copy(text, at);
      } else {
        while (at < match.from() && !out.isFull()) {
          at = out.copy(text, at);
        }
        out.append(match.shown());
        at = match.to();
      }
    }
    return out.toString();
  }
}
