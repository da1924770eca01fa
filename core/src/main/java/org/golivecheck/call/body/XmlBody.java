package org.golivecheck.call.body;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.golivecheck.call.body.BodyText.BodyContent;

/**
 * Reads names and texts of the elements of an XML body, the first of each name. Knows only the five
 * predefined entities, and does not read a document with a DOCTYPE.
 */
final class XmlBody {
  private final String text;
  private final Map<String, String> values = new HashMap<>();
  private String root = "";
  private boolean refused;

  private XmlBody(String text) {
    this.text = text;
  }

  static BodyContent read(String text) {
    if (isHtml(text)) {
      return BodyContent.HTML;
    }
    XmlBody body = new XmlBody(text);
    body.scan();
    return body.content();
  }

  private static boolean isHtml(String text) {
    String head = text.substring(0, Math.min(text.length(), 1_000)).toLowerCase(Locale.ROOT);
    return head.contains("<html")
        || head.startsWith("<!doctype html")
        || head.startsWith("<head")
        || head.startsWith("<title")
        || head.startsWith("<body")
        || head.startsWith("<h1")
        || head.startsWith("<p>");
  }

  private BodyContent content() {
    String code = values.get("errorcode");
    String message = values.get("message");
    if (refused || root.isEmpty()) {
      return BodyContent.foreign(null, null);
    }
    if (root.equals("errordetails") || isMessageOnly()) {
      return BodyContent.docusign(code, message);
    }
    if (code != null && values.containsKey("errordetails")) {
      return BodyContent.docusign(code, message).in("nested XML");
    }
    return BodyContent.foreign(code, message == null ? values.get("faultstring") : message);
  }

  private boolean isMessageOnly() {
    return values.containsKey("message")
        && values.keySet().stream().allMatch(name -> name.isEmpty() || name.equals("message"));
  }

  private void scan() {
    int at = 0;
    String open = "";
    int contentStart = 0;
    while (!refused && (at = text.indexOf('<', at)) >= 0) {
      int end = endOfMarkup(at);
      if (end < 0) {
        return;
      }
      char next = at + 1 < text.length() ? text.charAt(at + 1) : '>';
      if (next == '/') {
        if (!open.isEmpty()) {
          values.putIfAbsent(open, contentOf(contentStart, at));
        }
        open = "";
      } else if (next != '!' && next != '?') {
        open = localName(at + 1, end);
        root = root.isEmpty() ? open : root;
        values.putIfAbsent("errordetails".equals(open) ? open : "", "");
        contentStart = end;
      }
      at = end;
    }
  }

  /** Returns the index after a tag, comment, instruction or section, or -1 if it has no end. */
  private int endOfMarkup(int start) {
    if (text.startsWith("<!--", start)) {
      return indexAfter("-->", start);
    }
    if (text.startsWith("<![CDATA[", start)) {
      return indexAfter("]]>", start);
    }
    if (text.startsWith("<?", start)) {
      return indexAfter("?>", start);
    }
    if (text.startsWith("<!", start)) {
      refused = true;
      return -1;
    }
    char quote = 0;
    for (int i = start + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '>') {
        return i + 1;
      }
    }
    return -1;
  }

  private int indexAfter(String mark, int start) {
    int found = text.indexOf(mark, start);
    return found < 0 ? -1 : found + mark.length();
  }

  /** Returns the name of the element whose tag is between two indexes, without its prefix. */
  private String localName(int start, int end) {
    int stop = start;
    while (stop < end && " \t\r\n/>".indexOf(text.charAt(stop)) < 0) {
      stop++;
    }
    String name = text.substring(start, stop);
    return name.substring(name.indexOf(':') + 1).toLowerCase(Locale.ROOT);
  }

  private String contentOf(int start, int end) {
    String raw = text.substring(start, end).strip();
    if (raw.startsWith("<![CDATA[") && raw.endsWith("]]>")) {
      return raw.substring(9, raw.length() - 3);
    }
    return raw.indexOf('&') < 0
        ? raw
        : raw.replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&apos;", "'")
            .replace("&#39;", "'")
            .replace("&amp;", "&");
  }
}
