package org.golivecheck.web.jdk.javax.xml.stream;

import java.io.Reader;

/** Makes readers of XML that read no document type. */
public class XMLInputFactory {
  /** Returns a factory. */
  public static XMLInputFactory newDefaultFactory() {
    return new XMLInputFactory();
  }

  /** Does nothing: the reader has no features. */
  public void setProperty(String name, Object value) {}

  /** Does nothing: no other file is read. */
  public void setXMLResolver(XMLResolver resolver) {}

  /** Returns a reader. */
  public XMLStreamReader createXMLStreamReader(Reader text) {
    return new PlainXmlReader(text);
  }
}
