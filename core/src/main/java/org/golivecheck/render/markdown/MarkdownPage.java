package org.golivecheck.render.markdown;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/** A page of Markdown that knows its size in bytes. */
public final class MarkdownPage {
  private final Appendable out;
  private long bytes;

  /** Creates an empty page. */
  public MarkdownPage(Appendable out) {
    this.out = out;
  }

  /** Prints text and a line feed. */
  public void line(String text) throws IOException {
    out.append(text).append('\n');
    bytes += size(text) + 1;
  }

  /** Prints text as a separate block. */
  public void block(String text) throws IOException {
    line(text);
    line("");
  }

  /**
   * Prints a line for each of the first items, as long as the page stays within a size.
   *
   * @return how many of the items it printed
   */
  <T> int lines(List<T> items, int maxItems, long maxBytes, Function<T, String> text)
      throws IOException {
    int shown = 0;
    for (T item : items) {
      String line = text.apply(item);
      if (shown == maxItems || bytes + size(line) + 1 > maxBytes) {
        return shown;
      }
      line(line);
      shown++;
    }
    return shown;
  }

  private static long size(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
