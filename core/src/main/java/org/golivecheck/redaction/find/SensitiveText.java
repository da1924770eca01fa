package org.golivecheck.redaction.find;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the positions of the sensitive parts of a text, with the same detectors with which {@link
 * Hiding} hides them in reports. Encoded parts are found too: the text is decoded level by level
 * (JSON escapes, percent encoding, entities, base64, and the escapes of log formats), and what is
 * found in any level is a part of the text as it is. Time is linear in the length of the text. Not
 * thread-safe.
 */
public final class SensitiveText {
  /**
   * A text that is encoded more often is hidden as a whole. Levels that need few characters, such
   * as "%2525", count as one.
   */
  private static final int MAX_LEVELS = 20;

  /**
   * A sensitive part of a text of bytes.
   *
   * @param label where the label before the part begins, such as {@code "password":"}; {@code from}
   *     without a label
   * @param from where the part begins
   * @param to where it ends, exclusive
   * @param kind what it is
   * @param open whether it reaches the end of the text, and so may continue after it
   */
  public record Part(int label, int from, int to, SensitiveKind kind, boolean open) {

    /** Returns the same part, known to end where it ends. */
    public Part closed() {
      return open ? new Part(label, from, to, kind, false) : this;
    }

    /** Returns the part that reaches from the beginning of this one to the end of both. */
    Part joined(Part next) {
      return new Part(
          Math.min(label, next.label),
          from,
          Math.max(to, next.to),
          kind,
          to >= next.to ? open : next.open);
    }
  }

  private final Detector detector;
  private View base = new View();
  private View plain = new View();
  private View decoded = new View();

  /** Where the parts begin that end with a quote. */
  private final BitSet quoted = new BitSet();

  SensitiveText(Detector detector) {
    this.detector = detector;
  }

  /** Returns a search for all kinds. */
  public static SensitiveText all() {
    return new SensitiveText(Detector.all());
  }

  /** Returns a search for tokens, passwords and keys, but not for personal data. */
  public static SensitiveText secrets() {
    return new SensitiveText(Detector.ofSecrets());
  }

  /** Returns a search for secrets and e-mail addresses in technical text, such as media types. */
  public static SensitiveText technical() {
    return new SensitiveText(Detector.technical());
  }

  /** Returns what a field with a name contains, or null if the name does not say. */
  public static @Nullable SensitiveKind ofField(String name) {
    Label label = Label.of(name);
    return label == null ? null : SensitiveKind.of(label.marker());
  }

  /**
   * Returns the parts that begin in a range, in order, without overlaps.
   *
   * @param bytes UTF-8, as far as it is text
   * @param from where the text begins; bytes before it are ignored
   * @param start the position from which parts are returned
   * @param limit parts whose label begins here or later are left out
   * @param to where the text ends
   */
  public List<Part> find(byte[] bytes, int from, int start, int limit, int to) {
    base.read(bytes, from, to);
    return find(start, limit, to);
  }

  /** Returns the parts of a text, in order, without overlaps. Positions are indexes of the text. */
  public List<Part> find(String text) {
    base.read(text);
    return find(0, text.length(), text.length());
  }

  private List<Part> find(int start, int limit, int to) {
    quoted.clear();
    List<Part> parts = new ArrayList<>();
    for (int level = 0; ; level++) {
      boolean differs = plain.readPlain(base);
      scan(differs ? plain : base, start, limit, parts);
      if (differs) {
        View read = base;
        base = plain;
        plain = read;
      }
      if (!decoded.readDecoded(base)) {
        return level == 0 ? parts : merged(parts);
      }
      if (level == MAX_LEVELS) {
        return List.of(new Part(start, start, to, SensitiveKind.SECRET, /* open= */ true));
      }
      View read = base;
      base = decoded;
      decoded = read;
    }
  }

  private void scan(View view, int start, int limit, List<Part> parts) {
    String text = view.text();
    int at = 0;
    while (at < text.length() && view.start(at) < start) {
      at++;
    }
    while (at < text.length() && view.start(at) < limit) {
      Detector.Match match = detector.find(text, at);
      if (match == null) {
        at++;
      } else {
        if (match.to() > match.from() && !match.isKept(text) && isNew(match, text, view)) {
          parts.add(
              new Part(
                  view.start(at),
                  view.start(match.from()),
                  view.end(match.to() - 1),
                  SensitiveKind.of(match.shown()),
                  match.to() == text.length()));
        }
        at = Math.max(at + 1, match.to());
      }
    }
  }

  /**
   * Returns whether a part was not found before with the quote that ends it: with one level more
   * decoded, its own quotes look the same.
   */
  private boolean isNew(Detector.Match match, String text, View view) {
    int from = view.start(match.from());
    boolean known = quoted.get(from);
    char end = Chars.at(text, match.to());
    if (Chars.isQuote(end) || end == '\\') {
      quoted.set(from);
    }
    return !known;
  }

  /** Joins the parts that overlap. */
  private static List<Part> merged(List<Part> parts) {
    parts.sort(Comparator.comparingInt(Part::from));
    List<Part> merged = new ArrayList<>(parts.size());
    for (Part part : parts) {
      Part last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (last != null && part.from() < last.to()) {
        merged.set(merged.size() - 1, last.joined(part));
      } else {
        merged.add(part);
      }
    }
    return merged;
  }
}
