package org.golivecheck.redaction.find;

import java.util.List;
import org.golivecheck.text.Ascii;
import org.jspecify.annotations.Nullable;

/** The lists of detectors, in the order in which they are tried. */
final class Detectors {
  private final List<Detector> detectors;

  private Detectors(Detector... detectors) {
    this.detectors = List.of(detectors);
  }

  /** Returns detectors of tokens, passwords, keys and personal data. */
  static Detectors all() {
    return new Detectors(
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

  /** Returns detectors of tokens, passwords and keys only. */
  static Detectors ofSecrets() {
    return new Detectors(
        new Markers(),
        new Tokens(),
        new LabelledValues(false),
        new XmlFields(false),
        new Credentials(),
        new LongRuns());
  }

  /** Returns detectors for text that consists of technical words, numbers and names. */
  static Detectors technical() {
    return new Detectors(
        new Markers(),
        new Tokens(),
        new LabelledValues(false),
        new XmlFields(false),
        new Credentials(),
        new EmailAddresses());
  }

  /** Returns detectors of tokens and keys of known shapes. */
  static Detectors shapes() {
    return new Detectors(new Tokens());
  }

  /** Returns an empty list of detectors. */
  static Detectors none() {
    return new Detectors();
  }

  /** Returns the match of the first detector that finds one at a position, or null. */
  @Nullable Match find(String text, int at) {
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
