package org.golivecheck.log.record;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.golivecheck.text.Ascii;
import org.golivecheck.text.EightBytes;
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

  /** The index of what does not exist. */
  static final int NONE = -1;

  private static final byte[] TRUE = Ascii.bytes("true");
  private static final byte[] FALSE = Ascii.bytes("false");
  private static final byte[] NULL = Ascii.bytes("null");

  private static final long QUOTES = EightBytes.ONES * '"';
  private static final long BACKSLASHES = EightBytes.ONES * '\\';

  /**
   * A member as it was before.
   *
   * @param lead the bytes from the brace or value before it to its own value
   * @param first whether it was the first of its object
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Member(byte[] lead, boolean first, NameNode parent, NameNode node) {}

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

  /**
   * Reads a line, at an index of bytes that end at another, if it is such an object.
   *
   * @return the index of the line feed at its end, or {@link #NONE}
   */
  int readLine(byte[] newBytes, int from, int newTo) {
    bytes = newBytes;
    to = newTo;
    count = 0;
    likes.start(bytes);
    int begin = skipBlanks(from);
    int end = begin < to && bytes[begin] == '{' ? object(begin, root, 1) : NONE;
    if (end == NONE) {
      return NONE;
    }
    int feed = skipBlanks(end);
    feed += feed < to && bytes[feed] == '\r' ? 1 : 0;
    return feed < to && bytes[feed] == '\n' ? feed : NONE;
  }

  /** Returns where the object at an index ends, or {@link #NONE}. */
  private int object(int from, NameNode node, int depth) {
    int at = from + 1;
    for (boolean first = true; depth <= DEEPEST; first = false) {
      Member member = count < MOST_MEMBERS ? members[count] : null;
      if (member == null
          || member.first != first
          || member.parent != node
          || !EightBytes.isAt(member.lead, bytes, at, to)) {
        int next = skipBlanks(at);
        if (!first && next < to && bytes[next] == '}') {
          return next + 1;
        }
        member = member(node, first, at, next);
        if (member == null) {
          return NONE;
        }
      }
      count++;
      at = value(at + member.lead.length, member.node, depth);
      if (at < 0) {
        return NONE;
      }
    }
    return NONE;
  }

  /**
   * Reads what comes before the value of a member.
   *
   * @param from where the brace or value before it ends
   * @param next where the first byte after that is that is not blank
   * @return the member, remembered for later; null if there is none
   */
  private @Nullable Member member(NameNode parent, boolean first, int from, int next) {
    boolean separated = first || (next < to && bytes[next] == ',');
    int name = (first ? next : skipBlanks(next + 1)) + 1;
    if (!separated || count == MOST_MEMBERS || name >= to || bytes[name - 1] != '"') {
      return null;
    }
    int end = endOfText(name);
    int colon = end < 0 ? to : skipBlanks(end + 1);
    if (colon >= to || bytes[colon] != ':') {
      return null;
    }
    byte[] lead = Arrays.copyOfRange(bytes, from, skipBlanks(colon + 1));
    // The node of unknown names is shared, and must not remember any.
    NameNode node =
        parent.isNothing()
            ? parent
            : parent.child(new String(bytes, name, end - name, StandardCharsets.US_ASCII));
    Member member = new Member(lead, first, parent, node);
    members[count] = member;
    return member;
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
      Alias alias = node.alias();
      boolean taken = alias != null && JsonRecord.isStructure(alias.field());
      return taken ? NONE : object(from, node, depth + 1);
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
    int at = from;
    for (; at <= to - Long.BYTES; at += Long.BYTES) {
      long word = EightBytes.get(bytes, at);
      // Quotes, backslashes, control characters, and what is not of seven bits.
      long marks =
          EightBytes.zeros(word ^ QUOTES)
              | EightBytes.zeros(word ^ BACKSLASHES)
              | EightBytes.unprintable(word);
      if (marks != 0) {
        at += EightBytes.first(marks);
        return bytes[at] == '"' ? at : NONE;
      }
    }
    for (; at < to; at++) {
      byte b = bytes[at];
      if (b == '"') {
        return at;
      }
      if (b < ' ' || b == '\\' || b == 0x7F) {
        return NONE;
      }
    }
    return NONE;
  }

  /** Returns where the number or word that begins at an index ends, or {@link #NONE}. */
  private int endOfWord(int from) {
    byte first = bytes[from];
    if (first == 't' || first == 'f' || first == 'n') {
      byte[] word = first == 't' ? TRUE : first == 'f' ? FALSE : NULL;
      int end = from + word.length;
      boolean whole = end < to && EightBytes.isAt(word, bytes, from, to) && isDelimiter(bytes[end]);
      return whole ? end : NONE;
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
