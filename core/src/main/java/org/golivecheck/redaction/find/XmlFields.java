package org.golivecheck.redaction.find;

import org.jspecify.annotations.Nullable;

/** Finds the text of XML elements by their names, with or without a namespace prefix. */
final class XmlFields implements Detector {
  private static final String CDATA = "<![CDATA[";

  private final boolean personal;

  /** Finds secrets and, if wanted, personal data. */
  XmlFields(boolean personal) {
    this.personal = personal;
  }

  @Override
  public @Nullable Match find(String text, int at) {
    if (text.charAt(at) != '<') {
      return null;
    }
    int endOfName = endOfName(text, at + 1);
    String name = text.substring(at + 1, endOfName);
    Label label = Label.of(name.substring(name.indexOf(':') + 1));
    if (label == null || label == Label.SECRET_PARAMETER || (label.personal() && !personal)) {
      return null;
    }
    int content = afterTag(text, endOfName);
    int to = content < 0 ? -1 : endOfContent(text, content);
    boolean hides = to > content && !Markers.masked(text, content, to);
    return hides ? new Match(content, to, label.marker()) : null;
  }

  private static int endOfName(String text, int from) {
    int end = from;
    while (Chars.isName(Chars.at(text, end)) || Chars.at(text, end) == ':') {
      end++;
    }
    return end;
  }

  /** Returns where the content begins, or -1 if the tag does not end or is an empty element. */
  private static int afterTag(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) != '>' && text.charAt(end) != '<') {
      end++;
    }
    return Chars.at(text, end) == '>' && text.charAt(end - 1) != '/' ? end + 1 : -1;
  }

  /**
   * Returns where the text of an element ends, or -1 if other elements are in it or it is not an
   * element at all, as in {@code usage: <email> <name>}.
   */
  private static int endOfContent(String text, int from) {
    if (text.startsWith(CDATA, from)) {
      int end = text.indexOf("]]>", from);
      return end < 0 ? text.length() : end + 3;
    }
    int end = from;
    while (end < text.length() && text.charAt(end) != '<') {
      end++;
    }
    return end == text.length() || Chars.at(text, end + 1) == '/' ? end : -1;
  }
}
