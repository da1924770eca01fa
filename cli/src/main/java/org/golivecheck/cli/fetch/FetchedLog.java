package org.golivecheck.cli.fetch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.zip.ZipInputStream;

/**
 * A complete request log, as DocuSign sends it.
 *
 * @param zip the archive, with everything secret that DocuSign left in it; not copied
 * @param entries how many calls are in it
 * @param fetched when it was fetched
 */
@SuppressWarnings("ArrayRecordComponent") // Logs are not compared.
public record FetchedLog(byte[] zip, int entries, Instant fetched) {
  private static final int END_LENGTH = 22;
  private static final int MAX_COMMENT = 65_535;
  private static final int END_SIGNATURE = 0x06054b50;

  /**
   * Returns how many files an archive contains, by the directory at its end; empty if it has none,
   * or a file in it cannot be read, since it is cut off, is damaged or is not an archive.
   */
  static OptionalInt countEntries(byte[] zip) {
    OptionalInt listed = listed(zip);
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      int read = 0;
      while (in.getNextEntry() != null) {
        in.transferTo(OutputStream.nullOutputStream());
        read++;
      }
      return listed.orElse(0) == read ? listed : OptionalInt.empty();
    } catch (IOException e) {
      return OptionalInt.empty();
    }
  }

  private static OptionalInt listed(byte[] zip) {
    ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    int last = zip.length - END_LENGTH;
    for (int at = last; at >= 0 && at >= last - MAX_COMMENT; at--) {
      if (bytes.getInt(at) == END_SIGNATURE) {
        long directory = Integer.toUnsignedLong(bytes.getInt(at + 16));
        long length = Integer.toUnsignedLong(bytes.getInt(at + 12));
        if (directory + length <= at) {
          return OptionalInt.of(Short.toUnsignedInt(bytes.getShort(at + 10)));
        }
      }
    }
    return OptionalInt.empty();
  }
}
