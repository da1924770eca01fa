package org.golivecheck.render.html;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.golivecheck.text.JarText;

/** The style and script of the page, and the policy that allows only these. */
public final class HtmlAssets {
  public static final String STYLE = JarText.read(HtmlAssets.class, "report.css");
  public static final String SCRIPT = JarText.read(HtmlAssets.class, "report.js");

  /** Forbids the page to load or send anything, and to run any other script. */
  static final String POLICY =
      ("default-src 'none'; img-src data:; style-src '%s'; script-src '%s'; base-uri "
              + "'none'; form-action 'none'")
          .formatted(hash(STYLE), hash(SCRIPT));

  private HtmlAssets() {}

  private static String hash(String text) {
    byte[] digest = Hashing.sha256().hashString(text, StandardCharsets.UTF_8).asBytes();
    return "sha256-" + Base64.getEncoder().encodeToString(digest);
  }
}
