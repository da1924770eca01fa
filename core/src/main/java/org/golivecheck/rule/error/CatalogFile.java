package org.golivecheck.rule.error;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One file of the catalogue: tab-separated, one row a line, below a header line.
 *
 * <p>Read by hand, because a run that meets a single error pays for this, and it must not notice.
 */
final class CatalogFile {
  private static final int COLUMNS = 11;

  private final int firstId;
  private final List<CatalogRow> rows;
  private final Map<String, List<CatalogRow>> byCode;

  private CatalogFile(List<CatalogRow> rows) {
    this.rows = List.copyOf(rows);
    this.firstId = rows.get(0).errorClass().id();
    this.byCode = new HashMap<>();
    for (CatalogRow row : rows) {
      byCode.computeIfAbsent(row.foldedCode(), code -> new ArrayList<>(2)).add(row);
    }
  }

  private static final class Errors {
    static final CatalogFile FILE = read("errors.tsv", /* guessed= */ false);
  }

  private static final class Statuses {
    static final CatalogFile FILE = read("statuses.tsv", /* guessed= */ false);
  }

  private static final class Words {
    static final CatalogFile FILE = read("words.tsv", /* guessed= */ true);
    static final CodeWords RULES = new CodeWords(FILE.rows());
  }

  /** Returns the catalogue proper: known codes and situations. */
  static CatalogFile errors() {
    return Errors.FILE;
  }

  /** Returns what a bare status means where no API has a row for it. */
  static CatalogFile statuses() {
    return Statuses.FILE;
  }

  /** Returns what the words of an unknown code suggest. */
  static CodeWords words() {
    return Words.RULES;
  }

  static List<CatalogFile> all() {
    return List.of(Errors.FILE, Statuses.FILE, Words.FILE);
  }

  /**
   * Reads a file that belongs to this package.
   *
   * @param guessed whether its rows go by the words of unknown codes
   */
  private static CatalogFile read(String name, boolean guessed) {
    String text = textOf(name);
    List<CatalogRow> rows = new ArrayList<>(512);
    String[] fields = new String[COLUMNS];
    int start = text.indexOf('\n') + 1;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      cut(text, start, end, fields);
      rows.add(new CatalogRow(toErrorClass(fields, guessed)));
      start = end + 1;
    }
    return new CatalogFile(rows);
  }

  private static String textOf(String name) {
    try (InputStream in = CatalogFile.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks the error catalogue: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the error catalogue cannot be read: " + name, e);
    }
  }

  private static void cut(String text, int start, int end, String[] fields) {
    int from = start;
    for (int i = 0; i < COLUMNS - 1; i++) {
      int tab = text.indexOf('\t', from);
      if (tab < 0 || tab > end) {
        throw new IllegalStateException("a row has too few fields: " + text.substring(start, end));
      }
      fields[i] = text.substring(from, tab);
      from = tab + 1;
    }
    fields[COLUMNS - 1] = text.substring(from, end);
  }

  private static ErrorClass toErrorClass(String[] fields, boolean guessed) {
    return new ErrorClass(
        Integer.parseInt(fields[0]),
        fields[1],
        fields[2],
        fields[3],
        fields[4],
        fields[5],
        fields[6],
        fields[7],
        fields[10],
        fields[8],
        fields[9],
        guessed);
  }

  /** Returns the rows in file order, which is the order of matching. */
  List<CatalogRow> rows() {
    return rows;
  }

  /** Returns the rows of a code, compared ignoring case, in file order. */
  List<CatalogRow> rowsOf(String code) {
    return byCode.getOrDefault(CatalogRow.fold(code), List.of());
  }

  /** Returns whether the file has a row of this id; the ids of a file have no gap. */
  boolean has(int id) {
    return id >= firstId && id < firstId + rows.size();
  }

  ErrorClass get(int id) {
    return rows.get(id - firstId).errorClass();
  }
}
