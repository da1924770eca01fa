package org.golivecheck.render.html;

import com.google.common.html.HtmlEscapers;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * HTML being written. Whatever is text or the value of an attribute is escaped here, so that it can
 * only be shown, never be markup.
 */
final class HtmlPage {
  private final Appendable out;

  HtmlPage(Appendable out) {
    this.out = out;
  }

  /**
   * Opens an element.
   *
   * @param attributes names and values in turn; an attribute whose value is null is left out
   */
  HtmlPage open(String tag, @Nullable CharSequence... attributes) throws IOException {
    out.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      CharSequence value = attributes[i + 1];
      if (value != null) {
        out.append(' ').append(attributes[i]).append("=\"");
        text(value);
        out.append('"');
      }
    }
    out.append('>');
    return this;
  }

  HtmlPage close(String tag) throws IOException {
    out.append("</").append(tag).append('>');
    return this;
  }

  /** Closes an element that ends a line of the source. */
  HtmlPage closeLine(String tag) throws IOException {
    close(tag);
    out.append('\n');
    return this;
  }

  /** Adds an element that holds nothing but text. */
  HtmlPage element(String tag, CharSequence text, @Nullable CharSequence... attributes)
      throws IOException {
    return open(tag, attributes).text(text).close(tag);
  }

  /** Adds text. */
  HtmlPage text(CharSequence text) throws IOException {
    out.append(HtmlEscapers.htmlEscaper().escape(text.toString()));
    return this;
  }

  /** Adds our own markup as it is. */
  HtmlPage markup(CharSequence ours) throws IOException {
    out.append(ours);
    return this;
  }
}
