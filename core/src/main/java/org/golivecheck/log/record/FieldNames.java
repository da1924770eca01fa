package org.golivecheck.log.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.golivecheck.log.record.Alias.Unit;
import org.golivecheck.text.JarText;
import org.jspecify.annotations.Nullable;

/**
 * The names under which logs keep what a call has: those of {@code field-names.tsv}, and those that
 * the user gives. Names are compared ignoring case, blanks, hyphens and underscores; a dot leads
 * into an object, or is a part of the name.
 */
public final class FieldNames {
  /** Begins a name that may also lie in an object of any name. */
  private static final String ANYWHERE = "*.";

  private FieldNames() {}

  /**
   * Returns the node of a record as a whole.
   *
   * @param given which column or path contains which field, by the field's name; the field is then
   *     sought nowhere else
   * @throws IllegalArgumentException if there is no such field
   */
  public static NameNode root(Map<String, String> given) {
    NameNode root = NameNode.root();
    NameNode others = NameNode.root();
    for (Row row : Row.ALL) {
      row.addTo(root, root);
      if (row.anywhere()) {
        row.addTo(others, root);
      }
    }
    root.others(others);
    given.forEach((name, column) -> map(root, name, column));
    return root;
  }

  /**
   * A row of the table.
   *
   * @param anywhere whether the name may also lie in an object of any name
   * @param parts the parts of the name, without punctuation
   * @param alias what a value of the name says, or null where it has members
   */
  private record Row(String what, boolean anywhere, List<String> parts, @Nullable Alias alias) {
    static final List<Row> ALL = read();

    private static List<Row> read() {
      List<Row> rows = new ArrayList<>();
      for (String line : JarText.read(FieldNames.class, "field-names.tsv").split("\n", -1)) {
        if (!line.isEmpty() && line.charAt(0) != '#') {
          String[] cells = line.split("\t", -1);
          boolean structure = cells[0].equals("wrapper") || cells[0].endsWith("headers");
          boolean anywhere = cells[1].startsWith(ANYWHERE);
          String name = anywhere ? cells[1].substring(ANYWHERE.length()) : cells[1];
          Unit unit = unit(cells.length > 2 ? cells[2] : "", name);
          rows.add(
              new Row(
                  cells[0],
                  anywhere,
                  partsOf(name),
                  structure ? null : new Alias(RecordField.require(cells[0]), rows.size(), unit)));
        }
      }
      return rows;
    }

    void addTo(NameNode top, NameNode root) {
      NameNode node = node(top, parts);
      if (alias != null) {
        node.alias(alias);
      } else if (what.equals("wrapper")) {
        node.fallback(root);
      } else {
        node.kind(
            switch (what) {
              case "request-headers" -> NameNode.Kind.REQUEST_HEADERS;
              case "response-headers" -> NameNode.Kind.RESPONSE_HEADERS;
              default -> NameNode.Kind.HEADERS;
            });
      }
    }
  }

  private static void map(NameNode root, String name, String column) {
    RecordField field = RecordField.require(name);
    NameNode node = node(root, partsOf(column));
    Alias known = node.alias();
    Unit unit = known != null && known.field() == field ? known.unit() : unit("", column);
    root.clear(field);
    // Below every rank of the table: what a user says of a column goes before what we know of it.
    node.alias(new Alias(field, -1, unit));
  }

  private static NameNode node(NameNode root, List<String> parts) {
    NameNode node = root;
    for (String part : parts) {
      node = node.grow(part);
    }
    return node;
  }

  private static List<String> partsOf(String name) {
    return Arrays.stream(name.split("\\.", -1)).map(FieldNames::plain).toList();
  }

  /** Returns the unit that a table or the end of a name gives; milliseconds where neither does. */
  private static Unit unit(String given, String name) {
    String end = given.isEmpty() ? plain(name) : given;
    if (end.endsWith("ns") || end.endsWith("nanos") || end.endsWith("nanoseconds")) {
      return Unit.NANOS;
    }
    if (end.endsWith("us") || end.endsWith("micros") || end.endsWith("microseconds")) {
      return Unit.MICROS;
    }
    if (end.endsWith("millis") || end.endsWith("milliseconds")) {
      return Unit.MILLIS;
    }
    boolean seconds = given.equals("s") || end.endsWith("seconds") || end.endsWith("secs");
    return seconds || (given.isEmpty() && name.endsWith("_s")) ? Unit.SECONDS : Unit.MILLIS;
  }

  /** Returns a name in lower case without blanks, hyphens and underscores. */
  static String plain(String name) {
    StringBuilder plain = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        plain.append((char) (c + ('a' - 'A')));
      } else if (c != ' ' && c != '-' && c != '_') {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
