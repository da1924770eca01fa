package org.golivecheck.rule.timeline;

import java.util.Arrays;

/**
 * Keeps where calls were read. The names of an archive's entries differ in little more than a
 * number ({@code logs.zip!07_OK_GetEnvelope.txt}, {@code app.ndjson:1204}), so a name is kept as a
 * shape, shared by many, and its number.
 */
final class SourceTable {
  private static final char HOLE = '\0';

  /** As many as an int always holds. */
  private static final int MAX_DIGITS = 9;

  private final Interner<String> shapes = new Interner<>(String::length);

  /** The archive of each shape: its number, or -1. Grows as shapes are asked for. */
  private int[] archives = new int[0];

  /** The log of each shape: its number. Grows as shapes are asked for. */
  private int[] logs = new int[0];

  private final Interner<String> logNames = new Interner<>(String::length);

  private final Interner<String> archiveNames = new Interner<>(String::length);

  /** Returns the name packed into a long: the shape's id and the number. */
  long pack(String logged) {
    String name = withoutHoles(logged);
    int start = numberStart(name);
    int end = numberEnd(name, start);
    long number = end == start ? 0 : Integer.parseInt(name, start, end, 10);
    return ((long) shapes.id(shape(name, start, end)) << 32) | number;
  }

  /** Returns whether a name has a shape that is known. */
  boolean knows(String logged) {
    String name = withoutHoles(logged);
    int start = numberStart(name);
    return shapes.knows(shape(name, start, numberEnd(name, start)));
  }

  /** Returns about how much memory the names take. */
  long bytes() {
    return shapes.bytes();
  }

  private static String withoutHoles(String logged) {
    return logged.replace(HOLE, '\uFFFD');
  }

  private static String shape(String name, int start, int end) {
    return end == start
        ? name
        : name.substring(0, start) + HOLE + (char) (end - start) + name.substring(end);
  }

  String unpack(long packed) {
    String shape = shapes.get((int) (packed >>> 32));
    int hole = shape.indexOf(HOLE);
    if (hole < 0) {
      return shape;
    }
    String digits = Integer.toString((int) packed);
    return shape.substring(0, hole)
        + "0".repeat(shape.charAt(hole + 1) - digits.length())
        + digits
        + shape.substring(hole + 2);
  }

  /** Returns where the name of the archive around a source ends, or -1 where there is none. */
  static int endOfArchive(String source) {
    int end = source.lastIndexOf('!');
    // A redacted log is one archive, with a folder for each archive that there was.
    int folder = end < 0 ? -1 : source.lastIndexOf(".zip/");
    return folder <= end ? end : folder + 4;
  }

  /** Returns the number of the archive whose files are calls, or -1. */
  int archive(long packed) {
    int shape = (int) (packed >>> 32);
    if (shape >= archives.length) {
      int known = archives.length;
      archives = Arrays.copyOf(archives, shapes.size());
      for (int i = known; i < archives.length; i++) {
        int end = isLine(shapes.get(i)) ? -1 : endOfArchive(shapes.get(i));
        archives[i] = end < 0 ? -1 : archiveNames.id(shapes.get(i).substring(0, end));
      }
    }
    return archives[shape];
  }

  /**
   * Returns the number of the log that a call was read from: the file whose line it is, else the
   * archive or folder whose file it is.
   */
  int log(long packed) {
    int shape = (int) (packed >>> 32);
    if (shape >= logs.length) {
      int known = logs.length;
      logs = Arrays.copyOf(logs, shapes.size());
      for (int i = known; i < logs.length; i++) {
        logs[i] = logNames.id(logName(shapes.get(i)));
      }
    }
    return logs[shape];
  }

  /** Returns whether a source is a line of a text, and not a file of its own. */
  private static boolean isLine(String shape) {
    int hole = shape.indexOf(HOLE);
    return hole > 0 && hole + 2 == shape.length() && shape.charAt(hole - 1) == ':';
  }

  private static String logName(String shape) {
    if (isLine(shape)) {
      return shape.substring(0, shape.indexOf(HOLE) - 1);
    }
    int end = endOfArchive(shape);
    int folder = Math.max(shape.lastIndexOf('/'), shape.lastIndexOf('\\'));
    return shape.substring(0, end >= 0 ? end : Math.max(0, folder));
  }

  int[] merge(SourceTable other) {
    return shapes.merge(other.shapes);
  }

  static long renumber(long packed, int[] mapping) {
    return ((long) mapping[(int) (packed >>> 32)] << 32) | (packed & 0xFFFF_FFFFL);
  }

  /** The line behind a colon; else the first digit behind the name of the archive or folder. */
  private static int numberStart(String name) {
    int line = name.length();
    while (line > 0 && isDigit(name.charAt(line - 1))) {
      line--;
    }
    boolean isLine = line > 1 && line < name.length() && name.charAt(line - 1) == ':';
    if (isLine && name.length() - line <= MAX_DIGITS && name.charAt(line) != '0') {
      return line;
    }
    int start = Math.max(name.lastIndexOf('!'), name.lastIndexOf('/')) + 1;
    while (start < name.length() && !isDigit(name.charAt(start))) {
      start++;
    }
    return start;
  }

  private static int numberEnd(String name, int start) {
    int end = start;
    while (end < name.length() && end - start < MAX_DIGITS && isDigit(name.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
