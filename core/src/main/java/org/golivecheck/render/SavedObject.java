package org.golivecheck.render;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.golivecheck.redaction.Redactor;
import org.golivecheck.redaction.SafeText;
import org.jspecify.annotations.Nullable;

/**
 * An object of a saved report. It knows its place in the file, so that the message about a missing
 * or wrong value can name it.
 *
 * <p>Values are {@link String}, {@link Long}, {@link Double} (any number that is not a long),
 * {@link Boolean}, null, {@link SavedObject} and a list of these.
 */
final class SavedObject {
  private final @Nullable SavedObject parent;
  private final String step;
  private final int line;
  private String[] names = new String[8];
  private @Nullable Object[] values = new Object[8];
  private int[] lines = new int[8];
  private int size;

  /**
   * Creates an empty object.
   *
   * @param parent the object that contains it, or null for the whole report
   * @param step its path in the parent, such as {@code /findings/3}
   * @param line the line on which it begins
   */
  SavedObject(@Nullable SavedObject parent, String step, int line) {
    this.parent = parent;
    this.step = step;
    this.line = line;
  }

  void put(String name, @Nullable Object value, int at) {
    if (size == names.length) {
      names = Arrays.copyOf(names, 2 * size);
      values = Arrays.copyOf(values, 2 * size);
      lines = Arrays.copyOf(lines, 2 * size);
    }
    names[size] = name;
    values[size] = value;
    lines[size] = at;
    size++;
  }

  /** Returns the names in their order. */
  List<String> names() {
    return List.of(Arrays.copyOf(names, size));
  }

  boolean has(String name) {
    return Arrays.asList(names).subList(0, size).contains(name);
  }

  private int find(String name) throws ReportFormatException {
    int index = Arrays.asList(names).subList(0, size).indexOf(name);
    if (index < 0) {
      String where = place();
      throw new ReportFormatException(
          line, (where.isEmpty() ? "lacks " : where + " lacks ") + name);
    }
    return index;
  }

  private String place() {
    return parent == null ? "" : parent.place() + step;
  }

  /** Returns an exception about a wrong value. */
  ReportFormatException wrong(String name, String expected) throws ReportFormatException {
    int index = find(name);
    return new ReportFormatException(
        lines[index],
        place() + "/" + name + " must be " + expected + ", not " + shown(values[index]));
  }

  private static String shown(@Nullable Object value) {
    if (value instanceof SavedObject) {
      return "an object";
    }
    if (value instanceof List) {
      return "a list";
    }
    if (value instanceof String text) {
      // A manipulated file must not control a terminal.
      SafeText safe = new Redactor().redact(text);
      return "'" + (safe.length() > 40 ? safe.subSequence(0, 40) + "..." : safe) + "'";
    }
    return String.valueOf(value);
  }

  @Nullable String nullableText(String name) throws ReportFormatException {
    Object value = values[find(name)];
    if (value == null || value instanceof String) {
      return (String) value;
    }
    throw wrong(name, "a text or null");
  }

  String text(String name) throws ReportFormatException {
    if (values[find(name)] instanceof String text) {
      return text;
    }
    throw wrong(name, "a text");
  }

  boolean flag(String name) throws ReportFormatException {
    if (values[find(name)] instanceof Boolean flag) {
      return flag;
    }
    throw wrong(name, "true or false");
  }

  /** Returns a whole number that is not negative. */
  long count(String name) throws ReportFormatException {
    return number(name, 0, Long.MAX_VALUE);
  }

  /** Returns a whole number within inclusive bounds. */
  int number(String name, int least, int most) throws ReportFormatException {
    return (int) number(name, (long) least, (long) most);
  }

  private long number(String name, long least, long most) throws ReportFormatException {
    if (values[find(name)] instanceof Long number && number >= least && number <= most) {
      return number;
    }
    throw wrong(
        name, "a whole number from " + least + (most == Long.MAX_VALUE ? "" : " to " + most));
  }

  /** Returns a position: a whole number, or a default for null. */
  long position(String name, long least, long otherwise) throws ReportFormatException {
    return values[find(name)] == null ? otherwise : number(name, least, Long.MAX_VALUE);
  }

  /** Returns the value whose name is the text. */
  <T> T choice(String name, T[] choices, Function<T, String> id) throws ReportFormatException {
    Object value = values[find(name)];
    for (T choice : choices) {
      if (id.apply(choice).equals(value)) {
        return choice;
      }
    }
    throw wrong(name, "one of " + Arrays.stream(choices).map(id).collect(Collectors.joining(", ")));
  }

  <T> @Nullable T nullableChoice(String name, T[] choices, Function<T, String> id)
      throws ReportFormatException {
    return values[find(name)] == null ? null : choice(name, choices, id);
  }

  Instant time(String name) throws ReportFormatException {
    try {
      Instant time = Instant.parse(text(name));
      int year = time.atOffset(ZoneOffset.UTC).getYear();
      if (year >= 0 && year <= 9_999) {
        return time;
      }
    } catch (DateTimeException e) {
      // reported below, like a time out of range
    }
    throw wrong(name, "a time such as 2026-11-23T10:15:30Z");
  }

  @Nullable Instant nullableTime(String name) throws ReportFormatException {
    return values[find(name)] == null ? null : time(name);
  }

  @Nullable LocalDate nullableDay(String name) throws ReportFormatException {
    if (values[find(name)] == null) {
      return null;
    }
    try {
      return LocalDate.parse(text(name));
    } catch (DateTimeException e) {
      throw wrong(name, "a day such as 2026-12-31, or null");
    }
  }

  SavedObject object(String name) throws ReportFormatException {
    if (values[find(name)] instanceof SavedObject object) {
      return object;
    }
    throw wrong(name, "an object");
  }

  @Nullable SavedObject nullableObject(String name) throws ReportFormatException {
    return values[find(name)] == null ? null : object(name);
  }

  /** Returns a list of objects, each converted. */
  <T> List<T> list(String name, Maker<T> maker) throws ReportFormatException {
    List<T> made = new ArrayList<>();
    for (Object item : items(name)) {
      if (!(item instanceof SavedObject object)) {
        throw wrong(name, "a list of objects");
      }
      made.add(maker.make(object));
    }
    return made;
  }

  /** Returns a list of texts. */
  List<String> texts(String name) throws ReportFormatException {
    List<String> texts = new ArrayList<>();
    for (Object item : items(name)) {
      if (!(item instanceof String text)) {
        throw wrong(name, "a list of texts");
      }
      texts.add(text);
    }
    return texts;
  }

  private List<?> items(String name) throws ReportFormatException {
    if (values[find(name)] instanceof List<?> items) {
      return items;
    }
    throw wrong(name, "a list");
  }

  /** Converts an object. */
  interface Maker<T> {
    T make(SavedObject object) throws ReportFormatException;
  }
}
