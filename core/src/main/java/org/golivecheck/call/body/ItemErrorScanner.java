package org.golivecheck.call.body;

import java.util.List;
import org.golivecheck.call.ItemError;

/**
 * Finds the errors of single items inside the body of a successful call, JSON or XML, whatever its
 * size. Bytes are pushed in, in chunks of any size. Memory is fixed, and nothing a body holds makes
 * it throw: what is broken is read as far as it makes sense.
 *
 * <p>Found are, with names compared ignoring case:
 *
 * <ul>
 *   <li>{@code errorDetails} at any depth: an object, or the objects of an array, whose {@code
 *       errorCode} is neither empty nor {@code SUCCESS}; or the texts of an array, as in bulk
 *       answers;
 *   <li>{@code docGenErrors} in the same way, {@code recipientSigningUriError}, and {@code
 *       error_details} with {@code error};
 *   <li>in an object with {@code batchId}: the texts of {@code errors}, and {@code failed} above 0;
 *   <li>in an object with {@code canBeSent} false: the texts of {@code validationErrors} and {@code
 *       validationErrorDetails};
 *   <li>in an object with {@code recipientEmails}: {@code errorMessage};
 *   <li>in XML: the {@code errorDetails} elements.
 * </ul>
 *
 * <p>A text without a code has, as its code, the upper-case word that it begins with, such as
 * {@code ENVELOPE_IS_INCOMPLETE}, or {@value #NO_CODE}. At most {@value #MAX_ERRORS} different
 * errors are kept. Not thread-safe; reused for one body after another.
 */
public final class ItemErrorScanner {
  /** How many different errors of one body are kept. */
  public static final int MAX_ERRORS = 5;

  /** The code of an error that has none. */
  public static final String NO_CODE = "-";

  /** Most bodies fit, and are then scanned only if they hold a word that an error would have. */
  private static final int HEAD_BYTES = 16 * 1024;

  private final byte[] head = new byte[HEAD_BYTES];
  private final ItemErrors errors = new ItemErrors();
  private final JsonItemErrors json;
  private final XmlItemErrors xml = new XmlItemErrors(errors);
  private int headLength;
  private boolean scanning;
  private Form form = Form.OTHER;

  private enum Form {
    JSON,
    XML,
    OTHER
  }

  /**
   * Makes a scanner.
   *
   * @param maxDepth how deep JSON may be nested; what lies deeper is passed over
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
    if (!scanning) {
      if (to - from <= HEAD_BYTES - headLength) {
        System.arraycopy(bytes, from, head, headLength, to - from);
        headLength += to - from;
        return;
      }
      scanning = true;
      beginScan();
      scan(head, 0, headLength);
    }
    scan(bytes, from, to);
  }

  /** Ends the body and returns the errors in it, in their order. */
  public List<ItemError> finish() {
    if (!scanning && ErrorWords.mayOccur(head, 0, headLength)) {
      beginScan();
      scan(head, 0, headLength);
      scanning = true;
    }
    if (scanning) {
      json.end();
      xml.end();
    }
    return errors.list();
  }

  private void beginScan() {
    form = form();
    json.start();
    xml.start();
  }

  private void scan(byte[] bytes, int from, int to) {
    switch (form) {
      case JSON -> json.accept(bytes, from, to);
      case XML -> xml.accept(bytes, from, to);
      case OTHER -> {
        // A document or an image: it has no items.
      }
    }
  }

  private Form form() {
    for (int i = 0; i < headLength; i++) {
      switch (head[i]) {
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
    return Form.OTHER;
  }
}
