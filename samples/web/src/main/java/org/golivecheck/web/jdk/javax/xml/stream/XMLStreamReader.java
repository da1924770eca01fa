package org.golivecheck.web.jdk.javax.xml.stream;

/** Reads XML, as far as the library needs it. */
public interface XMLStreamReader {
  /** Returns whether the end is not reached. */
  boolean hasNext() throws XMLStreamException;

  /** Reads on, and returns what is there. */
  int next() throws XMLStreamException;

  /** Returns the characters. */
  String getText();

  /** Returns how many characters there are. */
  int getTextLength();

  /** Returns the name of the element without its prefix. */
  String getLocalName();

  /** Returns the place. */
  Location getLocation();

  /** Does nothing. */
  void close() throws XMLStreamException;
}
