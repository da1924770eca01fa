package org.golivecheck.web.jdk.java.io;

import java.io.IOException;

/** Bytes are not characters of a character set. */
public class CharConversionException extends IOException {
  private static final long serialVersionUID = 1;

  /** Creates the exception. */
  public CharConversionException(String message) {
    super(message);
  }
}
