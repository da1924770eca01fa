package org.golivecheck.render.html;

import com.google.common.html.HtmlEscapers;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.golivecheck.call.ConsentLink;
import org.golivecheck.redaction.SafeText;
import org.golivecheck.render.words.ConsentText;
import org.golivecheck.render.words.ToolInfo;
import org.golivecheck.report.Finding;
import org.golivecheck.report.Verdict;
import org.golivecheck.text.UtcTime;
import org.golivecheck.text.Words;
import org.jspecify.annotations.Nullable;

/** Writes HTML. Texts and attribute values are escaped, so that they never become markup. */
public final class HtmlPage {
  private static final Pattern ADDRESS = Pattern.compile("https://[\\w./?=&#%-]*[\\w/]");

  private static final Pattern PLAIN_LINK = Pattern.compile("https://[A-Za-z0-9./_~%?=&#-]+");

  private final Appendable out;

  /** Creates an empty page. */
  public HtmlPage(Appendable out) {
    this.out = out;
  }

  /**
   * Writes everything up to the first visible element.
   *
   * @param title the title of the page
   * @param verdict what the icon of the page shows
   * @param skip the text of the link to the main part
   */
  public void head(String title, Verdict verdict, String skip) throws IOException {
    markup("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    open("meta", "http-equiv", "Content-Security-Policy", "content", HtmlAssets.POLICY);
    markup(
        """

        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="referrer" content="no-referrer">
        """);
    open("meta", "name", "generator", "content", ToolInfo.NAME + " " + ToolInfo.version());
    markup("\n").element("title", title).markup("\n");
    open("link", "rel", "icon", "href", HtmlIcons.favicon(verdict));
    markup("\n<style>").markup(HtmlAssets.STYLE).markup("</style>\n</head>\n<body>\n");
    element("a", skip, "class", "skip", "href", "#main").markup("\n");
    HtmlIcons.writeShapes(this);
  }

  /**
   * Opens an element.
   *
   * @param attributes alternating names and values; an attribute with the value null is left out
   */
  public HtmlPage open(String tag, @Nullable CharSequence... attributes) throws IOException {
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

  /** Closes an element. */
  public HtmlPage close(String tag) throws IOException {
    out.append("</").append(tag).append('>');
    return this;
  }

  /** Closes an element that ends a line of the source. */
  public HtmlPage closeLine(String tag) throws IOException {
    close(tag);
    out.append('\n');
    return this;
  }

  /** Adds an element that contains only text. */
  public HtmlPage element(String tag, CharSequence text, @Nullable CharSequence... attributes)
      throws IOException {
    return open(tag, attributes).text(text).close(tag);
  }

  /** Adds text. */
  public HtmlPage text(CharSequence text) throws IOException {
    out.append(HtmlEscapers.htmlEscaper().escape(text.toString()));
    return this;
  }

  /** Adds markup without escaping. */
  public HtmlPage markup(CharSequence ours) throws IOException {
    out.append(ours);
    return this;
  }

  /** Writes a time to the second, with the exact time in an attribute. */
  void time(Instant time) throws IOException {
    element("time", UtcTime.seconds(time), "datetime", UtcTime.isoIfKnown(time));
  }

  /** Writes a text such as a trace token, which the script can copy. */
  void copyable(@Nullable CharSequence text) throws IOException {
    if (text != null) {
      element("code", text, "class", "copy");
    }
  }

  /** Writes a text such as a path, which a narrow column breaks between its parts. */
  void path(CharSequence path) throws IOException {
    int done = 0;
    for (int i = 1; i < path.length() - 1; i++) {
      if (path.charAt(i) == '/' || path.charAt(i) == '!') {
        text(path.subSequence(done, i + 1)).markup("<wbr>");
        done = i + 1;
      }
    }
    text(path.subSequence(done, path.length()));
  }

  /** Writes a link if the address is a plain one, otherwise its text. */
  public void link(String address) throws IOException {
    if (PLAIN_LINK.matcher(address).matches()) {
      element("a", address, "href", address, "rel", "noreferrer noopener");
    } else {
      text(address);
    }
  }

  /** Writes a text in which plain addresses become links. */
  public HtmlPage linked(String text) throws IOException {
    Matcher address = ADDRESS.matcher(text);
    int done = 0;
    while (address.find()) {
      text(text.substring(done, address.start())).link(address.group());
      done = address.end();
    }
    return text(text.substring(done));
  }

  /** Writes the links for the consent of a user and of an administrator. */
  public void consent(String link) throws IOException {
    consent("Consent", ConsentText.ofUser(link), link);
    consent("Admin consent", ConsentText.ofAdministrator(), ConsentLink.forAdministrators(link));
  }

  /** Writes a link only if it leads to DocuSign and is complete. */
  private void consent(String title, String words, String link) throws IOException {
    markup("<p><b>").text(title + ":").markup("</b> ").text(words + " ");
    if (ConsentLink.isComplete(link)) {
      element("a", link, "href", link, "rel", "noreferrer noopener");
    } else {
      element("code", link);
    }
    closeLine("p");
  }

  /** Writes the operation and path of a finding; returns whether it has either. */
  boolean subject(Finding finding) throws IOException {
    boolean any = false;
    if (finding.operation() != null) {
      element("code", finding.operation(), "class", "operation").text(" ");
      any = true;
    }
    SafeText path = finding.resource() == null ? finding.path() : finding.resource();
    if (path != null) {
      element("code", finding.method() == null ? path : finding.method() + " " + path);
      text(" ");
      any = true;
    }
    if (finding.errorCode() != null) {
      element("code", finding.errorCode(), "class", "code");
      any = true;
    }
    return any;
  }

  /** Opens a table in a frame that scrolls if the page is narrow, also by keyboard. */
  void openTable(String name, String... headers) throws IOException {
    open("div", "class", "scroll", "role", "group", "tabindex", "0", "aria-label", name);
    markup("<table>").element("caption", name).markup("<thead><tr>");
    for (String header : headers) {
      boolean number = header.startsWith("#");
      element(
          "th",
          number ? header.substring(1) : header,
          "scope",
          "col",
          "class",
          number ? "n" : null);
    }
    markup("</tr></thead><tbody>\n");
  }

  /** Writes a cell with a bar that shows a share of the largest number. */
  void bar(long number, long largest) throws IOException {
    long percent = number == 0 ? 0 : Math.max(1, Math.round(100.0 * number / largest));
    markup("<td class=\"barcell\"><svg height=\"10\" aria-hidden=\"true\">");
    markup(
        "<rect class=\"errorbar\" width=\"" + percent + "%\" height=\"10\" rx=\"2\"/></svg></td>");
  }

  void closeTable() throws IOException {
    markup("</tbody></table></div>\n");
  }

  /** Returns a duration in a suitable unit, such as {@code 1.5 min}. */
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
    return tenths % 10 == 0
        ? Words.number(tenths / 10)
        : Words.number(tenths / 10) + "." + tenths % 10;
  }

  /**
   * A part of the page that is linked from the list of parts.
   *
   * @param id its anchor
   * @param heading the heading
   * @param body writes the content
   */
  record Section(String id, String heading, Body body) {

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
}
