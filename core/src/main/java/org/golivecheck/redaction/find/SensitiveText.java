package org.golivecheck.redaction.find;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the sensitive parts of a text that is rewritten where it lies, by the same signs by which
 * {@link Hiding} hides them in reports. Time is linear in the length of the text. Not thread-safe.
 */
public final class SensitiveText {
  private final CleanBytes clean = new CleanBytes();
  private final Detectors detectors;

  private SensitiveText(Detectors detectors) {
    this.detectors = detectors;
  }

  /** Returns what finds all kinds. */
  public static SensitiveText all() {
    return new SensitiveText(Detectors.all());
  }

  /** Returns what finds tokens, keys and e-mail addresses, and nothing by its label. */
  public static SensitiveText unlabelled() {
    return new SensitiveText(Detectors.unlabelled());
  }

  /** Returns what the field of a name holds, or null where the name says nothing of it. */
  public static @Nullable SensitiveKind ofField(String name) {
    Label label = Labels.of(name);
    return label == null ? null : SensitiveKind.of(label.marker());
  }

  /**
   * Returns the parts that begin in a range, in order; none overlaps another.
   *
   * @param bytes UTF-8, as far as it is text
   * @param from where the text begins; what lies before plays no part
   * @param start from where on parts are wanted
   * @param limit parts whose label begins here or later are left out
   * @param to where the text ends
   */
  public List<SensitivePart> find(byte[] bytes, int from, int start, int limit, int to) {
    clean.read(bytes, from, to);
    String text = clean.text();
    List<SensitivePart> parts = new ArrayList<>();
    int at = 0;
    while (at < text.length() && clean.place(at) < start) {
      at++;
    }
    while (at < text.length() && clean.place(at) < limit) {
      Match match = detectors.find(text, at);
      if (match == null) {
        at++;
      } else {
        if (match.to() > match.from() && !isKept(text, match)) {
          parts.add(part(match, at, bytes, match.to() == text.length()));
        }
        at = Math.max(at + 1, match.to());
      }
    }
    return parts;
  }

  private SensitivePart part(Match match, int at, byte[] bytes, boolean open) {
    return new SensitivePart(
        clean.place(at),
        clean.place(match.from()),
        clean.placeOfEnd(match.to(), bytes),
        SensitiveKind.of(match.shown()),
        open);
  }

  private static boolean isKept(String text, Match match) {
    return text.startsWith(match.shown(), match.from())
        && match.shown().length() == match.to() - match.from();
  }
}
