package org.golivecheck.log.capture;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.golivecheck.log.text.LineFeeds;
import org.jspecify.annotations.Nullable;

/** A request or a response of HTTP/1 as it went over the wire, or the beginning of one. */
final class RawMessage {
  /** Longer headers are not read. */
  private static final int MOST_HEADERS = 10_000;

  /**
   * A header.
   *
   * @param name its name as sent
   * @param value its value without blanks around it
   */
  record Header(String name, String value) {}

  private final byte[] bytes;
  private final List<Header> headers = new ArrayList<>();
  private String startLine = "";
  private int next;

  /** Takes a message apart. Lines end with LF or CR LF. */
  RawMessage(byte[] bytes) {
    this.bytes = bytes;
    startLine = line();
    for (String line = line(); !line.isEmpty() && headers.size() < MOST_HEADERS; line = line()) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.add(
            new Header(line.substring(0, colon).strip(), line.substring(colon + 1).strip()));
      }
    }
  }

  private String line() {
    int start = next;
    int end = LineFeeds.end(bytes, start, bytes.length);
    next = Math.min(bytes.length, end + 1);
    int to = end > start && bytes[end - 1] == '\r' ? end - 1 : end;
    return new String(bytes, start, to - start, StandardCharsets.UTF_8);
  }

  /** Returns the first line. */
  String startLine() {
    return startLine;
  }

  /** Returns the headers in their order. */
  List<Header> headers() {
    return headers;
  }

  /** Returns where the body begins. */
  int bodyStart() {
    return next;
  }

  /** Returns the first header with a name in any case, or null. */
  @Nullable String header(String name) {
    for (Header header : headers) {
      if (header.name().equalsIgnoreCase(name)) {
        return header.value();
      }
    }
    return null;
  }

  /**
   * Returns the body without chunks and compression, as far as it can be decoded: nothing of one in
   * a coding that Java does not know, such as {@code br}.
   *
   * @param most of how many bytes at most
   */
  byte[] body(int most) {
    InputStream body = new ByteArrayInputStream(bytes, next, bytes.length - next);
    Inflater raw = new Inflater(true);
    try {
      if (has("Transfer-Encoding", "chunked") && isChunked()) {
        body = new ChunkedStream(body);
      }
      return start(coded(body, raw), most);
    } catch (IOException e) {
      return new byte[0];
    } finally {
      raw.end();
    }
  }

  private boolean has(String name, String value) {
    String text = header(name);
    return text != null && text.toLowerCase(Locale.ROOT).contains(value);
  }

  /** Returns whether the body begins with the size of a chunk: Fiddler may have decoded it. */
  private boolean isChunked() {
    return next < bytes.length && Character.digit(bytes[next], 16) >= 0;
  }

  private InputStream coded(InputStream body, Inflater raw) throws IOException {
    String coding = header("Content-Encoding");
    if (coding == null || coding.isEmpty() || coding.equalsIgnoreCase("identity")) {
      return body;
    }
    byte[] plain = start(body, bytes.length);
    InputStream again = new ByteArrayInputStream(plain);
    int first = plain.length == 0 ? -1 : plain[0] & 0xFF;
    if (first == '{' || first == '[' || (first == '<' && !coding.equalsIgnoreCase("br"))) {
      // Fiddler decoded it, and left the header.
      return again;
    }
    return switch (coding.toLowerCase(Locale.ROOT)) {
      case "gzip", "x-gzip" -> new GZIPInputStream(again);
      case "deflate" ->
          // The format says zlib; some servers leave its header out.
          first == 0x78 ? new InflaterInputStream(again) : new InflaterInputStream(again, raw);
      default -> InputStream.nullInputStream();
    };
  }

  /** Reads as far as the bytes are sound. */
  private static byte[] start(InputStream in, int most) {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    byte[] buffer = new byte[8_192];
    try {
      int count = in.read(buffer, 0, Math.min(buffer.length, most));
      while (count > 0) {
        read.write(buffer, 0, count);
        count = in.read(buffer, 0, Math.min(buffer.length, most - read.size()));
      }
    } catch (IOException e) {
      // It was cut, or is damaged: what was read before counts.
      return read.toByteArray();
    }
    return read.toByteArray();
  }

  /** Takes a body out of its chunks. What follows the last one is not read. */
  private static final class ChunkedStream extends FilterInputStream {
    private static final int LONGEST_LINE = 4_096;
    private static final long LARGEST = 1L << 40;

    private long left;
    private boolean ended;
    private boolean first = true;

    ChunkedStream(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      if (!hasMore()) {
        return -1;
      }
      left--;
      return in.read();
    }

    @Override
    public int read(byte[] into, int offset, int count) throws IOException {
      Objects.checkFromIndexSize(offset, count, into.length);
      if (count == 0) {
        return 0;
      }
      if (!hasMore()) {
        return -1;
      }
      int read = in.read(into, offset, (int) Math.min(count, left));
      if (read < 0) {
        throw new EOFException("a chunk is cut");
      }
      left -= read;
      return read;
    }

    private boolean hasMore() throws IOException {
      if (left == 0 && !ended) {
        if (!first) {
          passLine();
        }
        first = false;
        left = size();
        ended = left == 0;
      }
      return !ended;
    }

    private void passLine() throws IOException {
      int b = in.read();
      while (b >= 0 && b != '\n') {
        b = in.read();
      }
    }

    /** Reads the line before a chunk: its size, and maybe extensions. */
    private long size() throws IOException {
      long size = -1;
      boolean digits = true;
      for (int i = 0; i < LONGEST_LINE; i++) {
        int b = in.read();
        if (b < 0) {
          throw new EOFException("the last chunk is missing");
        }
        if (b == '\n' && size >= 0) {
          return size;
        }
        int digit = digits ? Character.digit(b, 16) : -1;
        digits = digit >= 0;
        if (digits) {
          size = Math.max(0, size) * 16 + digit;
        }
        if (size > LARGEST || (size < 0 && !digits)) {
          break;
        }
      }
      throw new IOException("no size of a chunk");
    }
  }
}
