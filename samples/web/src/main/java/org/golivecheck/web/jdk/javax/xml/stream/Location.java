package org.golivecheck.web.jdk.javax.xml.stream;

/** A place in the text. */
public interface Location {
  /** Returns the number of the line, from 1. */
  int getLineNumber();
}
