package org.golivecheck.log.redact;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.golivecheck.log.redact.Stages.Stage;
import org.golivecheck.redaction.find.SensitiveKind;
import org.golivecheck.redaction.find.SensitiveText;
import org.golivecheck.redaction.find.SensitiveText.Part;
import org.jspecify.annotations.Nullable;

/**
 * Hides the sensitive parts of text, and replaces ids, in a window that moves over it. A part is
 * found as a whole, however the bytes are split: what begins in the last quarter of the window
 * waits for more. A part longer than that, such as an encoded document, continues in the next
 * window after a {@link Substitute} of its beginning.
 */
final class TextStage implements Stage {
  private static final int WINDOW = 1 << 17;
  private static final int AHEAD = WINDOW / 4;

  /** The room before the bytes to be written. */
  private static final int BEFORE = Substitute.MAX_LENGTH;

  /** How many written bytes are kept, to find where words begin. */
  private static final int CONTEXT = 64;

  /** How many bytes are needed to know whether a line may be a status line. */
  private static final int LINE_HEAD = 8;

  /** Hiding one part may expose another, but hardly more than once. */
  private static final int MOST_PASSES = 4;

  private final OutputStream out;
  private final SensitiveText text;
  private final Hider hider;
  private final @Nullable Ids ids;
  private final LineForms lines = new LineForms();
  private final LineForms linesAhead = new LineForms();
  private byte[] window = new byte[BEFORE + 1024];
  private byte[] forms = {};
  private boolean[] hidden = {};

  /** Where the kept bytes begin; the bytes to be written begin at BEFORE. */
  private int first = BEFORE;

  private int end = BEFORE;

  /** Whether the bytes before are the substitute of a part that continues. */
  private boolean goesOn;

  private byte @Nullable [] substitute;

  /**
   * Sets up.
   *
   * @param text finds the parts
   * @param hider hides them
   * @param ids replaces ids, or null to leave them
   */
  TextStage(OutputStream out, SensitiveText text, Hider hider, @Nullable Ids ids) {
    this.out = out;
    this.text = text;
    this.hider = hider;
    this.ids = ids;
  }

  @Override
  public void write(byte[] bytes, int from, int to) throws IOException {
    int at = from;
    while (at < to) {
      int count = Math.min(to - at, BEFORE + WINDOW - end);
      if (end + count > window.length) {
        window = Arrays.copyOf(window, Math.min(BEFORE + WINDOW, 2 * (end + count)));
      }
      System.arraycopy(bytes, at, window, end, count);
      end += count;
      at += count;
      if (end == BEFORE + WINDOW) {
        rewrite(/* last= */ false);
      }
    }
  }

  @Override
  public void end() throws IOException {
    rewrite(/* last= */ true);
    first = BEFORE;
    end = BEFORE;
    goesOn = false;
    lines.reset();
  }

  private void rewrite(boolean last) throws IOException {
    if (forms.length < end) {
      forms = new byte[window.length];
      hidden = new boolean[window.length];
    }
    Arrays.fill(hidden, 0, end, false);
    linesAhead.set(lines);
    linesAhead.mark(window, BEFORE, end, end, forms);
    // Lines are recognised before anything is hidden.
    substitute = null;
    int to = hide(last ? end : end - AHEAD, last);
    if (ids != null) {
      to = ids.replace(window, BEFORE, to, end, hidden);
    }
    lines.mark(window, BEFORE, to, end, forms);
    out.write(window, BEFORE, to - BEFORE);
    moveTo(to);
  }

  /** Hides what begins before a limit, and returns up to where the window can be written. */
  private int hide(int limit, boolean last) {
    int to = limit;
    boolean changed = true;
    for (int pass = 0; changed && pass < MOST_PASSES; pass++) {
      changed = false;
      // The substitute leads into its part once; then that part is hidden, with what ends it.
      int scanFrom = goesOn && pass == 0 ? first : BEFORE;
      for (Part found : text.find(window, first, scanFrom, limit, end)) {
        Part part = Hider.trimmed(window, found);
        int partTo = part.to();
        if (last) {
          part = part.closed();
        } else if (part.open()) {
          partTo = end - LINE_HEAD;
          if (substitute == null) {
            substitute = Substitute.of(window, part);
          }
        }
        changed |= hider.hide(window, Math.max(part.from(), BEFORE), partTo, part, forms, hidden);
        to = Math.max(to, partTo);
      }
    }
    return to;
  }

  private void moveTo(int to) {
    byte[] before = substitute;
    goesOn = before != null;
    if (before == null) {
      before = Arrays.copyOfRange(window, Math.max(first, to - CONTEXT), to);
    }
    System.arraycopy(window, to, window, BEFORE, end - to);
    end = BEFORE + end - to;
    first = BEFORE - before.length;
    System.arraycopy(before, 0, window, first, before.length);
  }

  /**
   * Makes a short text that is recognised as the beginning of the same part as a long one: its
   * label, some of its beginning, a run of letters long enough to be no plain word, and its last
   * characters.
   */
  private static final class Substitute {
    static final int MAX_LENGTH = 1024;

    private static final int MAX_LABEL = 256;
    private static final int HEAD = 16;
    private static final int TAIL = 64;
    private static final int MAX_DEPTH = 256;
    private static final byte[] RUN = "A".repeat(64).getBytes(StandardCharsets.US_ASCII);

    private Substitute() {}

    static byte[] of(byte[] bytes, Part part) {
      ByteArrayOutputStream text = new ByteArrayOutputStream(MAX_LENGTH);
      int from = part.from();
      if (from - part.label() <= MAX_LABEL) {
        text.write(bytes, part.label(), from - part.label());
      } else {
        text.writeBytes(label(bytes, part).getBytes(StandardCharsets.US_ASCII));
      }
      if (Hider.isStructure(bytes, part)) {
        text.writeBytes(openBrackets(bytes, from, part.to()));
      } else {
        int head = Math.min(from + HEAD, part.to());
        text.write(bytes, from, head - from);
        text.writeBytes(RUN);
        int tail = Math.max(head, part.to() - TAIL);
        text.write(bytes, tail, part.to() - tail);
      }
      return text.toByteArray();
    }

    /** The label's own blanks are too many. */
    private static String label(byte[] bytes, Part part) {
      String name = part.kind() == SensitiveKind.PERSONAL ? "email" : "password";
      byte before = bytes[part.from() - 1];
      return switch (before) {
        case '"', '\'' -> "\"" + name + "\":" + (char) before;
        case '>' -> "<" + name + ">";
        default -> name + "=";
      };
    }

    private static byte[] openBrackets(byte[] bytes, int from, int to) {
      byte[] open = new byte[MAX_DEPTH + 1];
      int depth = 0;
      boolean quoted = false;
      for (int i = from; i < to; i++) {
        byte b = bytes[i];
        if (b == '\\') {
          i++;
        } else if (b == '"') {
          quoted = !quoted;
        } else if (!quoted && (b == '{' || b == '[') && depth < MAX_DEPTH) {
          open[depth++] = b;
        } else if (!quoted && (b == '}' || b == ']') && depth > 0) {
          depth--;
        }
      }
      if (quoted) {
        open[depth++] = '"';
      }
      return Arrays.copyOf(open, depth);
    }
  }
}
