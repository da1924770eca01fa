package org.golivecheck.rule.error;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.golivecheck.text.JarText;

/**
 * One file of the catalogue: tab-separated, one row per line, after a header line.
 *
 * <p>Each row is parsed only when it is needed, because a run that meets a single error reads the
 * whole file.
 *
 * <p>The errors of SOAP and of the Salesforce toolkit come after those of REST, since many of their
 * names are the same in another case. Left out are the conditions of Go-Live itself, which other
 * rules judge.
 */
final class CatalogFile {
  private final int firstId;
  private final List<CatalogRow> rows;
  private final Map<String, List<CatalogRow>> byCode;

  private CatalogFile(List<CatalogRow> rows) {
    this.rows = List.copyOf(rows);
    this.firstId = rows.get(0).errorClass().id();
    this.byCode = new HashMap<>();
    for (CatalogRow row : rows) {
      String code = row.foldedCode();
      byCode.computeIfAbsent(code, first -> new ArrayList<>(2)).add(row);
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
   * @param guessed whether its rows are for the words of unknown codes
   */
  private static CatalogFile read(String name, boolean guessed) {
    String text = JarText.read(CatalogFile.class, name);
    List<CatalogRow> rows = new ArrayList<>(512);
    int start = text.indexOf('\n') + 1;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      rows.add(new CatalogRow(text.substring(start, end), guessed));
      start = end + 1;
    }
    return new CatalogFile(rows);
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
