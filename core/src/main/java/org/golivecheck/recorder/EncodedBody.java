package org.golivecheck.recorder;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.golivecheck.log.exchange.Exchange;
import org.jspecify.annotations.Nullable;

/** The body of a response as it was transferred. Its beginning is decoded, up to a limit. */
final class EncodedBody {
  /** Errors have some hundred bytes, and a client may wait for 256 responses at a time. */
  private static final int MAX_ENCODED = 64 * 1024;

  private static final int MAX_DECODED = 4 * 1024 * 1024;
  private static final int GZIP_MAGIC = 0x1f8b;

  private final boolean gzip;
  private final ByteArrayOutputStream encoded = new ByteArrayOutputStream();

  private EncodedBody(boolean gzip) {
    this.gzip = gzip;
  }

  /**
   * Returns the body for a {@code Content-Encoding}, or null if it needs no decoding or is unknown.
   */
  static @Nullable EncodedBody of(String encoding) {
    String name = encoding.strip();
    boolean gzip = name.equalsIgnoreCase("gzip") || name.equalsIgnoreCase("x-gzip");
    return gzip || name.equalsIgnoreCase("deflate") ? new EncodedBody(gzip) : null;
  }

  void take(byte[] bytes, int from, int to) {
    encoded.write(bytes, from, Math.min(to - from, MAX_ENCODED - encoded.size()));
  }

  /** Passes the decoded body to an exchange. A broken body is decoded up to the defect. */
  void decode(Exchange exchange) {
    byte[] bytes = encoded.toByteArray();
    if (gzip && !isGzip(bytes)) {
      // Some clients decode a body but keep the header.
      exchange.responseBody(bytes, 0, bytes.length);
      return;
    }
    byte[] buffer = new byte[8 * 1024];
    int left = MAX_DECODED;
    try (InputStream in = decoder(new ByteArrayInputStream(bytes))) {
      int count = in.read(buffer);
      while (count >= 0 && left > 0) {
        exchange.responseBody(buffer, 0, Math.min(count, left));
        left -= count;
        count = in.read(buffer);
      }
    } catch (IOException e) {
      // Usually cut by our own limit.
    }
  }

  private InputStream decoder(InputStream in) throws IOException {
    return gzip ? new GZIPInputStream(in) : new InflaterInputStream(in);
  }

  private static boolean isGzip(byte[] bytes) {
    return bytes.length >= 2 && ((bytes[0] & 0xff) << 8 | (bytes[1] & 0xff)) == GZIP_MAGIC;
  }
}
