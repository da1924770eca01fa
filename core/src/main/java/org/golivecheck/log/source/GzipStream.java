package org.golivecheck.log.source;

import static org.golivecheck.log.source.ZipFormat.u16;
import static org.golivecheck.log.source.ZipFormat.u32;

import java.io.IOException;
import java.util.Objects;
import java.util.zip.Inflater;
import org.golivecheck.log.ReadLimits;

/**
 * Inflates gzip members one after another, each checked at its end. Other bytes after a member are
 * skipped, as gzip does.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1952">RFC 1952</a>
 */
final class GzipStream extends InflatedStream {
  private static final int HEADER_SIZE = 10;
  private static final int TRAILER_SIZE = 8;
  private static final int FLAG_HEADER_CRC = 1 << 1;
  private static final int FLAG_EXTRA = 1 << 2;
  private static final int FLAG_NAME = 1 << 3;
  private static final int FLAG_COMMENT = 1 << 4;

  private boolean inMember;
  private boolean ended;

  /**
   * Starts at the first member.
   *
   * @param in the gzip file's bytes
   * @param inflater an inflater for raw deflate; not ended here
   * @param byteLimit limits what is inflated
   */
  GzipStream(PeekStream in, Inflater inflater, Input.ByteLimit byteLimit, ReadLimits limits) {
    super(in, inflater, "the gzip data", limits);
    this.byteLimit = byteLimit;
  }

  /** Returns whether bytes start a gzip member of deflated data. */
  static boolean starts(byte[] bytes, int at, int length) {
    return length >= 3
        && (bytes[at] & 0xFF) == 0x1F
        && (bytes[at + 1] & 0xFF) == 0x8B
        && bytes[at + 2] == 8;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, into.length);
    if (length == 0) {
      return 0;
    }
    while (!ended) {
      if (!inMember && !startMember()) {
        in.drain();
        ended = true;
        break;
      }
      int read = inflate(into, offset, length);
      if (read > 0) {
        check(into, offset, read);
        return read;
      }
      endMember();
    }
    return -1;
  }

  private boolean startMember() throws IOException {
    int seen = in.ensure(HEADER_SIZE);
    if (!starts(in.buffer(), in.next(), seen)) {
      return false;
    }
    need(HEADER_SIZE);
    int flags = in.buffer()[in.next() + 3];
    in.take(HEADER_SIZE);
    if ((flags & FLAG_EXTRA) != 0) {
      need(2);
      int length = u16(in.buffer(), in.next());
      in.take(2);
      passOver(length);
    }
    if ((flags & FLAG_NAME) != 0) {
      passText();
    }
    if ((flags & FLAG_COMMENT) != 0) {
      passText();
    }
    if ((flags & FLAG_HEADER_CRC) != 0) {
      passOver(2);
    }
    restart();
    inMember = true;
    return true;
  }

  private void need(int bytes) throws IOException {
    if (in.ensure(bytes) < bytes) {
      throw ranOut();
    }
  }

  private void passOver(int bytes) throws IOException {
    if (!in.pass(bytes)) {
      throw ranOut();
    }
  }

  private void passText() throws IOException {
    int read;
    do {
      read = in.read();
      if (read < 0) {
        throw ranOut();
      }
    } while (read != 0);
  }

  private static EntryFault ranOut() {
    return EntryFault.truncated("the gzip data stop before their end; get the file again");
  }

  @Override
  int visible() throws IOException {
    need(1);
    return in.available();
  }

  private void endMember() throws IOException {
    need(TRAILER_SIZE);
    boolean sound =
        u32(in.buffer(), in.next()) == crc.getValue()
            && u32(in.buffer(), in.next() + 4) == (inflater.getBytesWritten() & 0xFFFF_FFFFL);
    in.take(TRAILER_SIZE);
    inMember = false;
    if (!sound) {
      throw EntryFault.damaged("the checksum or size of the gzip data is wrong");
    }
  }
}
