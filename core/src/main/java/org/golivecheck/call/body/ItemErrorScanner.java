package org.golivecheck.call.body;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.golivecheck.call.ItemError;
import org.golivecheck.text.Ascii;
import org.jspecify.annotations.Nullable;

/**
 * Finds the errors of single items inside the body of a successful call, JSON or XML, whatever its
 * size. Bytes are passed in chunks of any size. Memory is fixed. Never throws, whatever a body
 * contains: a broken body is read as far as possible.
 *
 * <p>It finds, with names compared ignoring case:
 *
 * <ul>
 *   <li>{@code errorDetails} at any depth: an object, or the objects of an array, whose {@code
 *       errorCode} is neither empty nor {@code SUCCESS}; or the texts of an array, as in bulk
 *       responses;
 *   <li>{@code docGenErrors} in the same way, {@code recipientSigningUriError}, and {@code
 *       error_details} with {@code error};
 *   <li>in an object with {@code batchId}: the texts of {@code errors}, and {@code failed} above 0;
 *   <li>in an object with {@code canBeSent} false: the texts of {@code validationErrors} and {@code
 *       validationErrorDetails};
 *   <li>in an object with {@code recipientEmails}: {@code errorMessage};
 *   <li>in XML: the {@code errorDetails} elements.
 * </ul>
 *
 * <p>The code of a text without one is the upper-case word at its beginning, such as {@code
 * ENVELOPE_IS_INCOMPLETE}, or {@value #NO_CODE}. At most {@value #MAX_ERRORS} different errors are
 * kept. Not thread-safe. An instance can be reused for any number of bodies.
 */
public final class ItemErrorScanner {
  /** The maximum number of different errors kept per body. */
  public static final int MAX_ERRORS = 5;

  /** The code given to an error without a code. */
  public static final String NO_CODE = "-";

  /** Most bodies fit, and are scanned only if they contain a word that an error would have. */
  private static final int HEAD_BYTES = 64 * 1024;

  private final byte[] head = new byte[HEAD_BYTES];
  private final ItemErrors errors = new ItemErrors();
  private final JsonItemErrors json;
  private final XmlItemErrors xml = new XmlItemErrors(errors);
  private int headLength;
  private boolean scanning;
  private Form form = Form.UNKNOWN;

  private enum Form {
    UNKNOWN,
    JSON,
    XML,
    OTHER
  }

  /**
   * Creates a scanner.
   *
   * @param maxDepth how deep JSON may be nested; deeper values are skipped
   */
  public ItemErrorScanner(int maxDepth) {
    json = new JsonItemErrors(errors, maxDepth);
  }

  /** Begins a body. */
  public void start() {
    headLength = 0;
    scanning = false;
    errors.clear();
  }

  /** Takes the next bytes of the body: those in {@code [from, to)}. */
  public void accept(byte[] bytes, int from, int to) {
    int count = scanning ? 0 : Math.min(to - from, HEAD_BYTES - headLength);
    System.arraycopy(bytes, from, head, headLength, count);
    headLength += count;
    if (count < to - from) {
      if (!scanning) {
        scanHead();
      }
      scan(bytes, from + count, to);
    }
  }

  /** Ends the body and returns the errors in it, in their order. */
  public List<ItemError> finish() {
    if (!scanning && ErrorWords.mayOccur(head, 0, headLength)) {
      scanHead();
    }
    if (scanning) {
      json.end();
      xml.end();
    }
    return errors.list();
  }

  private void scanHead() {
    scanning = true;
    form = Form.UNKNOWN;
    json.start();
    xml.start();
    scan(head, 0, headLength);
  }

  private void scan(byte[] bytes, int from, int to) {
    if (form == Form.UNKNOWN) {
      form = formOf(bytes, from, to);
    }
    switch (form) {
      case JSON -> json.accept(bytes, from, to);
      case XML -> xml.accept(bytes, from, to);
      case UNKNOWN, OTHER -> {
        // Nothing yet; or a document or an image, which has no items.
      }
    }
  }

  private static Form formOf(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      switch (bytes[i]) {
        case '{', '[' -> {
          return Form.JSON;
        }
        case '<' -> {
          return Form.XML;
        }
        case ' ', '\t', '\r', '\n', (byte) 0xEF, (byte) 0xBB, (byte) 0xBF -> {
          // White space or a byte order mark.
        }
        default -> {
          return Form.OTHER;
        }
      }
    }
    return Form.UNKNOWN;
  }

  /**
   * Finds out quickly that most bodies contain no error. Every name that {@link ItemErrorScanner}
   * looks for, or one next to it, contains {@code error} or {@code batchId}, unless it is written
   * with {@code \}{@code u} escapes. Looks for the rare pairs {@code rr}, {@code tc} and {@code
   * \}{@code u} in eight bytes at a time.
   */
  static final class ErrorWords {
    private static final VarHandle LONGS =
        MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;
    private static final long CASE_BITS = ONES * 0x20;
    private static final long R = ONES * 'r';
    private static final long T = ONES * 't';
    private static final long C = ONES * 'c';
    private static final long U = ONES * 'u';
    private static final long BACKSLASH_FOLDED = ONES * ('\\' | 0x20);

    private static final byte[] ERROR = {'e', 'r', 'r', 'o', 'r'};
    private static final byte[] BATCH = {'b', 'a', 't', 'c', 'h'};

    private ErrorWords() {}

    /** Returns false only if the bytes contain no error. */
    static boolean mayOccur(byte[] bytes, int from, int to) {
      int at = from;
      // Seven bytes per step, so that every pair lies within one word.
      for (; at <= to - Long.BYTES; at += Long.BYTES - 1) {
        if (hasPair((long) LONGS.get(bytes, at) | CASE_BITS)
            && mayBegin(bytes, from, to, at, at + Long.BYTES - 1)) {
          return true;
        }
      }
      return mayBegin(bytes, from, to, at, to - 1);
    }

    /** Returns whether a word may contain one of the pairs. True may be wrong, false never is. */
    private static boolean hasPair(long word) {
      long r = word ^ R;
      long marks =
          zeroBytes(r | r >>> 8)
              | zeroBytes((word ^ T) | (word ^ C) >>> 8)
              | zeroBytes((word ^ BACKSLASH_FOLDED) | (word ^ U) >>> 8);
      // The last byte of the word is the first of no pair in it.
      return (marks & HIGH_BITS >>> 8) != 0;
    }

    private static long zeroBytes(long word) {
      return (word - ONES) & ~word;
    }

    /** Returns whether one of the pairs begins in {@code [first, end)} and lies within its word. */
    private static boolean mayBegin(byte[] bytes, int from, int to, int first, int end) {
      for (int i = first; i < end; i++) {
        int b = bytes[i] | 0x20;
        boolean found =
            (b == 'r' && matches(bytes, from, to, i - 1, ERROR))
                || (b == 't' && matches(bytes, from, to, i - 2, BATCH))
                || (bytes[i] == '\\' && (bytes[i + 1] | 0x20) == 'u');
        if (found) {
          return true;
        }
      }
      return false;
    }

    private static boolean matches(byte[] bytes, int from, int to, int at, byte[] word) {
      return at >= from && Ascii.startsWithIgnoringCase(bytes, at, to, word);
    }
  }

  /** The different errors found in one body, a few at most, in their order. */
  static final class ItemErrors {
    private final List<ItemError> found = new ArrayList<>(ItemErrorScanner.MAX_ERRORS);

    void clear() {
      found.clear();
    }

    List<ItemError> list() {
      return List.copyOf(found);
    }

    /** Adds an error with this code, unless the code is empty or means success. */
    void add(@Nullable String code, @Nullable String message) {
      if (code == null || code.isBlank() || isSuccess(code)) {
        return;
      }
      ItemError error = new ItemError(code.strip(), message == null ? "" : message.strip());
      if (found.size() < ItemErrorScanner.MAX_ERRORS && !found.contains(error)) {
        found.add(error);
      }
    }

    /** Adds an error that is one text, which may begin with its code. */
    void addText(String text) {
      String message = text.strip();
      if (!message.isEmpty() && !isSuccess(message)) {
        add(leadingCode(message), message);
      }
    }

    private static boolean isSuccess(String code) {
      return code.strip().equalsIgnoreCase("SUCCESS");
    }

    /** Returns the upper-case word that begins a text: of two parts or more, or before a colon. */
    private static String leadingCode(String text) {
      int end = 0;
      while (end < text.length() && isCodePart(text.charAt(end))) {
        end++;
      }
      String word = text.substring(0, end);
      boolean ended = end == text.length() || text.charAt(end) == ':';
      boolean code =
          end >= 3
              && (ended || text.charAt(end) == ' ')
              && word.charAt(0) >= 'A'
              && (ended || word.indexOf('_') > 0);
      return code ? word : ItemErrorScanner.NO_CODE;
    }

    private static boolean isCodePart(char c) {
      return Ascii.isUpper(c) || Ascii.isDigit(c) || c == '_';
    }
  }
}
