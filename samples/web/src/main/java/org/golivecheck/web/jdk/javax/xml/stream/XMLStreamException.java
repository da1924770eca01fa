package org.golivecheck.web.jdk.javax.xml.stream;

/** The text is not well-formed XML. */
public class XMLStreamException extends Exception {
  private static final long serialVersionUID = 1;

  private final Throwable nested;

  /** Creates the exception. */
  public XMLStreamException(String message) {
    this(message, null);
  }

  /** Creates the exception. */
  public XMLStreamException(String message, Throwable nested) {
    super(message);
    this.nested = nested;
  }

  /** Returns the cause, or null. */
  public Throwable getNestedException() {
    return nested;
  }
}
