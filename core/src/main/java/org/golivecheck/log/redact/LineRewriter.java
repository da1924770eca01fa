package org.golivecheck.log.redact;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.golivecheck.log.redact.RedactingReader.Rewriter;
import org.golivecheck.log.text.LineSource;
import org.golivecheck.redaction.find.SensitiveText;

/** Rewrites logs of lines: as many lines in the same order. */
final class LineRewriter implements Rewriter {
  /** Readers ignore what exceeds this length. It is hidden. */
  private static final int MAX_LINE = 1 << 20;

  private static final byte[] KEY_BEGINS = "-----BEGIN ".getBytes(ISO_8859_1);
  private static final byte[] KEY_ENDS = "-----END ".getBytes(ISO_8859_1);

  /** The user of a line in the common log format, which no name labels. */
  private static final Pattern USER = Pattern.compile("^\\S+ \\S+ (?!- )(.{1,200}?) \\[\\d\\d/");

  /** A line of a dump. A dump splits texts, and so secrets, where a line is full. */
  private static final Pattern DUMP = Pattern.compile("^[0-9a-f]{4,8}: ");

  private final SafeTexts texts;
  private final SensitiveText secrets = SensitiveText.secrets();
  private final LineSource lines = new LineSource(MAX_LINE);
  private boolean inKey;

  /** The last line that may go on in the next one, as a folded header does; empty if none may. */
  private byte[] folded = {};

  LineRewriter(SafeTexts texts) {
    this.texts = texts;
  }

  @Override
  public boolean rewrite(InputStream in, OutputStream out) throws IOException {
    inKey = false;
    folded = new byte[0];
    lines.start(in);
    while (lines.next()) {
      int head = Math.min(lines.to() - lines.from(), 10);
      if (DUMP.matcher(new String(lines.bytes(), lines.from(), head, ISO_8859_1)).find()) {
        return false;
      }
      line(out);
      out.write('\n');
    }
    return true;
  }

  private void line(OutputStream out) throws IOException {
    byte[] bytes = lines.bytes();
    int from = lines.from();
    int to = lines.to();
    boolean ends = inKey && contains(bytes, from, to, KEY_ENDS);
    if (inKey) {
      hide(bytes, from, to, out);
      inKey = !ends;
    } else if (continuesSecret(bytes, from, to)) {
      hide(bytes, from, to, out);
    } else {
      byte[] line = withoutUser(bytes, from, to);
      byte[] safe = texts.line(line, 0, line.length);
      out.write(safe);
      folded = mayContinue(line, safe) ? line : new byte[0];
      inKey = contains(bytes, from, to, KEY_BEGINS) && !contains(bytes, from, to, KEY_ENDS);
    }
    while (lines.more()) {
      hide(lines.bytes(), lines.from(), lines.to(), out);
    }
  }

  /** Returns whether a line contained a secret, or ends like the name of one. */
  private static boolean mayContinue(byte[] line, byte[] safe) {
    return line.length > 0 && (line[line.length - 1] == ':' || !Arrays.equals(line, safe));
  }

  /** Returns whether an indented line continues a secret of the line before. */
  private boolean continuesSecret(byte[] bytes, int from, int to) {
    if (folded.length == 0 || from == to || (bytes[from] != ' ' && bytes[from] != '\t')) {
      return false;
    }
    int start = folded.length + 1;
    byte[] both = Arrays.copyOf(folded, start + to - from);
    both[folded.length] = '\n';
    System.arraycopy(bytes, from, both, start, to - from);
    return secrets.find(both, 0, 0, start, both.length).stream()
        .anyMatch(part -> part.to() > start);
  }

  private static byte[] withoutUser(byte[] bytes, int from, int to) {
    byte[] line = new byte[to - from];
    System.arraycopy(bytes, from, line, 0, line.length);
    int head = Math.min(line.length, 512);
    Matcher user = USER.matcher(new String(line, 0, head, ISO_8859_1));
    if (user.find()) {
      for (int i = user.start(1); i < user.end(1); i++) {
        line[i] = (byte) (line[i] == ' ' ? ' ' : '*');
      }
    }
    return line;
  }

  static void hide(byte[] bytes, int from, int to, OutputStream out) throws IOException {
    byte[] hidden = new byte[to - from];
    for (int i = 0; i < hidden.length; i++) {
      byte b = bytes[from + i];
      hidden[i] = b >= 0 && b <= ' ' ? b : (byte) '*';
    }
    out.write(hidden);
  }

  private static boolean contains(byte[] bytes, int from, int to, byte[] text) {
    for (int at = from; at + text.length <= to; at++) {
      int i = 0;
      while (i < text.length && bytes[at + i] == text[i]) {
        i++;
      }
      if (i == text.length) {
        return true;
      }
    }
    return false;
  }
}
