package org.golivecheck.redaction.find;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
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

  private final Detectors detectors;
  private View base = new View();
  private View plain = new View();
  private View decoded = new View();

  /** Where the parts begin that end with a quote. */
  private final BitSet quoted = new BitSet();

  SensitiveText(Detectors detectors) {
    this.detectors = detectors;
  }

  /** Returns a search for all kinds. */
  public static SensitiveText all() {
    return new SensitiveText(Detectors.all());
  }

  /** Returns a search for tokens, passwords and keys, but not for personal data. */
  public static SensitiveText secrets() {
    return new SensitiveText(Detectors.ofSecrets());
  }

  /** Returns a search for secrets and e-mail addresses in technical text, such as media types. */
  public static SensitiveText technical() {
    return new SensitiveText(Detectors.technical());
  }

  /** Returns what a field with a name contains, or null if the name does not say. */
  public static @Nullable SensitiveKind ofField(String name) {
    Label label = Label.of(name);
    return label == null ? null : SensitiveKind.of(label.marker());
  }

  /**
   * Returns the parts that begin in a range, in order; none overlaps another.
   *
   * @param bytes UTF-8, as far as it is text
   * @param from where the text begins; bytes before it are ignored
   * @param start the position from which parts are returned
   * @param limit parts whose label begins here or later are left out
   * @param to where the text ends
   */
  public List<SensitivePart> find(byte[] bytes, int from, int start, int limit, int to) {
    base.read(bytes, from, to);
    return find(start, limit, to);
  }

  /**
   * Returns the parts of a text, in order; none overlaps another. Positions are indexes of the
   * text.
   */
  public List<SensitivePart> find(String text) {
    base.read(text);
    return find(0, text.length(), text.length());
  }

  /**
   * Returns a text with its sensitive parts replaced; everything else stays as it is, byte for
   * byte. The replacement should need no escape in the text's format, such as {@code [secret]}.
   *
   * @param text any text, also a piece of JSON or of a form
   * @param replacement given the kind of a part and its raw text, returns what to put there
   */
  public String replace(String text, BiFunction<SensitiveKind, String, String> replacement) {
    List<SensitivePart> parts = find(text);
    if (parts.isEmpty()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int at = 0;
    for (SensitivePart part : parts) {
      out.append(text, at, part.from());
      out.append(replacement.apply(part.kind(), text.substring(part.from(), part.to())));
      at = part.to();
    }
    return out.append(text, at, text.length()).toString();
  }

  private List<SensitivePart> find(int start, int limit, int to) {
    quoted.clear();
    List<SensitivePart> parts = new ArrayList<>();
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
        return List.of(new SensitivePart(start, start, to, SensitiveKind.SECRET, /* open= */ true));
      }
      View read = base;
      base = decoded;
      decoded = read;
    }
  }

  private void scan(View view, int start, int limit, List<SensitivePart> parts) {
    String text = view.text();
    int at = 0;
    while (at < text.length() && view.start(at) < start) {
      at++;
    }
    while (at < text.length() && view.start(at) < limit) {
      Match match = detectors.find(text, at);
      if (match == null) {
        at++;
      } else {
        if (match.to() > match.from() && !match.isKept(text) && isNew(match, text, view)) {
          parts.add(
              new SensitivePart(
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
  private boolean isNew(Match match, String text, View view) {
    int from = view.start(match.from());
    boolean known = quoted.get(from);
    char end = Chars.at(text, match.to());
    if (Chars.isQuote(end) || end == '\\') {
      quoted.set(from);
    }
    return !known;
  }

  /** Joins the parts that overlap. */
  private static List<SensitivePart> merged(List<SensitivePart> parts) {
    parts.sort(Comparator.comparingInt(SensitivePart::from));
    List<SensitivePart> merged = new ArrayList<>(parts.size());
    for (SensitivePart part : parts) {
      SensitivePart last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (last != null && part.from() < last.to()) {
        merged.set(merged.size() - 1, last.joined(part));
      } else {
        merged.add(part);
      }
    }
    return merged;
  }
}
