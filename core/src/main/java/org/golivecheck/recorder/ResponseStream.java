package org.golivecheck.recorder;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The body of a response, as the client reads it. Bytes that are read are also passed to a
 * recording, once. Skipped bytes leave a gap, and what comes after it is not recorded.
 */
final class ResponseStream extends FilterInputStream {
  private final CallRecording recording;
  private long position;
  private long marked;
  private long recorded;

  ResponseStream(InputStream in, CallRecording recording) {
    super(in);
    this.recording = recording;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    if (read < 0) {
      recording.end();
    } else {
      take(new byte[] {(byte) read}, 0, 1);
    }
    return read;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = super.read(bytes, offset, length);
    if (count < 0) {
      recording.end();
    } else {
      take(bytes, offset, count);
    }
    return count;
  }

  private void take(byte[] bytes, int offset, int count) {
    long end = position + count;
    if (position <= recorded && end > recorded) {
      int again = (int) (recorded - position);
      recording.responseBody(bytes, offset + again, offset + count);
      recorded = end;
    }
    position = end;
  }

  @Override
  public long skip(long count) throws IOException {
    long skipped = super.skip(count);
    position += skipped;
    return skipped;
  }

  @Override
  public synchronized void mark(int limit) {
    super.mark(limit);
    marked = position;
  }

  @Override
  public synchronized void reset() throws IOException {
    super.reset();
    position = marked;
  }

  @Override
  public void close() throws IOException {
    try {
      super.close();
    } finally {
      recording.end();
    }
  }
}
