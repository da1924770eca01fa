package org.golivecheck.redaction.find;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What finds sensitive parts, in the order in which it is asked: the one place that lists it. */
final class Detectors {
  private final List<Detector> detectors;

  private Detectors(Detector... detectors) {
    this.detectors = List.of(detectors);
  }

  /** Returns what finds tokens, passwords, keys and personal data. */
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

  /** Returns what finds tokens, passwords and keys alone. */
  static Detectors ofSecrets() {
    return new Detectors(
        new Markers(),
        new Tokens(),
        new LabelledValues(false),
        new XmlFields(false),
        new Credentials(),
        new LongRuns());
  }

  /** Returns what finds tokens, keys and e-mail addresses, and nothing by its label. */
  static Detectors unlabelled() {
    return new Detectors(new Markers(), new Tokens(), new Credentials(), new EmailAddresses());
  }

  /** Returns what finds nothing. */
  static Detectors none() {
    return new Detectors();
  }

  /** Returns what the first of them finds at a place, or null. */
  @Nullable Match find(String text, int at) {
    for (Detector detector : detectors) {
      Match match = detector.find(text, at);
      if (match != null) {
        return match;
      }
    }
    return null;
  }
}
