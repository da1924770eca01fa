package org.golivecheck.web.jdk.java.util.zip;

import java.io.OutputStream;
import java.nio.charset.Charset;

/** Writes a zip whose names are in UTF-8. */
public class ZipOutputStream extends java.util.zip.ZipOutputStream {
  /** Creates the stream. */
  public ZipOutputStream(OutputStream out, Charset charset) {
    super(out);
  }
}
