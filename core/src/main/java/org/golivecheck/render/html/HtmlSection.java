package org.golivecheck.render.html;

import java.io.IOException;

/**
 * A part of the page that is linked from the list of parts.
 *
 * @param id its anchor
 * @param heading the heading
 * @param body writes the content
 */
record HtmlSection(String id, String heading, Body body) {

  /** Writes the content of a part. */
  interface Body {
    void write(HtmlPage page) throws IOException;
  }

  void write(HtmlPage page) throws IOException {
    page.open("section", "id", id, "aria-labelledby", "h-" + id);
    page.element("h2", heading, "id", "h-" + id).markup("\n");
    body.write(page);
    page.closeLine("section");
  }
}
