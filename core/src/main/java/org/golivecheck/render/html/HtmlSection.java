package org.golivecheck.render.html;

import java.io.IOException;

/**
 * A part of the page that the list of parts leads to.
 *
 * @param id its anchor
 * @param heading what it is called
 * @param body writes what it holds
 */
record HtmlSection(String id, String heading, Body body) {

  /** Writes the inside of a part. */
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
