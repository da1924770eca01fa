package org.golivecheck.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads texts from the jar. A table has one row per line and tabs between cells. Each row ends with
 * a line feed.
 */
public final class JarText {
  private JarText() {}

  /**
   * Returns a whole text, which is in UTF-8.
   *
   * @param owner a class of the package that contains the resource
   * @param name the name of the resource, relative to this package
   * @throws IllegalStateException if the jar lacks the resource
   */
  public static String read(Class<?> owner, String name) {
    try (InputStream in = owner.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The jar lacks " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the rows of a table of two cells. */
  public static List<String[]> readPairs(Class<?> owner, String name) {
    String text = read(owner, name);
    List<String[]> rows = new ArrayList<>();
    for (int start = 0; start < text.length(); ) {
      int tab = text.indexOf('\t', start);
      int end = text.indexOf('\n', tab);
      rows.add(new String[] {text.substring(start, tab), text.substring(tab + 1, end)});
      start = end + 1;
    }
    return rows;
  }
}
