package org.golivecheck.log.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.golivecheck.log.read.LogReader;
import org.golivecheck.log.read.LogReader.Form;

/** Says of a text that no reader knows what was met, and which formats come nearest. */
final class UnknownText {
  /** Enough to know a log by, and too little for a credential to be of use. */
  private static final int SHOWN = 32;

  /** Banners and comments before a log are short. */
  private static final int LINES_LOOKED_AT = 8;

  private static final int FEWEST_COLUMNS = 3;

  private static final int NAMED = 6;

  private final List<LogReader> readers;
  private final byte[] head;
  private final int length;

  UnknownText(List<LogReader> readers, byte[] head, int length) {
    this.readers = readers;
    this.head = head;
    this.length = length;
  }

  String message() {
    return "is in no format that can be read: it starts with \""
        + start()
        + "\"; "
        + nearest()
        + ". Logs are read as they are or in a zip, gzip or base64; golive-check formats lists their"
        + " formats";
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

  private String nearest() {
    int line = 1;
    for (int at = nextLine(0); at < length && line < LINES_LOOKED_AT; at = nextLine(at)) {
      line++;
      byte[] rest = Arrays.copyOfRange(head, at, length);
      for (LogReader reader : readers) {
        if (reader.recognises(rest, rest.length)) {
          return "from line "
              + line
              + " on it looks like "
              + reader.format()
              + ", so take off what stands before, or try --input-format "
              + reader.format();
        }
      }
    }
    return byForm();
  }

  private int nextLine(int from) {
    int at = from;
    while (at < length && head[at] != '\n') {
      at++;
    }
    return at + 1;
  }

  private String byForm() {
    if (isBinary()) {
      return "that is no text";
    }
    int first = 0;
    while (first < length && (head[first] == ' ' || head[first] == '\n' || head[first] == '\r')) {
      first++;
    }
    char c = first == length ? ' ' : (char) head[first];
    if (c == '{' || c == '[') {
      return near("JSON", Form.JSON);
    }
    if (c == '<') {
      return "that is XML or HTML, such as the page of an error instead of a download";
    }
    if (columns(first) >= FEWEST_COLUMNS) {
      return near("a table", Form.TABLE);
    }
    return near("lines of text", Form.LINES);
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

  /** Returns how many columns the first line has, by the separator that it has most of. */
  private int columns(int from) {
    int most = 0;
    for (byte separator : new byte[] {',', ';', '\t'}) {
      int count = 1;
      for (int i = from; i < length && head[i] != '\n'; i++) {
        count += head[i] == separator ? 1 : 0;
      }
      most = Math.max(most, count);
    }
    return most;
  }

  private String near(String what, Form form) {
    List<String> names = names(reader -> reader.form() == form);
    boolean mapped = form != Form.LINES;
    if (names.isEmpty()) {
      return "that is " + what;
    }
    return "that is "
        + what
        + ", so the nearest are "
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
        names.add(reader.format());
      }
    }
    return names;
  }
}
