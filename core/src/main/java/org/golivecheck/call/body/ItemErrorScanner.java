package org.golivecheck.call.body;

import java.util.List;
import org.golivecheck.call.ItemError;

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
}
