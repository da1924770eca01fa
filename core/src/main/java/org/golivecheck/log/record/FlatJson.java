package org.golivecheck.log.record;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Takes the members of a JSON object of plain values: no escapes, no arrays, nothing but ASCII. It
 * accepts less than JSON, so that all it accepts means the same to a parser. Names are predicted
 * from the record before. Reused; not thread-safe.
 */
final class FlatJson {
  private static final int MOST_MEMBERS = 64;
  private static final int DEEPEST = 8;
  private static final int LONGEST_NUMBER = 30;
  private static final int NONE = -1;

  /** A member as it was named before. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Member(byte[] name, NameNode parent, NameNode node) {}

  private final NameNode root;
  private final LikeRecords likes;
  private final @Nullable Member[] members = new Member[MOST_MEMBERS];
  private byte[] bytes = {};
  private int to;
  private int count;

  FlatJson(NameNode root, LikeRecords likes) {
    this.root = root;
    this.likes = likes;
  }

  /** Reads an object that fills {@code [from, to)}, and returns whether it is such a one. */
  boolean read(byte[] newBytes, int from, int newTo) {
    bytes = newBytes;
    to = newTo;
    count = 0;
    likes.start(bytes);
    return object(from, root, 1) == to;
  }

  /** Returns where the object at an index ends, or {@link #NONE}. */
  private int object(int from, NameNode node, int depth) {
    int at = skipBlanks(from + 1);
    if (depth > DEEPEST || at >= to || bytes[at] == '}') {
      return NONE;
    }
    while (at < to && bytes[at] == '"') {
      int end = endOfText(at + 1);
      if (end < 0 || count == MOST_MEMBERS) {
        return NONE;
      }
      NameNode child = member(node, at + 1, end);
      at = skipBlanks(end + 1);
      if (at >= to || bytes[at] != ':') {
        return NONE;
      }
      at = value(skipBlanks(at + 1), child, depth);
      at = at < 0 ? to : skipBlanks(at);
      if (at >= to) {
        return NONE;
      }
      if (bytes[at] == '}') {
        return at + 1;
      }
      if (bytes[at] != ',') {
        return NONE;
      }
      at = skipBlanks(at + 1);
    }
    return NONE;
  }

  private NameNode member(NameNode parent, int from, int end) {
    Member expected = members[count];
    if (expected == null
        || expected.parent != parent
        || !Arrays.equals(expected.name, 0, expected.name.length, bytes, from, end)) {
      byte[] name = Arrays.copyOfRange(bytes, from, end);
      expected =
          new Member(
              name,
              parent,
              // What nothing is known of is shared, and must not remember names.
              parent.isNothing()
                  ? parent
                  : parent.child(new String(name, StandardCharsets.US_ASCII)));
      members[count] = expected;
    }
    count++;
    return expected.node;
  }

  /** Takes the value at an index, and returns where it ends, or {@link #NONE}. */
  private int value(int from, NameNode node, int depth) {
    if (from >= to) {
      return NONE;
    }
    byte first = bytes[from];
    if (first == '"') {
      int end = endOfText(from + 1);
      if (end < 0) {
        return NONE;
      }
      take(node, from + 1, end);
      return end + 1;
    }
    if (first == '{') {
      boolean known = node.alias() != null || !node.header().isEmpty();
      return known ? NONE : object(from, node, depth + 1);
    }
    int end = endOfWord(from);
    if (end == NONE) {
      return NONE;
    }
    if (first == 'n') {
      Alias alias = node.alias();
      if (alias != null) {
        likes.name(alias);
      }
    } else {
      take(node, from, end);
    }
    return end;
  }

  private void take(NameNode node, int from, int end) {
    Alias alias = node.alias();
    if (alias != null) {
      likes.put(alias, from, end);
    } else if (!node.header().isEmpty()) {
      likes.giveUp();
    }
  }

  /** Returns where the text that begins at an index ends, or {@link #NONE}. */
  private int endOfText(int from) {
    for (int i = from; i < to; i++) {
      byte b = bytes[i];
      if (b == '"') {
        return i;
      }
      if (b < ' ' || b == '\\' || b == 0x7F) {
        return NONE;
      }
    }
    return NONE;
  }

  /** Returns where the number or word that begins at an index ends, or {@link #NONE}. */
  private int endOfWord(int from) {
    for (String word : new String[] {"true", "false", "null"}) {
      if (bytes[from] == word.charAt(0)) {
        int end = from + word.length();
        boolean whole = end < to && isAt(word, from) && isDelimiter(bytes[end]);
        return whole ? end : NONE;
      }
    }
    int at = bytes[from] == '-' ? from + 1 : from;
    int end = digits(at);
    if (end == at || (bytes[at] == '0' && end > at + 1)) {
      return NONE;
    }
    if (end < to && bytes[end] == '.') {
      int fraction = digits(end + 1);
      if (fraction == end + 1) {
        return NONE;
      }
      end = fraction;
    }
    return end < to && end - from <= LONGEST_NUMBER && isDelimiter(bytes[end]) ? end : NONE;
  }

  private boolean isAt(String word, int from) {
    for (int i = 0; i < word.length(); i++) {
      if (bytes[from + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private int digits(int from) {
    int at = from;
    while (at < to && bytes[at] >= '0' && bytes[at] <= '9') {
      at++;
    }
    return at;
  }

  private static boolean isDelimiter(byte b) {
    return b == ',' || b == '}' || b == ' ';
  }

  private int skipBlanks(int from) {
    int at = from;
    while (at < to && bytes[at] == ' ') {
      at++;
    }
    return at;
  }
}
