package org.golivecheck.log.request;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An entry as data, and what it must be read as. In the file, a case begins with {@code === name},
 * the entry with {@code --- log}, what is expected with {@code --- expect}. Line breaks of the
 * entry are written out: ⏎ is CR LF, ␊ is LF, ␍ is CR, ␀ is NUL, ␉ is a tab, ␠ is a blank, and «FF
 * 00» are bytes; line breaks of the file do not count.
 */
record Fixture(String name, String latin1, Map<String, String> expected) {

  /** Returns the bytes of the entry. */
  byte[] entry() {
    return latin1.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Reads all cases of a file beside the tests. */
  static List<Fixture> load(String file) {
    List<Fixture> fixtures = new ArrayList<>();
    try (InputStream in = Objects.requireNonNull(Fixture.class.getResourceAsStream(file), file);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      Builder builder = null;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("=== ")) {
          if (builder != null) {
            fixtures.add(builder.build());
          }
          builder = new Builder(line.substring(4).strip());
        } else if (builder != null) {
          builder.line(line);
        }
      }
      if (builder != null) {
        fixtures.add(builder.build());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return fixtures;
  }

  @Override
  public String toString() {
    return name;
  }

  private static final class Builder {
    private final String name;
    private final StringBuilder log = new StringBuilder();
    private final Map<String, String> expected = new LinkedHashMap<>();
    private String part = "";

    Builder(String name) {
      this.name = name;
    }

    void line(String line) {
      if (line.startsWith("--- ")) {
        part = line.substring(4).strip();
      } else if (part.equals("log")) {
        log.append(line);
      } else if (part.equals("expect") && !line.isBlank()) {
        int colon = line.indexOf(':');
        expected.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
      }
    }

    Fixture build() {
      return new Fixture(name, latin1(log.toString()), expected);
    }

    private static String latin1(String visible) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      String text =
          visible
              .replace("⏎", "\r\n")
              .replace('␊', '\n')
              .replace('␍', '\r')
              .replace('␀', '\0')
              .replace('␉', '\t')
              .replace('␠', ' ');
      int at = 0;
      for (int open = text.indexOf('«'); open >= 0; open = text.indexOf('«', at)) {
        bytes.writeBytes(text.substring(at, open).getBytes(StandardCharsets.UTF_8));
        int close = text.indexOf('»', open);
        bytes.writeBytes(HexFormat.ofDelimiter(" ").parseHex(text.substring(open + 1, close)));
        at = close + 1;
      }
      bytes.writeBytes(text.substring(at).getBytes(StandardCharsets.UTF_8));
      return bytes.toString(StandardCharsets.ISO_8859_1);
    }
  }
}
