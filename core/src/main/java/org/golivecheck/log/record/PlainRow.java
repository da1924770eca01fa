package org.golivecheck.log.record;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.golivecheck.text.EightBytes;

/**
 * The values of a row of a table that is one line and has no quotes but around whole values. It
 * means the same to a parser. Reused; not thread-safe.
 */
final class PlainRow {
  private static final int MOST_COLUMNS = 256;

  private static final long BACKSLASHES = EightBytes.ONES * '\\';

  private final byte delimiter;
  private final byte quote;
  private final long delimiters;
  private final long quotes;
  private final int[] starts = new int[MOST_COLUMNS];
  private final int[] ends = new int[MOST_COLUMNS];
  private byte[] bytes = {};
  private int size;

  private boolean printable;

  PlainRow(CsvDialect dialect) {
    delimiter = (byte) dialect.delimiter();
    quote = (byte) dialect.quote();
    delimiters = EightBytes.ONES * delimiter;
    quotes = EightBytes.ONES * quote;
  }

  /** Returns whether tables of a dialect may have such rows: blanks are no delimiter. */
  static boolean fits(CsvDialect dialect) {
    return ",;|".indexOf(dialect.delimiter()) >= 0;
  }

  /**
   * Reads the row that begins at an index of bytes that end at another.
   *
   * @return the index of the line feed at its end; -1 if there is none, or it is no such row
   */
  int read(byte[] newBytes, int from, int to) {
    bytes = newBytes;
    size = 0;
    printable = true;
    int at = from;
    while (size < MOST_COLUMNS) {
      int end = at < to && bytes[at] == quote ? endOfQuoted(at + 1, to) : endOfValue(at, to);
      if (end < 0 || end == to) {
        return -1;
      }
      if (bytes[end] != delimiter) {
        int feed = bytes[end] == '\r' ? end + 1 : end;
        return end > from && feed < to && bytes[feed] == '\n' ? feed : -1;
      }
      at = end + 1;
    }
    return -1;
  }

  /** Returns where the value at an index ends, or -1 if it has a quote. */
  private int endOfValue(int from, int to) {
    int at = from;
    while (at <= to - Long.BYTES) {
      long word = EightBytes.get(bytes, at);
      long marks =
          EightBytes.zeros(word ^ delimiters)
              | EightBytes.zeros(word ^ quotes)
              | EightBytes.zeros(word ^ BACKSLASHES)
              | EightBytes.unprintable(word);
      if (marks == 0) {
        at += Long.BYTES;
        continue;
      }
      at += EightBytes.first(marks);
      if (bytes[at] == delimiter || bytes[at] == quote || isControl(bytes[at])) {
        break;
      }
      printable = false;
      at++;
    }
    for (; at < to && bytes[at] != delimiter && !isControl(bytes[at]); at++) {
      if (bytes[at] == quote) {
        return -1;
      }
      printable &= bytes[at] >= ' ' && bytes[at] != 0x7F && bytes[at] != '\\';
    }
    add(from, at);
    return at;
  }

  private int endOfQuoted(int from, int to) {
    printable = false;
    int at = from;
    while (at < to && bytes[at] != quote) {
      if (isControl(bytes[at])) {
        return -1;
      }
      at++;
    }
    if (at + 1 >= to || (bytes[at + 1] != delimiter && !isControl(bytes[at + 1]))) {
      return -1;
    }
    add(from, at);
    return at + 1;
  }

  private static boolean isControl(byte b) {
    return b >= 0 && b < ' ' && b != '\t';
  }

  /** Adds a value without the blanks around it. */
  private void add(int from, int to) {
    int start = from;
    int end = to;
    while (start < end && isBlank(bytes[start])) {
      start++;
    }
    while (end > start && isBlank(bytes[end - 1])) {
      end--;
    }
    starts[size] = start;
    ends[size] = end;
    size++;
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t';
  }

  int size() {
    return size;
  }

  /**
   * Returns whether all values are of printable characters of ASCII, without a backslash; of values
   * in quotes that is not known.
   */
  boolean isPrintable() {
    return printable;
  }

  int from(int column) {
    return starts[column];
  }

  int to(int column) {
    return ends[column];
  }

  byte[] bytes() {
    return bytes;
  }

  /** Adds the values to a list. */
  void addTo(List<String> row) {
    for (int i = 0; i < size; i++) {
      int length = ends[i] - starts[i];
      row.add(CsvSession.value(new String(bytes, starts[i], length, StandardCharsets.ISO_8859_1)));
    }
  }
}
