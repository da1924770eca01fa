package org.golivecheck.recorder;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * The body of a request, as the client writes it. Bytes that are written are also passed to a
 * recording.
 */
final class RequestStream extends FilterOutputStream {
  private final CallRecording recording;

  RequestStream(OutputStream out, CallRecording recording) {
    super(out);
    this.recording = recording;
  }

  @Override
  public void write(int b) throws IOException {
    out.write(b);
    recording.requestBody(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    out.write(bytes, offset, length);
    recording.requestBody(bytes, offset, offset + length);
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
