package org.golivecheck.log.source;

import java.util.List;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.format.Head;
import org.golivecheck.log.format.LogReader;
import org.golivecheck.log.format.PartedFormat;
import org.golivecheck.log.format.Readers;
import org.golivecheck.log.json.JsonLine;
import org.golivecheck.log.text.LineFeeds;
import org.jspecify.annotations.Nullable;

/** Detects what an input is by its first bytes. Names are ignored. Immutable. */
final class Recogniser {
  /** How many bytes are looked at first. */
  static final int HEAD = 8192;

  private final Readers readers;
  private final List<PartedFormat> parted;
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
  Recogniser(Readers readers, @Nullable LogReader only, FormatOptions options) {
    this.readers = readers;
    this.only = only;
    this.asked = only == null ? this.readers : List.of(only);
    this.options = options;
    this.parted =
        readers.parted().stream().filter(reader -> only == null || reader == only).toList();
  }

  /** Returns whether some entries of an archive make a call only together. */
  boolean belongTogether(List<String> names) {
    return parted.stream().anyMatch(format -> names.stream().anyMatch(format::isPartName));
  }

  /** Returns whether a reader makes calls of several entries each. */
  static boolean readsParts(LogReader reader) {
    return reader instanceof PartedFormat;
  }

  /**
   * Returns the reader of a text by its first {@link #HEAD} bytes, or null if none is sure of it.
   *
   * @param input where the text is: an entry of an archive may be a part of a call
   */
  @Nullable LogReader reader(Input input, byte[] head, int length) {
    if (input.archives() > 0) {
      for (PartedFormat format : parted) {
        if (format.isPart(input.source(), head, length)) {
          return format;
        }
      }
    }
    return reader(head, length);
  }

  private @Nullable LogReader reader(byte[] head, int length) {
    if (only != null && isBase64(head, length)) {
      return null;
    }
    return first(false, head, Math.min(length, HEAD));
  }

  /**
   * A log that was found in a text.
   *
   * @param reader reads it
   * @param from where it begins; what comes before is not part of it
   */
  record Found(LogReader reader, int from) {}

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
    int next;
    for (int from = 0; from < length; from = next) {
      next = LineFeeds.next(head, from, length);
      // Some readers look past blank lines, which takes long if there are many.
      if (JsonLine.skipBlanks(head, from, next) == next) {
        continue;
      }
      for (LogReader reader : asked) {
        if (reader.startsLater(head, from, length, options)) {
          return new Found(reader, from);
        }
      }
    }
    return null;
  }

  /** Returns whether the bytes are a log or the start of a layer around one. */
  boolean isKnown(byte[] head, int length) {
    return Layer.of(head, length) != Layer.NONE
        || reader(head, length) != null
        || isBase64(head, length);
  }

  /** Returns whether the bytes are base64 of something known: many a plain word is base64 too. */
  boolean isBase64(byte[] head, int length) {
    if (!Layer.Base64.isBase64(head, 0, length)) {
      return false;
    }
    byte[] decoded = Layer.Base64.decodeHead(head, length);
    return Layer.of(decoded, decoded.length) != Layer.NONE
        || readers.stream().anyMatch(reader -> reader.recognises(decoded, decoded.length, options));
  }

  /** Describes what was found instead of a log. */
  String unknown(byte[] head, int length) {
    return new UnknownText(readers, head, length, options).message();
  }
}
