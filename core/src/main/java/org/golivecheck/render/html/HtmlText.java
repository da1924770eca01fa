package org.golivecheck.render.html;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.golivecheck.redaction.SafeText;
import org.golivecheck.report.Finding;
import org.golivecheck.text.UtcTime;
import org.jspecify.annotations.Nullable;

/** How the page writes numbers, times and addresses. */
final class HtmlText {
  private static final Pattern PLAIN_LINK = Pattern.compile("https://[A-Za-z0-9./_~%?=&#-]+");

  private HtmlText() {}

  /** Returns a number with its thousands parted. */
  static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** Returns a number with its noun. */
  static String counted(long count, String one, String many) {
    return number(count) + " " + (count == 1 ? one : many);
  }

  /** Returns a length of time in the unit that suits it, such as {@code 1.5 min}. */
  static String duration(Duration duration) {
    double seconds = duration.toMillis() / 1_000.0;
    if (seconds < 60) {
      return rounded(seconds) + " s";
    }
    if (seconds < 3_600) {
      return rounded(seconds / 60) + " min";
    }
    return seconds < 86_400 ? rounded(seconds / 3_600) + " h" : rounded(seconds / 86_400) + " d";
  }

  private static String rounded(double value) {
    long tenths = Math.round(value * 10);
    return tenths % 10 == 0 ? number(tenths / 10) : number(tenths / 10) + "." + tenths % 10;
  }

  /** Writes a time to the second, with the exact one for programs. */
  static void time(Instant time, HtmlPage page) throws IOException {
    page.element("time", UtcTime.seconds(time), "datetime", UtcTime.iso(time));
  }

  /** Writes a trace token or the like, which the script can copy. */
  static void copyable(@Nullable CharSequence text, HtmlPage page) throws IOException {
    if (text != null) {
      page.element("code", text, "class", "copy");
    }
  }

  /** Writes a path or the like, which a narrow column breaks between its parts. */
  static void path(CharSequence path, HtmlPage page) throws IOException {
    int done = 0;
    for (int i = 1; i < path.length() - 1; i++) {
      if (path.charAt(i) == '/' || path.charAt(i) == '!') {
        page.text(path.subSequence(done, i + 1)).markup("<wbr>");
        done = i + 1;
      }
    }
    page.text(path.subSequence(done, path.length()));
  }

  /** Writes a link if the address is a plain one, else the text of it. */
  static void link(String address, HtmlPage page) throws IOException {
    if (PLAIN_LINK.matcher(address).matches()) {
      page.element("a", address, "href", address, "rel", "noreferrer noopener");
    } else {
      page.text(address);
    }
  }

  /** Writes which call a finding is about; returns whether there is one. */
  static boolean subject(Finding finding, HtmlPage page) throws IOException {
    boolean any = false;
    if (finding.operation() != null) {
      page.element("code", finding.operation(), "class", "operation").text(" ");
      any = true;
    }
    SafeText path = finding.resource() == null ? finding.path() : finding.resource();
    if (path != null) {
      page.element("code", finding.method() == null ? path : finding.method() + " " + path);
      page.text(" ");
      any = true;
    }
    if (finding.errorCode() != null) {
      page.element("code", finding.errorCode(), "class", "code");
      any = true;
    }
    return any;
  }

  /** Opens a table inside a frame that scrolls, by keyboard too, where the page is narrow. */
  static void openTable(String name, HtmlPage page, String... headers) throws IOException {
    page.open("div", "class", "scroll", "role", "group", "tabindex", "0", "aria-label", name);
    page.markup("<table>").element("caption", name).markup("<thead><tr>");
    for (String header : headers) {
      boolean number = header.startsWith("#");
      page.element(
          "th",
          number ? header.substring(1) : header,
          "scope",
          "col",
          "class",
          number ? "n" : null);
    }
    page.markup("</tr></thead><tbody>\n");
  }

  static void closeTable(HtmlPage page) throws IOException {
    page.markup("</tbody></table></div>\n");
  }
}
