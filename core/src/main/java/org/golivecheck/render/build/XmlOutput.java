package org.golivecheck.render.build;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Prints XML 1.0, indented, with one element per line. Written by hand, since core uses nothing
 * else of the module {@code java.xml}, and an implementation found at run time could be any.
 */
public final class XmlOutput {
  private final Appendable out;
  private final Deque<String> open = new ArrayDeque<>();
  private boolean inStartTag;

  /** Begins a document. */
  public XmlOutput(Appendable out) throws IOException {
    this.out = out;
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  }

  /** Begins an element. */
  public void start(String name) throws IOException {
    if (inStartTag) {
      out.append(">\n");
    }
    out.append("  ".repeat(open.size())).append('<').append(name);
    open.push(name);
    inStartTag = true;
  }

  /** Adds an attribute to the element just begun, unless the value is null. */
  public void attribute(String name, @Nullable CharSequence value) throws IOException {
    if (value != null) {
      out.append(' ').append(name).append("=\"");
      escape(value);
      out.append('"');
    }
  }

  /** Ends the current element. */
  public void end() throws IOException {
    String name = open.pop();
    if (inStartTag) {
      out.append("/>\n");
    } else {
      out.append("  ".repeat(open.size())).append("</").append(name).append(">\n");
    }
    inStartTag = false;
  }

  /** Ends the element just begun with text as its only content. */
  public void end(CharSequence text) throws IOException {
    out.append('>');
    escape(text);
    out.append("</").append(open.pop()).append(">\n");
    inStartTag = false;
  }

  private void escape(CharSequence text) throws IOException {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        default -> out.append(isLegal(text, i) ? c : '\ufffd');
      }
    }
  }

  /** XML cannot represent most control characters, lone surrogates, U+FFFE and U+FFFF. */
  private static boolean isLegal(CharSequence text, int index) {
    char c = text.charAt(index);
    if (Character.isHighSurrogate(c)) {
      return index + 1 < text.length() && Character.isLowSurrogate(text.charAt(index + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return index > 0 && Character.isHighSurrogate(text.charAt(index - 1));
    }
    return c >= ' ' ? c < '\ufffe' : c == '\n' || c == '\t';
  }
}
