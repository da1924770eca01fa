package org.golivecheck.log.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.golivecheck.log.record.Alias.Unit;

/**
 * The names under which logs keep what a call has: those of {@code field-names.tsv}, and those that
 * the user gives. Names are compared ignoring case, blanks, hyphens and underscores; a dot leads
 * into an object, or is a part of the name.
 */
public final class FieldNames {
  private static final String TABLE = "field-names.tsv";

  /** Begins a name that may also lie in an object of any name. */
  private static final String ANYWHERE = "*.";

  private FieldNames() {}

  /**
   * Returns the node of a record as a whole.
   *
   * @param given which column or path holds which field, by the field's name; the field is then
   *     sought nowhere else
   * @throws IllegalArgumentException if there is no such field
   */
  public static NameNode root(Map<String, String> given) {
    NameNode root = NameNode.root();
    NameNode others = NameNode.root();
    int rank = 0;
    for (String row : table().split("\n", -1)) {
      if (!row.isEmpty() && row.charAt(0) != '#') {
        String[] cells = row.split("\t", -1);
        String name = cells[1].startsWith(ANYWHERE) ? cells[1].substring(2) : cells[1];
        String unit = cells.length > 2 ? cells[2] : "";
        add(root, root, cells[0], name, unit, rank);
        if (name.length() < cells[1].length()) {
          add(others, root, cells[0], name, unit, rank);
        }
        rank++;
      }
    }
    root.others(others);
    given.forEach((name, column) -> map(root, name, column));
    return root;
  }

  private static void add(
      NameNode top, NameNode root, String what, String name, String unit, int rank) {
    NameNode node = node(top, name);
    switch (what) {
      case "wrapper" -> node.fallback(root);
      case "headers" -> node.kind(NameNode.Kind.HEADERS);
      case "request-headers" -> node.kind(NameNode.Kind.REQUEST_HEADERS);
      case "answer-headers" -> node.kind(NameNode.Kind.RESPONSE_HEADERS);
      default -> node.alias(new Alias(RecordField.require(what), rank, unit(unit, name)));
    }
  }

  private static void map(NameNode root, String name, String column) {
    RecordField field = RecordField.require(name);
    NameNode node = node(root, column);
    Alias known = node.alias();
    Unit unit = known != null && known.field() == field ? known.unit() : unit("", column);
    root.clear(field);
    // Below every rank of the table: what a user says of a column goes before what we know of it.
    node.alias(new Alias(field, -1, unit));
  }

  private static NameNode node(NameNode root, String name) {
    NameNode node = root;
    for (String part : name.split("\\.", -1)) {
      node = node.grow(plain(part));
    }
    return node;
  }

  /** Returns the unit that a table or the end of a name tells; milliseconds where none does. */
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

  private static String table() {
    try (InputStream in = FieldNames.class.getResourceAsStream(TABLE)) {
      if (in == null) {
        throw new IllegalStateException("The jar lacks the table " + TABLE);
      }
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
