package org.golivecheck.call.body;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.golivecheck.call.ApiError;
import org.golivecheck.call.ApiError.BodyForm;
import org.golivecheck.call.body.BodyText.BodyContent;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of a failed call: the shapes of all DocuSign APIs, and what SDKs and providers
 * make of them. Never throws.
 */
public final class ErrorBody {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private ErrorBody() {}

  /**
   * Returns what a body says.
   *
   * @param contentType the {@code Content-Type} header, or null
   * @param head the first bytes of the body, in UTF-8
   * @param length the number of bytes in {@code head} that are filled
   * @param truncated whether the body continues after them
   */
  public static ApiError parse(
      @Nullable String contentType, byte[] head, int length, boolean truncated) {
    if (isBinary(contentType, head, length)) {
      return new ApiError(null, null, BodyForm.BINARY, null, "");
    }
    int end = truncated ? endOfLastCharacter(head, length) : length;
    return parse(new String(head, 0, end, StandardCharsets.UTF_8), isHtml(contentType));
  }

  /**
   * Returns what a text says that replaces a body, such as an exception's message or a field of a
   * log.
   *
   * @param text the text
   */
  public static ApiError parse(String text) {
    return parse(text, /* html= */ false);
  }

  private static ApiError parse(String text, boolean html) {
    String body = withoutMark(text).strip();
    BodyContent content = html && body.startsWith("<") ? BodyContent.HTML : BodyText.read(body);
    return new ApiError(
        cut(content.code()),
        cut(content.message()),
        content.form(),
        content.wrapper(),
        body.substring(0, endOf(body, ApiError.MAX_TEXT)));
  }

  private static String withoutMark(String text) {
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }

  /** Cuts a text to the length that rules match and reports show. */
  private static @Nullable String cut(@Nullable String text) {
    return text == null ? null : text.substring(0, endOf(text, ApiError.MAX_TEXT));
  }

  private static int endOf(String text, int max) {
    if (text.length() <= max) {
      return text.length();
    }
    return Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max;
  }

  /** Leaves out a last character that is incomplete. */
  private static int endOfLastCharacter(byte[] head, int length) {
    int start = length - 1;
    while (start >= 0 && length - start < 4 && (head[start] & 0xC0) == 0x80) {
      start--;
    }
    return start >= 0 && (head[start] & 0xC0) == 0xC0 ? start : length;
  }

  private static boolean isHtml(@Nullable String contentType) {
    return contentType != null && contentType.toLowerCase(Locale.ROOT).contains("text/html");
  }

  /**
   * Returns whether bytes are not text: they contain a zero, or both header and content indicate a
   * file.
   */
  private static boolean isBinary(@Nullable String contentType, byte[] head, int length) {
    int controls = 0;
    for (int i = 0; i < length; i++) {
      byte b = head[i];
      if (b == 0) {
        return true;
      }
      if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r') {
        controls++;
      }
    }
    return controls * 10 > length || (length > 0 && isFile(contentType) && !opensText(head[0]));
  }

  private static boolean isFile(@Nullable String contentType) {
    if (contentType == null) {
      return false;
    }
    String type = contentType.toLowerCase(Locale.ROOT);
    return type.startsWith("application/pdf")
        || type.startsWith("application/zip")
        || type.startsWith("application/octet-stream")
        || type.startsWith("image/");
  }

  private static boolean opensText(byte first) {
    return first == '{' || first == '[' || first == '<' || first == '"';
  }
}
