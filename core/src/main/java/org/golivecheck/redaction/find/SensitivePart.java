package org.golivecheck.redaction.find;

/**
 * A sensitive part of a text of bytes.
 *
 * @param label where the label before the part begins, such as {@code "password":"}; {@code from}
 *     if there is none
 * @param from where the part begins
 * @param to where it ends, exclusive
 * @param kind what it is
 * @param open whether it reaches the end of the text, and so may continue after it
 */
public record SensitivePart(int label, int from, int to, SensitiveKind kind, boolean open) {

  /** Returns the same part, known to end where it ends. */
  public SensitivePart closed() {
    return open ? new SensitivePart(label, from, to, kind, false) : this;
  }

  /** Returns the part that reaches from the beginning of this one to the end of both. */
  SensitivePart joined(SensitivePart next) {
    return new SensitivePart(
        Math.min(label, next.label),
        from,
        Math.max(to, next.to),
        kind,
        to >= next.to ? open : next.open);
  }
}
