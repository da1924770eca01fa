package org.golivecheck.call;

import org.golivecheck.text.Table;

/**
 * The rows of the catalogue: API, path template, HTTP method and name of each operation.
 *
 * <p>Rows are sorted by API, segments of the template and method, so that templates with a common
 * prefix are adjacent. A row becomes an {@link Operation} only on demand, since a small log needs
 * few of the thousand.
 *
 * <p>A column is an offset into a row. The API at column 0 is a segment like the others.
 */
final class OperationTable {
  private final String text;
  private final int[] starts;

  private OperationTable(String text) {
    this.text = text;
    this.starts = Table.rowStarts(text);
  }

  static OperationTable read() {
    return new OperationTable(Table.read(OperationTable.class, "operations.tsv"));
  }

  int rows() {
    return starts.length - 1;
  }

  Operation operation(int row, ApiFamily api) {
    int template = text.indexOf('\t', starts[row]) + 1;
    int method = text.indexOf('\t', template) + 1;
    int name = text.indexOf('\t', method) + 1;
    return new Operation(
        api,
        text.substring(method, name - 1),
        text.substring(template, method - 1),
        text.substring(name, starts[row + 1] - 1));
  }

  /** Returns whether the template of a row ends before a column. */
  boolean endsBefore(int row, int column) {
    return text.charAt(starts[row] + column - 1) == '\t';
  }

  /** Returns the segment of a row that starts at a column. */
  String segment(int row, int column) {
    int start = starts[row] + column;
    int end = start;
    while (!endsSegment(end)) {
      end++;
    }
    return text.substring(start, end);
  }

  /** Returns the next row with another segment at a column, or {@code to}. */
  int endOfSegment(int row, int to, int column, String segment) {
    int same = row;
    int other = to;
    while (other - same > 1) {
      int middle = (same + other) >>> 1;
      int start = starts[middle] + column;
      if (text.startsWith(segment, start) && endsSegment(start + segment.length())) {
        same = middle;
      } else {
        other = middle;
      }
    }
    return other;
  }

  private boolean endsSegment(int offset) {
    char c = text.charAt(offset);
    return c == '/' || c == '\t';
  }
}
