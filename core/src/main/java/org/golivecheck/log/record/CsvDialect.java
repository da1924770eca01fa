package org.golivecheck.log.record;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.text.LineFeeds;
import org.golivecheck.text.Ascii;

/**
 * How a table is written, told by its first row: of several delimiters it is the one that makes
 * most columns with a known name.
 *
 * @param delimiter what stands between values
 * @param quote what stands around values
 * @param skip how many lines come before the first row
 * @param numbered whether the columns have numbers, which the user gave, and no names
 * @param lacking the fields that it lacks to be a table of calls
 * @param isOfTexts whether the table has times and texts, in which calls may be
 */
record CsvDialect(
    char delimiter,
    char quote,
    int skip,
    boolean numbered,
    List<RecordField> lacking,
    boolean isOfTexts) {
  private static final String DELIMITERS = ",;\t|";

  /** The line that gives Excel the delimiter. */
  private static final String EXCEL = "sep=";

  /** The line that names the columns of IIS and other servers; blanks are between its values. */
  static final String W3C = "#Fields:";

  private static final int MOST_COLUMNS = 1_000;

  /**
   * Tells the dialect by the first bytes of a table. Its columns have names in the first line; or
   * numbers, and then the first line that has as many columns begins the table.
   */
  static CsvDialect of(byte[] head, int length, FormatOptions options) {
    CsvDialect dialect = of("", 0, options.fields());
    int skip = 0;
    for (int from = 0; from < length; ) {
      int next = LineFeeds.next(head, from, length);
      String line = new String(head, from, next - from, StandardCharsets.ISO_8859_1).strip();
      boolean comment = line.startsWith("#") && !line.startsWith(W3C);
      if (!line.isEmpty() && !line.startsWith(EXCEL) && !comment) {
        dialect = of(line, skip, options.fields());
        if (!dialect.numbered() || dialect.isOfCalls()) {
          break;
        }
      }
      skip++;
      from = next;
    }
    return dialect;
  }

  /** Returns whether a line has the names of the columns of calls, or of texts. */
  static boolean isRowOfNames(byte[] bytes, int from, int to, FormatOptions options) {
    int end = LineFeeds.end(bytes, from, to);
    String line = new String(bytes, from, end - from, StandardCharsets.ISO_8859_1).strip();
    CsvDialect dialect = of(line, 0, options.fields());
    return (dialect.isOfCalls() || dialect.isOfTexts())
        && !dialect.numbered()
        && names(line, dialect.delimiter(), dialect.quote()).stream()
            .noneMatch(CsvDialect::isValue);
  }

  /** Returns whether the table is one of calls. */
  boolean isOfCalls() {
    return lacking.isEmpty();
  }

  private static CsvDialect of(String line, int skip, Map<String, String> fields) {
    char quote = isQuoted(line, '\'') ? '\'' : '"';
    boolean numbered = !fields.isEmpty() && fields.values().stream().allMatch(Ascii::isNumber);
    if (line.startsWith("{") || line.startsWith("[")) {
      return new CsvDialect(',', quote, skip, numbered, CsvColumns.NEEDED, false);
    }
    NameNode root = FieldNames.root(fields);
    if (line.startsWith(W3C)) {
      CsvColumns columns =
          new CsvColumns(root, names(line.substring(W3C.length()).strip(), ' ', quote), true);
      return new CsvDialect(' ', quote, skip, false, columns.lacking(), false);
    }
    char best = ',';
    int most = -1;
    List<RecordField> lacking = CsvColumns.NEEDED;
    boolean ofTexts = false;
    for (int i = 0; i < DELIMITERS.length(); i++) {
      char delimiter = DELIMITERS.charAt(i);
      List<String> names = names(line, delimiter, quote);
      if (names.size() > 1 && numbered) {
        names = numbers(names.size());
      }
      CsvColumns columns = new CsvColumns(root, names, true);
      if (columns.known() > most) {
        most = columns.known();
        best = delimiter;
        lacking = names.size() > 1 ? columns.lacking() : CsvColumns.NEEDED;
        ofTexts = names.size() > 1 && columns.areOfTexts();
      }
    }
    return new CsvDialect(best, quote, skip, numbered, lacking, ofTexts);
  }

  private static boolean isQuoted(String line, char quote) {
    return line.length() > 2 && line.charAt(0) == quote && line.indexOf(quote, 1) > 0;
  }

  /** Returns whether a cell is no name of a column: it begins with a digit, as times do. */
  private static boolean isValue(String cell) {
    return !cell.isEmpty() && Character.isDigit(cell.charAt(0));
  }

  /** Returns the names of columns that have none: their numbers. */
  static List<String> numbers(int count) {
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      names.add(Integer.toString(i));
    }
    return names;
  }

  private static List<String> names(String line, char delimiter, char quote) {
    List<String> names = new ArrayList<>();
    for (int from = 0; from <= line.length() && names.size() < MOST_COLUMNS; ) {
      int end = line.indexOf(delimiter, from);
      end = end < 0 ? line.length() : end;
      String name = line.substring(from, end).strip();
      names.add(isQuoted(name, quote) ? name.substring(1, name.length() - 1) : name);
      from = end + 1;
    }
    return names;
  }
}
