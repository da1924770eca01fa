package org.golivecheck.log.source;

/**
 * The constants of the zip format.
 *
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">APPNOTE.TXT</a>
 */
final class ZipFormat {
  /** Starts a local header: each entry's own, before its bytes. */
  static final int LOCAL = 0x04034b50;

  /** Starts a record of the central directory. */
  static final int CENTRAL = 0x02014b50;

  /** Starts the record at the end of the archive. */
  static final int END = 0x06054b50;

  /** Starts the zip64 record before the end. */
  static final int END64 = 0x06064b50;

  /** Starts the pointer to the zip64 record. */
  static final int LOCATOR64 = 0x07064b50;

  /** Starts a data descriptor, and a spanned archive. */
  static final int DESCRIPTOR = 0x08074b50;

  /** Starts the signature of the directory. */
  static final int SIGNATURE = 0x05054b50;

  /** Starts extra data before the directory. */
  static final int EXTRA_DATA = 0x08064b50;

  static final int LOCAL_SIZE = 30;
  static final int CENTRAL_SIZE = 46;
  static final int END_SIZE = 22;
  static final int END64_SIZE = 56;
  static final int LOCATOR64_SIZE = 20;

  static final int STORED = 0;
  static final int DEFLATED = 8;

  static final int FLAG_ENCRYPTED = 1;
  static final int FLAG_DESCRIPTOR = 1 << 3;
  static final int FLAG_UTF8 = 1 << 11;

  /** Says that the true 32-bit number is in the zip64 extra field. */
  static final long MARK32 = 0xFFFF_FFFFL;

  static final int MARK16 = 0xFFFF;
  static final int EXTRA_ZIP64 = 1;

  private ZipFormat() {}
}
