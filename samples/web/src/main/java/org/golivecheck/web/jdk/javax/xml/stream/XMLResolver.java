package org.golivecheck.web.jdk.javax.xml.stream;

/** Finds other files; there are none. */
public interface XMLResolver {
  /** Finds a file. */
  Object resolveEntity(String publicId, String systemId, String base, String namespace)
      throws XMLStreamException;
}
