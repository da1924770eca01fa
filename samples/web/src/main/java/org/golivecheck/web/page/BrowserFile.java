package org.golivecheck.web.page;

import java.io.InputStream;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.typedarrays.Int8Array;

/** Reads a file that was dropped on the page, block by block. */
final class BrowserFile extends InputStream {
  private static final int BLOCK = 1 << 20;

  private final JSObject file;
  private final long size;
  private long next;
  private byte[] block = new byte[0];
  private int at;

  BrowserFile(JSObject file) {
    this.file = file;
    this.size = (long) size(file);
  }

  @JSBody(params = "file", script = "return file.size;")
  private static native double size(JSObject file);

  @JSBody(
      params = {"file", "from", "to"},
      script = "return new Int8Array(new FileReaderSync().readAsArrayBuffer(file.slice(from, to)));")
  private static native Int8Array read(JSObject file, double from, double to);

  @JSBody(params = "bytes", script = "self.onBytesRead(bytes);")
  private static native void tell(double bytes);

  private boolean fill() {
    if (at == block.length && next < size) {
      long end = Math.min(next + BLOCK, size);
      block = read(file, next, end).copyToJavaArray();
      tell(end - next);
      next = end;
      at = 0;
    }
    return at < block.length;
  }

  @Override
  public int read() {
    return fill() ? block[at++] & 0xff : -1;
  }

  @Override
  public int read(byte[] into, int from, int length) {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, block.length - at);
    System.arraycopy(block, at, into, from, count);
    at += count;
    return count;
  }

  @Override
  public int available() {
    return block.length - at;
  }
}
