package org.golivecheck.log.source;

import java.util.List;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.format.ArchiveReader;
import org.golivecheck.log.format.Head;
import org.golivecheck.log.format.LogReader;
import org.golivecheck.log.format.Readers;
import org.golivecheck.log.text.LineFeeds;
import org.jspecify.annotations.Nullable;

/** Detects what an input is by its first bytes. Names are ignored. Immutable. */
final class Formats {
  /** How many bytes are looked at first. */
  static final int HEAD = 8192;

  /** A layer around a log. */
  enum Layer {
    ZIP,
    GZIP,
    UTF8_MARK,
    UTF16_LE,
    UTF16_BE,
    NONE
  }

  private final Readers readers;
  private final List<ArchiveReader> archiveReaders;
  private final @Nullable LogReader only;
  private final List<LogReader> asked;
  private final FormatOptions options;

  /**
   * Creates the detection of formats.
   *
   * @param readers all readers, in the order in which they are tried
   * @param only the reader to use for every text, or null to detect it
   * @param options what the user says about the texts
   */
  Formats(Readers readers, @Nullable LogReader only, FormatOptions options) {
    this.readers = readers;
    this.only = only;
    this.asked = only == null ? this.readers : List.of(only);
    this.options = options;
    this.archiveReaders =
        readers.archives().stream().filter(reader -> only == null || reader == only).toList();
  }

  /** Returns whether an entry has the name of a part that makes a call only with other entries. */
  boolean isPartName(String name) {
    return archiveReaders.stream().anyMatch(reader -> reader.isPartName(name));
  }

  /**
   * Returns the reader of an entry that makes a call only with other entries, or null if the entry
   * is not such a part.
   */
  @Nullable ArchiveReader partReader(String source, byte[] head, int length) {
    for (ArchiveReader reader : archiveReaders) {
      if (reader.isPart(source, head, length)) {
        return reader;
      }
    }
    return null;
  }

  /**
   * A log that was found in a text.
   *
   * @param reader reads it
   * @param from where it begins; what comes before is not part of it
   */
  record Found(LogReader reader, int from) {}

  /** Returns the reader of a text that is sure of it by the first {@link #HEAD} bytes, or null. */
  @Nullable LogReader reader(byte[] head, int length) {
    if (only != null && isBase64(head, length)) {
      return null;
    }
    return first(false, head, Math.min(length, HEAD));
  }

  /**
   * Finds a log after other lines.
   *
   * @param head the first bytes of a text that no reader was sure of, up to {@link Head#BYTES}
   */
  @Nullable Found find(byte[] head, int length) {
    LogReader sure = first(false, head, length);
    if (sure != null) {
      return new Found(sure, 0);
    }
    Found later = later(head, length);
    if (later != null) {
      return later;
    }
    LogReader last = only != null ? only : first(true, head, length);
    return last == null ? null : new Found(last, 0);
  }

  private @Nullable LogReader first(boolean lastResort, byte[] head, int length) {
    for (LogReader reader : asked) {
      if (reader.isLastResort() == lastResort && reader.recognises(head, length, options)) {
        return reader;
      }
    }
    return null;
  }

  private @Nullable Found later(byte[] head, int length) {
    for (int from = 0; from < length; from = LineFeeds.next(head, from, length)) {
      for (LogReader reader : asked) {
        if (reader.startsLater(head, from, length, options)) {
          return new Found(reader, from);
        }
      }
    }
    return null;
  }

  /** Returns the layer whose mark the bytes start with. */
  Layer layer(byte[] head, int length) {
    if (length >= 4 && isZip(ZipFormat.i32(head, 0))) {
      return Layer.ZIP;
    }
    if (GzipStream.starts(head, 0, length)) {
      return Layer.GZIP;
    }
    if (starts(head, length, 0xEF, 0xBB, 0xBF)) {
      return Layer.UTF8_MARK;
    }
    if (starts(head, length, 0xFF, 0xFE)) {
      return Layer.UTF16_LE;
    }
    return starts(head, length, 0xFE, 0xFF) ? Layer.UTF16_BE : Layer.NONE;
  }

  /** Returns whether the bytes are a log or the start of a layer around one. */
  boolean isKnown(byte[] head, int length) {
    return layer(head, length) != Layer.NONE
        || reader(head, length) != null
        || isBase64(head, length);
  }

  private static boolean isZip(int signature) {
    return signature == ZipFormat.LOCAL
        || signature == ZipFormat.END
        || signature == ZipFormat.DESCRIPTOR;
  }

  private static boolean starts(byte[] head, int length, int... mark) {
    if (length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((head[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether the bytes are base64 of something known: many a plain word is base64 too. */
  boolean isBase64(byte[] head, int length) {
    if (!Base64Stream.isBase64(head, 0, length)) {
      return false;
    }
    byte[] decoded = Base64Stream.decodeHead(head, length);
    return layer(decoded, decoded.length) != Layer.NONE
        || readers.stream().anyMatch(reader -> reader.recognises(decoded, decoded.length, options));
  }

  /** Describes what was found instead of a log. */
  String unknown(byte[] head, int length) {
    return new UnknownText(readers, head, length, options).message();
  }
}
