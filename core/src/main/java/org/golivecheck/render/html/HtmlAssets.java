package org.golivecheck.render.html;

import com.google.common.hash.Hashing;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The style and script of the page, and the policy that allows only these. */
public final class HtmlAssets {
  private final String style;
  private final String script;

  private HtmlAssets(String style, String script) {
    this.style = style;
    this.script = script;
  }

  /** Reads them from the resources of this package. */
  public static HtmlAssets load() throws IOException {
    return new HtmlAssets(read("report.css"), read("report.js"));
  }

  public String style() {
    return style;
  }

  public String script() {
    return script;
  }

  /**
   * Returns a policy that forbids the page to load or send anything, and to run any other script.
   */
  String policy() {
    return "default-src 'none'; img-src data:; style-src '"
        + hash(style)
        + "'; script-src '"
        + hash(script)
        + "'; base-uri 'none'; form-action 'none'";
  }

  private static String hash(String text) {
    byte[] digest = Hashing.sha256().hashString(text, StandardCharsets.UTF_8).asBytes();
    return "sha256-" + Base64.getEncoder().encodeToString(digest);
  }

  private static String read(String name) throws IOException {
    try (InputStream in = HtmlAssets.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("the file " + name + " of the HTML report is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
