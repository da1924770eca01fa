package org.golivecheck.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads tables from the jar. They are in ASCII, with one row per line and tabs between cells. */
public final class Table {
  private Table() {}

  /**
   * Returns a table as one text. Each row ends with a line feed.
   *
   * @param owner a class of the package that contains the table
   * @param resource the file name of the table
   * @throws IllegalStateException if the jar lacks the table
   */
  public static String read(Class<?> owner, String resource) {
    try (InputStream in = owner.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("The jar lacks the table " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the rows of a table of two cells. */
  public static List<String[]> readPairs(Class<?> owner, String resource) {
    String text = read(owner, resource);
    List<String[]> rows = new ArrayList<>();
    for (int start = 0; start < text.length(); ) {
      int tab = text.indexOf('\t', start);
      int end = text.indexOf('\n', tab);
      rows.add(new String[] {text.substring(start, tab), text.substring(tab + 1, end)});
      start = end + 1;
    }
    return rows;
  }

  /** Returns the offset of each row, followed by the length of the text. */
  public static int[] rowStarts(String text) {
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
}
