package org.golivecheck.rule.timeline;

import java.util.Arrays;
import org.golivecheck.text.Ascii;

/**
 * Keeps where calls were read. The names of an archive's entries differ in little more than a
 * number ({@code logs.zip!07_OK_GetEnvelope.txt}, {@code app.ndjson:1204}), so a name is kept as a
 * shape, shared by many, and its number.
 *
 * <p>Of the calls that share a line, the ordinal of the first few is a part of the shape, which
 * lines can share; beyond that the line is, and the number is the ordinal.
 */
final class SourceTable {
  private static final char HOLE = '\0';

  /** Comes before the ordinal at the end of a shape: a hole is never of no digits. */
  private static final String ORDINAL = "\0\0";

  /** At the end of a shape: the number is the ordinal. */
  private static final char IN_NUMBER = '\0';

  private static final int FEW = 256;

  /** As many as always fit into an int. */
  private static final int MAX_DIGITS = 9;

  private final Interner<String> shapes = new Interner<>(String::length);

  private String lastStart = "";
  private int lastDigits = -1;
  private int lastShape;

  /** The log whose lines have the last shape, and which of them. */
  private String lastLog = "";

  private long firstLine;
  private long endLine;

  /** What each shape says. Grows as shapes are asked for. */
  private Origin[] origins = new Origin[0];

  private final Interner<String> logNames = new Interner<>(String::length);

  private final Interner<String> archiveNames = new Interner<>(String::length);

  /**
   * What a shape says.
   *
   * @param archive the number of the archive whose files are calls, or -1
   * @param log the number of the log
   * @param placed whether calls have places in a file, which is the log then
   * @param line the line or record number, or -1 where the number of each source is it
   * @param ordinal the ordinal, or -1 where the number of each source is it
   */
  private record Origin(int archive, int log, boolean placed, int line, int ordinal) {}

  /** Returns the name and the ordinal packed into a long: the shape's id and a number. */
  long pack(String logged, int ordinal) {
    int start = numberStart(logged);
    int end = numberEnd(logged, start);
    // Lines of one file come one after another.
    if (ordinal == 0
        && start == lastStart.length()
        && end == logged.length()
        && end - start == lastDigits
        && logged.startsWith(lastStart)) {
      return ((long) lastShape << 32) | number(logged, start, end);
    }
    String name = withoutHoles(logged);
    long number = ordinal >= FEW ? ordinal : end == start ? 0 : number(name, start, end);
    int shape = shapes.id(shape(name, start, end, ordinal));
    if (ordinal == 0 && end == name.length() && end > start) {
      lastStart = name.substring(0, start);
      lastDigits = end - start;
      endLine = 0;
      lastShape = shape;
    }
    return ((long) shape << 32) | number;
  }

  /** Returns the name and number of a line packed into a long. */
  long pack(String log, long line) {
    if (line < firstLine || line >= endLine || !log.equals(lastLog)) {
      long packed = pack(log + ':' + line, 0);
      boolean isLast = lastStart.length() == log.length() + 1 && lastShape == shapeId(packed);
      lastLog = log;
      endLine = 0;
      if (isLast) {
        firstLine = 1;
        for (int digits = 1; digits < lastDigits; digits++) {
          firstLine *= 10;
        }
        endLine = 10 * firstLine;
      }
      return packed;
    }
    return ((long) lastShape << 32) | line;
  }

  /** Returns whether a name and its ordinal have a shape that is known. */
  boolean knows(String logged, int ordinal) {
    String name = withoutHoles(logged);
    int start = numberStart(name);
    return shapes.knows(shape(name, start, numberEnd(name, start), ordinal));
  }

  /** Returns about how much memory the names take. */
  long bytes() {
    return shapes.bytes();
  }

  private static String withoutHoles(String logged) {
    return logged.replace(HOLE, '\uFFFD');
  }

  private static int number(String name, int start, int end) {
    return Integer.parseInt(name, start, end, 10);
  }

  private static String shape(String name, int start, int end, int ordinal) {
    if (ordinal >= FEW) {
      return name + ORDINAL + IN_NUMBER;
    }
    String shape =
        end == start
            ? name
            : name.substring(0, start) + HOLE + (char) (end - start) + name.substring(end);
    return ordinal == 0 ? shape : shape + ORDINAL + (char) ordinal;
  }

  String unpack(long packed) {
    String shape = withoutOrdinal(shapes.get(shapeId(packed)));
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

  private static String withoutOrdinal(String shape) {
    int mark = shape.indexOf(ORDINAL);
    return mark < 0 ? shape : shape.substring(0, mark);
  }

  private static int shapeId(long packed) {
    return (int) (packed >>> 32);
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
    return origin(packed).archive();
  }

  /** Returns how many logs there are. */
  int logs() {
    workOut();
    return logNames.size();
  }

  /**
   * Returns the number of the log that a call was read from: the file whose line it is, else the
   * archive or folder whose file it is.
   */
  int log(long packed) {
    return origin(packed).log();
  }

  /** Returns how many calls of the same source come before. */
  int ordinal(long packed) {
    int ordinal = origin(packed).ordinal();
    return ordinal < 0 ? (int) packed : ordinal;
  }

  /**
   * Orders calls by the name of the file and their places in it. Calls that are a file of their own
   * come first, and are equal.
   */
  int comparePlaces(long a, long b) {
    Origin first = origin(a);
    Origin second = origin(b);
    if (!first.placed() || !second.placed()) {
      return Boolean.compare(first.placed(), second.placed());
    }
    int order =
        first.log() == second.log()
            ? 0
            : logNames.get(first.log()).compareTo(logNames.get(second.log()));
    if (order == 0) {
      order = Integer.compare(line(first, a), line(second, b));
    }
    return order != 0 ? order : Integer.compare(ordinal(a), ordinal(b));
  }

  private static int line(Origin origin, long packed) {
    return origin.line() < 0 ? (int) packed : origin.line();
  }

  private Origin origin(long packed) {
    int shape = shapeId(packed);
    if (shape >= origins.length) {
      workOut();
    }
    return origins[shape];
  }

  /** Works out what all shapes say, so that several threads may ask. */
  void workOut() {
    int known = origins.length;
    origins = Arrays.copyOf(origins, shapes.size());
    for (int i = known; i < origins.length; i++) {
      origins[i] = originOf(shapes.get(i));
    }
  }

  private Origin originOf(String shape) {
    String name = withoutOrdinal(shape);
    int ordinal = name.length() == shape.length() ? 0 : shape.charAt(shape.length() - 1);
    int line = -1;
    if (name.length() < shape.length() && ordinal == IN_NUMBER) {
      int start = numberStart(name);
      int end = numberEnd(name, start);
      ordinal = -1;
      line = end == start ? 0 : number(name, start, end);
      name = shape(name, start, end, 0);
    }
    boolean isLine = isNumbered(name, ':');
    int end = isLine ? -1 : endOfArchive(name);
    return new Origin(
        end < 0 ? -1 : archiveNames.id(name.substring(0, end)),
        logNames.id(logName(name, isLine)),
        isLine || isNumbered(name, '!'),
        line,
        ordinal);
  }

  /** Returns whether a mark and the number end a shape: it is a line or record of a file. */
  private static boolean isNumbered(String shape, char mark) {
    int hole = shape.indexOf(HOLE);
    return hole > 0 && hole + 2 == shape.length() && shape.charAt(hole - 1) == mark;
  }

  private static String logName(String shape, boolean isLine) {
    if (isLine) {
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

  /** The line after a colon; else the first digit after the name of the archive or folder. */
  private static int numberStart(String name) {
    int line = name.length();
    while (line > 0 && Ascii.isDigit(name.charAt(line - 1))) {
      line--;
    }
    boolean isLine = line > 1 && line < name.length() && name.charAt(line - 1) == ':';
    if (isLine && name.length() - line <= MAX_DIGITS && name.charAt(line) != '0') {
      return line;
    }
    int start = Math.max(name.lastIndexOf('!'), name.lastIndexOf('/')) + 1;
    while (start < name.length() && !Ascii.isDigit(name.charAt(start))) {
      start++;
    }
    return start;
  }

  private static int numberEnd(String name, int start) {
    int end = start;
    while (end < name.length() && end - start < MAX_DIGITS && Ascii.isDigit(name.charAt(end))) {
      end++;
    }
    return end;
  }
}
