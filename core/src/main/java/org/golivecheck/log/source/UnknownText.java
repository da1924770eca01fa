package org.golivecheck.log.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.LogFormat.Form;
import org.golivecheck.log.format.LogReader;

/** Describes a text that no reader recognises, and names the formats that come nearest. */
final class UnknownText {
  /** Enough to recognise a log, and too little for a credential to be of use. */
  private static final int SHOWN = 32;

  private static final int FEWEST_COLUMNS = 3;

  private static final int NAMED = 6;

  /** A request as proxies log it. */
  private static final Pattern REQUEST =
      Pattern.compile("\"(GET|POST|PUT|PATCH|DELETE) \\S+ HTTP/\\d");

  private final List<LogReader> readers;
  private final byte[] head;
  private final int length;
  private final FormatOptions options;

  UnknownText(List<LogReader> readers, byte[] head, int length, FormatOptions options) {
    this.readers = readers;
    this.options = options;
    this.head = head;
    this.length = length;
  }

  /** Returns what was found and what to do, as text that follows the name of the file. */
  String message() {
    FileKind kind = FileKind.of(head, length);
    if (kind != null) {
      return "is " + kind.what() + sentence(kind.advice());
    }
    boolean json = FileKind.isJson(head, length);
    List<String> lacking = json ? List.of() : lacking();
    if (!lacking.isEmpty()) {
      return "is a table without a column for "
          + String.join(", ", lacking)
          + sentence(
              "if a column has another name, say so: "
                  + lacking.stream()
                      .map(field -> "--map " + field + "=COLUMN")
                      .collect(Collectors.joining(" ")));
    }
    return ("is in no format that can be read: it starts with \"%s\"; %s. Logs are read as they "
            + "are or in a zip, gzip or base64; golive-check formats lists their formats")
        .formatted(start(), byForm(json));
  }

  private static String sentence(String advice) {
    return advice.isEmpty()
        ? ", not a log of API calls; golive-check formats lists the logs that can be read"
        : ": " + advice;
  }

  /** Returns the fields that a table lacks, if this is one. */
  private List<String> lacking() {
    if (!isTable()) {
      return List.of();
    }
    for (LogReader reader : readers) {
      List<String> lacking = reader.lacks(head, length, options);
      if (!lacking.isEmpty()) {
        return lacking;
      }
    }
    return List.of();
  }

  private String start() {
    StringBuilder start = new StringBuilder();
    for (int i = 0; i < Math.min(SHOWN, length); i++) {
      append(start, (char) (head[i] & 0xFF));
    }
    return start.toString();
  }

  private static void append(StringBuilder start, char c) {
    switch (c) {
      case '\n' -> start.append("\\n");
      case '\r' -> start.append("\\r");
      case '\t' -> start.append("\\t");
      case '"', '\\' -> start.append('\\').append(c);
      default -> {
        if (c >= 0x20 && c < 0x7F) {
          start.append(c);
        } else {
          start.append("\\x").append(HexFormat.of().withUpperCase().toHexDigits((byte) c));
        }
      }
    }
  }

  private String byForm(boolean json) {
    if (isBinary()) {
      return "that is not text";
    }
    if (json) {
      return near("JSON", Form.JSON);
    }
    if (REQUEST.matcher(new String(head, 0, length, StandardCharsets.ISO_8859_1)).find()) {
      return "that looks like an access log: say how its lines are made with --log-format";
    }
    return isTable() ? near("a table", Form.TABLE) : near("lines of text", Form.LINES);
  }

  private boolean isBinary() {
    for (int i = 0; i < length; i++) {
      if (head[i] >= 0 && head[i] < 0x20 && head[i] != '\t' && head[i] != '\n' && head[i] != '\r') {
        // Colours of a terminal occur in texts.
        if (head[i] != 0x1B) {
          return true;
        }
      }
    }
    return false;
  }

  /** Returns whether the first lines have the same number of columns. */
  private boolean isTable() {
    List<String> lines =
        new String(head, 0, length, StandardCharsets.ISO_8859_1)
            .lines()
            .filter(line -> !line.isBlank())
            .limit(2)
            .toList();
    for (char separator : new char[] {',', ';', '\t', '|'}) {
      long[] columns = lines.stream().mapToLong(line -> columns(line, separator)).toArray();
      if (columns.length > 0
          && columns[0] >= FEWEST_COLUMNS
          && columns[0] == columns[columns.length - 1]) {
        return true;
      }
    }
    return false;
  }

  private static long columns(String line, char separator) {
    boolean quoted = false;
    long columns = 1;
    for (int i = 0; i < line.length(); i++) {
      quoted ^= line.charAt(i) == '"';
      columns += !quoted && line.charAt(i) == separator ? 1 : 0;
    }
    return columns;
  }

  private String near(String what, Form form) {
    List<String> names = names(reader -> reader.format().form() == form);
    boolean mapped = form != Form.LINES;
    if (names.isEmpty()) {
      return "that is " + what;
    }
    return "that is "
        + what
        + "; the nearest formats are "
        + names.stream().limit(NAMED).collect(Collectors.joining(", "))
        + (names.size() > NAMED ? " and others" : "")
        + (mapped
            ? ": say with --map FIELD=COLUMN where the fields are, and try --input-format"
            : "; try --input-format");
  }

  private List<String> names(Predicate<LogReader> wanted) {
    List<String> names = new ArrayList<>();
    for (LogReader reader : readers) {
      if (wanted.test(reader)) {
        names.add(reader.format().name());
      }
    }
    return names;
  }
}
