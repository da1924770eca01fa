package org.golivecheck.log.request;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.MissingResourceException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the list in XML. Document types are not read, and so no entity is. */
final class XmlList {
  private static final int LONGEST_TEXT = 1_000;

  /** Takes a place in the list. */
  @FunctionalInterface
  interface Place {
    void at(long line, long offset);
  }

  private final ListItem item;
  private final Place end;
  private final Place broken;

  /**
   * Sets up.
   *
   * @param item takes what an item has
   * @param end is called at the end of each item
   * @param broken is called where the list cannot be read further
   */
  XmlList(ListItem item, Place end, Place broken) {
    this.item = item;
    this.end = end;
    this.broken = broken;
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("no other file is read");
        });
    return factory;
  }

  void read(InputStream in) throws IOException {
    try {
      // Not the bytes: if some are not UTF-8, the parser also prints to the error stream.
      Reader text = new InputStreamReader(in, StandardCharsets.UTF_8);
      XMLStreamReader xml = factory().createXMLStreamReader(text);
      try {
        items(xml);
      } catch (XMLStreamException e) {
        fail(e, xml.getLocation().getLineNumber());
      } catch (MissingResourceException e) {
        // The JDK's parser lacks the message for a control character in a DTD.
        broken.at(Math.max(1, xml.getLocation().getLineNumber()), -1);
      } finally {
        xml.close();
      }
    } catch (XMLStreamException e) {
      fail(e, 1);
    }
  }

  private void fail(XMLStreamException e, long line) throws IOException {
    if (e.getNestedException() instanceof IOException io) {
      throw io;
    }
    broken.at(Math.max(1, line), -1);
  }

  /** An element with text is a member of an item; one around such elements is an item. */
  private void items(XMLStreamReader xml) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    boolean leaf = false;
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          leaf = true;
          text.setLength(0);
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            text.append(xml.getText(), 0, room(xml, text));
        case XMLStreamConstants.END_ELEMENT -> {
          if (leaf) {
            item.put(xml.getLocalName(), text.toString());
          } else if (!item.isEmpty()) {
            end.at(xml.getLocation().getLineNumber(), -1);
          }
          leaf = false;
        }
        default -> {
          // comments and the like
        }
      }
    }
  }

  private static int room(XMLStreamReader xml, StringBuilder text) {
    return Math.min(xml.getTextLength(), LONGEST_TEXT - text.length());
  }
}
