package org.golivecheck.render.html;

import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A chart as SVG. Horizontal positions are relative to its width, vertical ones are pixels. So it
 * scales with the page, while its marks and lines keep their size.
 */
final class HtmlChart {
  private final HtmlPage page;

  private HtmlChart(HtmlPage page) {
    this.page = page;
  }

  /**
   * Begins a chart.
   *
   * @param height in pixels
   * @param words a description for those who cannot see it
   */
  static HtmlChart open(int height, String words, HtmlPage page) throws IOException {
    page.open("svg", "class", "chart", "height", String.valueOf(height), "role", "img");
    page.element("title", words);
    return new HtmlChart(page);
  }

  void close() throws IOException {
    page.closeLine("svg");
  }

  /** Shades a part of the width from top to bottom, with a visible minimum width. */
  void shade(double from, double to) throws IOException {
    double width = Math.max(to - from, 0.3);
    page.markup("<rect class=\"shade\" x=\"" + TimeScale.position(from) + "%\" width=\"");
    page.markup(TimeScale.position(width) + "%\" height=\"100%\"/>");
  }

  void line(String style, double y) throws IOException {
    String at = TimeScale.position(y);
    page.markup("<line class=\"" + style + "\" x2=\"100%\" y1=\"" + at + "\" y2=\"" + at + "\"/>");
  }

  /** Adds a shape, with a tooltip or null. */
  void mark(String shape, double x, double y, @Nullable String words) throws IOException {
    page.markup("<use href=\"#s-" + shape + "\" class=\"m-" + shape + "\" x=\"");
    page.markup(TimeScale.position(x) + "%\" y=\"" + TimeScale.position(y) + "\"");
    if (words == null) {
      page.markup("/>");
    } else {
      page.markup(">").element("title", words).markup("</use>");
    }
  }

  /** Begins bars: a path of 10,000 by 100 units, stretched over the whole chart. */
  Bars bars() {
    return new Bars();
  }

  /** Bars that rise from the bottom of the chart. */
  final class Bars {
    private final StringBuilder path = new StringBuilder();

    /**
     * Adds a bar.
     *
     * @param from where it begins, in percent of the width
     * @param width in percent of the width
     * @param share the height, from 0 to 1 of the chart's height
     */
    void add(double from, double width, double share) {
      long height = Math.max(4, Math.round(100 * Math.min(1, share)));
      long left = Math.round(from * 100);
      long wide = Math.max(12, Math.round(width * 100));
      path.append(String.format(Locale.ROOT, "M%d 100v-%dh%dv%dz", left, height, wide, height));
    }

    void write(String style) throws IOException {
      page.markup("<svg viewBox=\"0 0 10000 100\" preserveAspectRatio=\"none\">");
      page.markup("<path class=\"" + style + "\" d=\"" + path + "\"/></svg>");
    }
  }
}
