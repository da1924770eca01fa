package org.golivecheck.web.jdk.javax.xml.stream;

import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Reads elements and texts of XML, and checks that it is well-formed as far as they go. */
final class PlainXmlReader implements XMLStreamReader {
  private static final int START = 1;
  private static final int END = 2;
  private static final int INSTRUCTION = 3;
  private static final int CHARACTERS = 4;
  private static final int COMMENT = 5;
  private static final int DOCUMENT_END = 8;
  private static final int TYPE = 11;
  private static final int CDATA = 12;
  private static final Map<String, String> ENTITIES =
      Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"", "apos", "'");

  private final PushbackReader in;
  private final Deque<String> open = new ArrayDeque<>();
  private int line = 1;
  private boolean rooted;
  private boolean emptyElement;
  private boolean ended;
  private String text = "";
  private String name = "";

  PlainXmlReader(Reader text) {
    in = new PushbackReader(text, 1);
  }

  @Override
  public boolean hasNext() {
    return !ended;
  }

  @Override
  public int next() throws XMLStreamException {
    if (emptyElement) {
      emptyElement = false;
      return end(open.peek());
    }
    int c = read();
    if (c < 0) {
      if (!rooted || !open.isEmpty()) {
        throw broken("the document ends early");
      }
      ended = true;
      return DOCUMENT_END;
    }
    if (c == '<') {
      return markup();
    }
    back(c);
    return characters();
  }

  private int characters() throws XMLStreamException {
    StringBuilder found = new StringBuilder();
    int c = read();
    for (; c >= 0 && c != '<'; c = read()) {
      found.append(c == '&' ? entity() : String.valueOf((char) c));
      int length = found.length();
      if (c == '>' && length > 2 && found.substring(length - 3).equals("]]>")) {
        throw broken("]]> in a text");
      }
    }
    if (c >= 0) {
      back(c);
    }
    text = found.toString();
    if (open.isEmpty() && !text.isBlank()) {
      throw broken("text outside of the document");
    }
    return CHARACTERS;
  }

  /** Returns a character, or nothing for an entity of a document type. */
  private String entity() throws XMLStreamException {
    String entity = until(";");
    if (entity.startsWith("#")) {
      try {
        int code =
            entity.startsWith("#x")
                ? Integer.parseInt(entity.substring(2), 16)
                : Integer.parseInt(entity.substring(1));
        return checked(new String(Character.toChars(code)), code);
      } catch (IllegalArgumentException e) {
        throw broken("no character: " + entity);
      }
    }
    if (!isName(entity)) {
      throw broken("no entity: " + entity);
    }
    return ENTITIES.getOrDefault(entity, "");
  }

  private int markup() throws XMLStreamException {
    int c = read();
    if (c == '?') {
      until("?>");
      return INSTRUCTION;
    }
    if (c == '/') {
      String closed = until(">").stripTrailing();
      if (open.isEmpty() || !closed.equals(open.peek())) {
        throw broken("not the end of the element: " + closed);
      }
      return end(closed);
    }
    if (c == '!') {
      return declaration();
    }
    back(c);
    return start();
  }

  private int declaration() throws XMLStreamException {
    int c = read();
    if (c == '-' && read() == '-') {
      until("--");
      if (read() != '>') {
        throw broken("-- in a comment");
      }
      return COMMENT;
    }
    if (c == '[') {
      if (open.isEmpty() || !until("[").equals("CDATA")) {
        throw broken("no CDATA");
      }
      text = until("]]>");
      return CDATA;
    }
    if (c != 'D' || rooted) {
      throw broken("no declaration");
    }
    int nested = 0;
    for (c = read(); c != '>' || nested > 0; c = read()) {
      if (c < 0) {
        throw broken("the document type has no end");
      }
      nested += c == '[' ? 1 : c == ']' ? -1 : 0;
    }
    return TYPE;
  }

  private int start() throws XMLStreamException {
    if (rooted && open.isEmpty()) {
      throw broken("a second root");
    }
    rooted = true;
    String element = name();
    Set<String> attributes = new HashSet<>();
    int c = read();
    while (c != '>' && c != '/') {
      boolean blank = isBlank(c);
      c = skipBlanks(c);
      if (c == '>' || c == '/') {
        break;
      }
      back(c);
      if (!blank || !attributes.add(name())) {
        throw broken("no attribute");
      }
      int equals = skipBlanks(read());
      int quote = skipBlanks(read());
      if (equals != '=' || (quote != '"' && quote != '\'')) {
        throw broken("an attribute without a value");
      }
      for (c = read(); c != quote; c = read()) {
        if (c < 0 || c == '<') {
          throw broken("a value without an end");
        }
        if (c == '&') {
          entity();
        }
      }
      c = read();
    }
    if (c == '/' && read() != '>') {
      throw broken("no end of a tag");
    }
    emptyElement = c == '/';
    open.push(element);
    name = element;
    return START;
  }

  private int end(String closed) {
    open.pop();
    name = closed;
    return END;
  }

  private String name() throws XMLStreamException {
    StringBuilder found = new StringBuilder();
    int c = read();
    for (; c >= 0 && isNamePart(c); c = read()) {
      found.append((char) c);
    }
    back(c);
    if (!isName(found.toString())) {
      throw broken("no name");
    }
    return found.toString();
  }

  private static boolean isName(String text) {
    return !text.isEmpty()
        && "-.0123456789".indexOf(text.charAt(0)) < 0
        && text.chars().allMatch(PlainXmlReader::isNamePart);
  }

  private static boolean isNamePart(int c) {
    return Character.isLetterOrDigit(c) || c > 0 && "-._:".indexOf(c) >= 0;
  }

  private int skipBlanks(int c) throws XMLStreamException {
    int next = c;
    while (isBlank(next)) {
      next = read();
    }
    return next;
  }

  private static boolean isBlank(int c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  private String until(String end) throws XMLStreamException {
    StringBuilder found = new StringBuilder();
    for (int c = read(); c >= 0; c = read()) {
      found.append((char) c);
      int start = found.length() - end.length();
      if (start >= 0 && c == end.charAt(end.length() - 1) && found.indexOf(end, start) >= 0) {
        return found.substring(0, start);
      }
    }
    throw broken("no " + end);
  }

  /** Reads a character; the end of a line is one line feed. */
  private int read() throws XMLStreamException {
    try {
      int c = in.read();
      if (c == '\r') {
        int next = in.read();
        if (next >= 0 && next != '\n') {
          in.unread(next);
        }
        c = '\n';
      }
      line += c == '\n' ? 1 : 0;
      if (c >= 0) {
        checked("", c);
      }
      return c;
    } catch (IOException e) {
      throw new XMLStreamException(e.getMessage(), e);
    }
  }

  private String checked(String found, int c) throws XMLStreamException {
    if ((c < ' ' && !isBlank(c)) || c == 0xfffe || c == 0xffff) {
      throw broken("a control character");
    }
    return found;
  }

  private void back(int c) throws XMLStreamException {
    try {
      if (c >= 0) {
        in.unread(c);
        line -= c == '\n' ? 1 : 0;
      }
    } catch (IOException e) {
      throw new XMLStreamException(e.getMessage(), e);
    }
  }

  private XMLStreamException broken(String message) {
    return new XMLStreamException(message);
  }

  @Override
  public String getText() {
    return text;
  }

  @Override
  public int getTextLength() {
    return text.length();
  }

  @Override
  public String getLocalName() {
    return name.substring(name.indexOf(':') + 1);
  }

  @Override
  public Location getLocation() {
    int now = line;
    return () -> now;
  }

  @Override
  public void close() {}
}
