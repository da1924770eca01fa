package org.golivecheck.call;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.golivecheck.text.JarText;
import org.jspecify.annotations.Nullable;

/** All known API methods, as one tree of path templates per API. Thread-safe. */
final class OperationCatalogue {
  private final OperationTable table = OperationTable.read();
  private final Map<ApiFamily, PathNode> trees = new EnumMap<>(ApiFamily.class);

  private OperationCatalogue() {
    for (int row = 0; row < table.rows(); ) {
      String id = table.segment(row, 0);
      int end = table.endOfSegment(row, table.rows(), 0, id);
      ApiFamily api = ApiFamily.of(id);
      // The tab after the API and the slash before the template do not belong to a segment.
      trees.put(api, new PathNode(table, api, row, end, id.length() + 2));
      row = end;
    }
  }

  /** Returns the catalogue, which is read on the first call. */
  static OperationCatalogue get() {
    return Holder.CATALOGUE;
  }

  private static final class Holder {
    static final OperationCatalogue CATALOGUE = new OperationCatalogue();
  }

  /** Returns all operations, sorted by API, template and method. */
  List<Operation> operations() {
    List<Operation> operations = new ArrayList<>(table.rows());
    for (int row = 0; row < table.rows(); row++) {
      operations.add(table.operation(row, ApiFamily.of(table.segment(row, 0))));
    }
    return operations;
  }

  /**
   * Returns the operation that matches method and path. If several APIs match, the family decides.
   *
   * @param method the HTTP method in upper case
   * @param url the URL
   * @param family the API that the URL belongs to
   */
  Operation match(String method, CallUrl url, ApiFamily family) {
    String path = url.path();
    int length = Segments.lengthWithoutTrailingSlashes(path);
    List<Operation> fitting = find(family, path, length);
    Operation operation = withMethod(method, fitting);
    if (operation != null) {
      return operation;
    }
    for (ApiFamily other : trees.keySet()) {
      // The paths of CLM look like those of any other service.
      boolean asked = other == family || other == ApiFamily.CLM;
      operation = asked ? null : withMethod(method, find(other, path, length));
      if (operation != null) {
        return operation;
      }
    }
    // The template of a sibling method is better than a guess.
    String template = fitting.isEmpty() ? GuessedTemplate.of(path) : fitting.get(0).template();
    return new Operation(family, method, template, "");
  }

  private List<Operation> find(ApiFamily family, String path, int length) {
    PathNode tree = trees.get(family);
    return tree == null ? List.of() : tree.find(path, 1, length);
  }

  private static @Nullable Operation withMethod(String method, List<Operation> operations) {
    for (Operation operation : operations) {
      if (operation.method().equals(method)) {
        return operation;
      }
    }
    return null;
  }

  /**
   * The rows of the catalogue: API, path template, HTTP method and name of each operation.
   *
   * <p>Rows are sorted by API, segments of the template and method, so that templates with a common
   * prefix are adjacent. A row becomes an {@link Operation} only on demand, since a small log needs
   * few of the thousand.
   *
   * <p>A column is an offset into a row. The API at column 0 is a segment like the others.
   */
  static final class OperationTable {
    private final String text;
    private final int[] starts;

    private OperationTable(String text) {
      this.text = text;
      this.starts = rowStarts(text);
    }

    static OperationTable read() {
      return new OperationTable(JarText.read(OperationTable.class, "operations.tsv"));
    }

    /** Returns the offset of each row, followed by the length of the text. */
    private static int[] rowStarts(String text) {
      int[] starts = new int[text.length() / 64 + 2];
      int rows = 0;
      for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
        rows++;
        if (rows == starts.length) {
          starts = Arrays.copyOf(starts, 2 * rows);
        }
        starts[rows] = end + 1;
      }
      return Arrays.copyOf(starts, rows + 1);
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
}
