package org.golivecheck.log.general;

import com.google.common.io.BaseEncoding;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects the bytes of a dump in hexadecimal digits, as wiretaps log them. */
final class HexDump {
  private static final int MOST = 1 << 18;
  private static final Pattern ROW =
      Pattern.compile(
          "^[ |]{0,9}(?:0x)?[0-9a-fA-F]{4,8}[:|]? {1,3}((?:[0-9a-fA-F]{2,4}[ -]{1,2}){0,15}[0-9a-fA-F]{2,4})(?: .*)?$");
  private static final Pattern FRAME = Pattern.compile("^ *[+|][-+ 0-9a-f|]+$");

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** Takes a line, if it is a row or the frame of a dump. */
  boolean add(String line) {
    Matcher row = ROW.matcher(line);
    if (!row.matches()) {
      return FRAME.matcher(line).matches();
    }
    String digits = row.group(1).replaceAll("[^0-9a-fA-F]", "").toLowerCase(Locale.ROOT);
    if (digits.length() % 2 == 0 && bytes.size() < MOST) {
      bytes.writeBytes(BaseEncoding.base16().lowerCase().decode(digits));
    }
    return true;
  }

  /** Returns the text of the dump, or null if there was none; the next one begins. */
  @Nullable String take() {
    if (bytes.size() == 0) {
      return null;
    }
    String text = bytes.toString(StandardCharsets.ISO_8859_1);
    bytes.reset();
    return text;
  }
}
