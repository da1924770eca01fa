package org.golivecheck.log.redact;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.ApiError;
import org.golivecheck.log.RemovedKind;
import org.golivecheck.text.Ascii;
import org.golivecheck.text.Guid;
import org.jspecify.annotations.Nullable;

/** Replaces ids in text: GUIDs, long numbers, and the numbers of accounts and users. */
final class Ids {
  /** Shorter numbers are counts and codes, and the ids of documents and recipients. */
  private static final int LONG = 7;

  private static final byte[][] NAMES = {
    "accountid".getBytes(StandardCharsets.US_ASCII), "userid".getBytes(StandardCharsets.US_ASCII)
  };

  private final Pseudonyms pseudonyms;
  private final Removals removals;
  private final @Nullable Known known;
  private byte[] kept = {};

  /** Replaces ids in a log whose entries are one call each. */
  Ids(Pseudonyms pseudonyms, Removals removals) {
    this(pseudonyms, removals, null);
  }

  /**
   * Replaces ids in any log.
   *
   * @param known the ids of its calls; null to take every long number for an id
   */
  Ids(Pseudonyms pseudonyms, Removals removals, @Nullable Known known) {
    this.pseudonyms = pseudonyms;
    this.removals = removals;
    this.known = known;
  }

  /** Sets the only id that is kept: the trace token of the call. */
  void keep(String id) {
    kept = id.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Replaces the ids that begin in a range.
   *
   * @param hidden which bytes were hidden; at least as long as the text
   * @param end where the text ends, at or after {@code to}
   * @return where the last of them ends, or {@code to} if that is later
   */
  int replace(byte[] bytes, int from, int to, int end, boolean[] hidden) {
    int at = from;
    while (at < to) {
      byte b = bytes[at];
      if (hidden[at] || !Ascii.isHexDigit(b)) {
        at++;
      } else if (Guid.isAt(bytes, at, end) && isWholeWord(bytes, at, at + Guid.LENGTH, end)) {
        guid(bytes, at);
        at += Guid.LENGTH;
      } else if (Ascii.isDigit(b)) {
        at = number(bytes, at, end);
      } else {
        at = endOfWord(bytes, at, to);
      }
    }
    return at;
  }

  private void guid(byte[] bytes, int at) {
    if (!isKept(bytes, at)) {
      pseudonyms.guid(bytes, at);
      removals.add(RemovedKind.ID);
    }
  }

  private boolean isKept(byte[] bytes, int at) {
    if (known != null && known.isTraceToken(text(bytes, at, at + Guid.LENGTH))) {
      return true;
    }
    for (int i = 0; i < kept.length; i++) {
      if ((kept[i] | 0x20) != (bytes[at + i] | 0x20)) {
        return false;
      }
    }
    return kept.length == Guid.LENGTH;
  }

  private int number(byte[] bytes, int from, int end) {
    int to = from;
    while (to < end && Ascii.isDigit(bytes[to])) {
      to++;
    }
    boolean fraction = from > 0 && bytes[from - 1] == '.';
    if (!fraction && isWholeWord(bytes, from, to, end) && isId(bytes, from, to)) {
      pseudonyms.letters(bytes, from, to);
      removals.add(RemovedKind.ID);
    }
    return to;
  }

  private boolean isId(byte[] bytes, int from, int to) {
    boolean id = known == null ? to - from >= LONG : known.isId(text(bytes, from, to));
    return id || isNamed(bytes, from);
  }

  private static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }

  /** Returns whether there is neither a letter nor a digit next to a range. */
  private static boolean isWholeWord(byte[] bytes, int from, int to, int end) {
    return !(from > 0 && isWord(bytes[from - 1])) && !(to < end && isWord(bytes[to]));
  }

  /** Returns whether the name of an account's or user's id comes before a value. */
  private static boolean isNamed(byte[] bytes, int from) {
    int at = from;
    while (at > 0 && " :=\"'>\\".indexOf(bytes[at - 1]) >= 0) {
      at--;
    }
    for (byte[] name : NAMES) {
      int start = at - name.length;
      if (at < from && start >= 0 && Ascii.startsWithIgnoringCase(bytes, start, at, name)) {
        return true;
      }
    }
    return false;
  }

  private static int endOfWord(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && isWord(bytes[at])) {
      at++;
    }
    return at;
  }

  private static boolean isWord(byte b) {
    return Ascii.isLetterOrDigit(b) || b == '_';
  }

  /**
   * The ids in the calls of a log: trace tokens and error codes, which are kept, and the numbers in
   * the paths of URLs, which are ids wherever they occur. A number alone does not show whether it
   * is an id or a time. Only hashes are kept, so that a log of millions of calls fits in memory.
   */
  static final class Known {
    /** Shorter numbers are counts and codes. */
    static final int LONG = 5;

    private final Set<Long> tokens = new HashSet<>();
    private final Set<Long> numbers = new HashSet<>();
    private final Set<Long> codes = new HashSet<>();

    /** Adds the ids of a call. */
    void learn(ApiCall call) {
      String token = call.traceToken();
      if (token != null && Headers.isPlainToken(token)) {
        tokens.add(hash(token));
      }
      ApiError error = call.error();
      if (error != null && error.code() != null) {
        codes.add(hash(error.code()));
      }
      call.itemErrors().forEach(item -> codes.add(hash(item.code())));
      for (String segment : call.url().path().split("/", -1)) {
        if (segment.length() >= LONG && Ascii.isNumber(segment)) {
          numbers.add(hash(segment));
        }
      }
    }

    /** Returns whether a text is a trace token, in any case. */
    boolean isTraceToken(String text) {
      return tokens.contains(hash(text));
    }

    /** Returns whether a text is an error code, in any case. */
    boolean isErrorCode(String text) {
      return codes.contains(hash(text));
    }

    /** Returns whether a number is an id. */
    boolean isId(String number) {
      return numbers.contains(hash(number));
    }

    private static long hash(String text) {
      long hash = text.length();
      for (char c : text.toLowerCase(Locale.ROOT).toCharArray()) {
        hash = hash * 0x9E3779B97F4A7C15L + c;
        hash ^= hash >>> 29;
      }
      return hash;
    }
  }
}
