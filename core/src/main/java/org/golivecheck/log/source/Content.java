package org.golivecheck.log.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import org.golivecheck.call.ApiCall;
import org.golivecheck.log.LogProblem;
import org.golivecheck.log.ProblemCode;
import org.golivecheck.log.format.ArchiveReader;
import org.golivecheck.log.format.ArchiveSession;
import org.golivecheck.log.format.Head;
import org.golivecheck.log.format.LogReader;
import org.golivecheck.log.format.ProblemSink;
import org.golivecheck.log.format.ReadSession;
import org.golivecheck.log.text.CallLike;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what some bytes are, takes off the layers around a log, and has the log read. Not
 * thread-safe.
 */
final class Content {
  /** An archive in an archive is read, one inside that is not. */
  private static final int MOST_ARCHIVES = 2;

  private static final int MOST_WRAPS = 3;

  /** How far into an unknown file the start of an archive is searched. */
  private static final int MOST_LEADING = 1 << 20;

  private final Formats formats;
  private final Buffers buffers;
  private final ProblemSink problems;

  Content(Formats formats, Buffers buffers, ProblemSink problems) {
    this.formats = formats;
    this.buffers = buffers;
    this.problems = problems;
  }

  Buffers buffers() {
    return buffers;
  }

  Formats formats() {
    return formats;
  }

  void report(ProblemCode code, Place place, String message) {
    report(code, place, message, code.incomplete());
  }

  private void report(ProblemCode code, Place place, String message, boolean incomplete) {
    problems.report(new LogProblem(code, place.source(), 0, -1, message, incomplete));
  }

  /**
   * Reports that some bytes could not be read to their end. A limit hides an unknown number of
   * calls, damage does unless it is confined to one entry of an archive.
   */
  void report(EntryFault fault, Place place) {
    boolean incomplete =
        fault.code().incomplete() || fault.code() == ProblemCode.ENTRY_LIMIT || place.named();
    report(fault.code(), place, fault.text(), incomplete);
  }

  /** Reports an entry from whose bytes nothing can be read. */
  void lose(ProblemCode code, Place place, String message) {
    place.counts().lost();
    report(code, place, message);
  }

  /**
   * Reads what lies in a stream: a log at once and to its end; an archive step by step.
   *
   * @return a cursor over the entries of the archive, or null where nothing remains to be done
   * @throws EntryFault if the bytes are damaged or too many; nobody was told yet
   */
  @Nullable Cursor begin(Place place, PeekStream in, Consumer<? super ApiCall> calls)
      throws IOException {
    byte[] head = head(place, in, Formats.HEAD);
    int length = in.available();
    if (length == 0) {
      place.counts().skip();
      return null;
    }
    return switch (formats.layer(head, length)) {
      case ZIP -> archive(place, in);
      case GZIP -> unzipped(place, in, calls);
      case UTF8_MARK -> {
        in.take(3);
        yield wrapped(place, in, calls);
      }
      case UTF16_LE -> {
        in.take(2);
        yield wrapped(place, new Utf16Stream(in, StandardCharsets.UTF_16LE), calls);
      }
      case UTF16_BE -> {
        in.take(2);
        yield wrapped(place, new Utf16Stream(in, StandardCharsets.UTF_16BE), calls);
      }
      case NONE -> text(place, in, head, calls);
    };
  }

  private @Nullable Cursor text(
      Place place, PeekStream in, byte[] head, Consumer<? super ApiCall> calls) throws IOException {
    int length = in.available();
    LogReader part =
        place.archives() == 0 ? null : formats.partReader(place.source(), head, length);
    LogReader reader = part != null ? part : formats.reader(head, length);
    if (reader != null) {
      read(place, in, reader, 0, calls);
      return null;
    }
    if (formats.isBase64(head, length)) {
      return wrapped(place, new Base64Stream(in), calls);
    }
    head = head(place, in, Head.BYTES);
    length = Math.min(in.available(), Head.BYTES);
    Formats.Found found = formats.find(head, length);
    if (found != null) {
      read(place, in, found.reader(), in.blank(found.from()), calls);
      return null;
    }
    if (place.archives() > 0 && FileKind.isOfSupportCase(head, length)) {
      // Its logs are an entry of their own.
      place.counts().skip();
      return null;
    }
    // An archive may have other bytes before it: a program that unpacks it, or a saved answer.
    String message = formats.unknown(head, length);
    try {
      if (ZipSignatures.passToEntry(in, MOST_LEADING)) {
        return archive(place, in);
      }
    } catch (EntryFault e) {
      place.counts().lost();
      throw e;
    }
    noLog(place, message, CallLike.anyLine(head, length));
    return null;
  }

  /**
   * Tells of what no reader knows. In a folder it need not be a log; what is named has to be one,
   * and what looks like calls is one.
   */
  private void noLog(Place place, String message, boolean looksLikeCalls) {
    if (place.named() || place.archives() > 0 || looksLikeCalls) {
      place.counts().lost();
    } else {
      place.counts().skip();
    }
    String why =
        looksLikeCalls
            ? message + ". Lines in it look like calls"
            : place.named() ? message + ". A file that is named has to be a log" : message;
    report(ProblemCode.UNKNOWN_FORMAT, place, why, place.named() || looksLikeCalls);
  }

  /** Brings the first bytes in sight, and returns them from index 0 on. */
  private static byte[] head(Place place, PeekStream in, int wanted) throws IOException {
    int length;
    try {
      length = in.look(wanted);
    } catch (EntryFault e) {
      place.counts().lost();
      throw e;
    }
    if (in.next() == 0) {
      return in.buffer();
    }
    return Arrays.copyOfRange(in.buffer(), in.next(), in.next() + length);
  }

  private void read(
      Place place,
      PeekStream in,
      LogReader reader,
      int foreignLines,
      Consumer<? super ApiCall> calls)
      throws IOException {
    HeldCalls held = buffers.held();
    held.begin(calls);
    ReadSession session = buffers.session(reader);
    boolean sound = false;
    try {
      in.limit(buffers.limits().maxEntryBytes());
      session.read(place.source(), in, held);
      in.drain();
      held.commit();
      sound = true;
    } catch (EntryFault e) {
      if (e.code() == ProblemCode.ENTRY_LIMIT && held.handedOn() > 0) {
        // A log of many calls: those before the limit are whole, and others are missing.
        held.commit();
        throw new EntryFault(ProblemCode.LIMIT_REACHED, e.text());
      }
      throw e;
    } finally {
      if (!sound) {
        held.discard();
        if (!(session instanceof ArchiveSession)) {
          buffers.dropSession(reader);
        }
      }
      count(place, reader, held);
      place.counts().skip(foreignLines);
    }
  }

  private static void count(Place place, LogReader reader, HeldCalls held) {
    // A part of a call is no entry of its own.
    if (!(reader instanceof ArchiveReader) || !held.isEmpty()) {
      place.counts().text(reader.format().name(), held.handedOn(), held.lost(), held.passedOver());
    }
  }

  /** Ends an input, whose parts of calls find no others any more. */
  void end(Place place, Consumer<? super ApiCall> calls) {
    buffers.forEachArchiveSession(
        (reader, session) -> {
          HeldCalls held = buffers.held();
          held.begin(calls);
          session.end(held);
          held.commit();
          count(place, reader, held);
        });
  }

  private @Nullable Cursor wrapped(Place place, InputStream in, Consumer<? super ApiCall> calls)
      throws IOException {
    if (place.wraps() == MOST_WRAPS) {
      lose(
          ProblemCode.NESTED_TOO_DEEP,
          place,
          "lies in more than " + MOST_WRAPS + " layers such as gzip and base64; take some off");
      return null;
    }
    PeekStream inner = in instanceof PeekStream peek ? peek : buffers.peek(in);
    return begin(place.unwrapped(), inner, calls);
  }

  private @Nullable Cursor unzipped(Place place, PeekStream in, Consumer<? super ApiCall> calls)
      throws IOException {
    var inflater = buffers.takeInflater();
    boolean done = true;
    try {
      var gzip = new GzipStream(in, inflater, place.byteLimit(), buffers.limits());
      Cursor entries = wrapped(place, gzip, calls);
      if (entries == null) {
        return null;
      }
      done = false;
      return next -> {
        boolean more = entries.advance(next);
        if (!more) {
          buffers.giveBack(inflater);
        }
        return more;
      };
    } finally {
      if (done) {
        buffers.giveBack(inflater);
      }
    }
  }

  /**
   * Reports an archive that has no logs, such as an office document, and returns whether it is one.
   *
   * @param entry the name of one of its first entries
   */
  boolean isOtherArchive(Place place, String entry) {
    String message = EntryNames.otherArchive(entry);
    if (message != null) {
      lose(ProblemCode.UNKNOWN_FORMAT, place, message);
    }
    return message != null;
  }

  private @Nullable Cursor archive(Place place, PeekStream in) {
    if (place.archives() >= MOST_ARCHIVES) {
      lose(
          ProblemCode.NESTED_TOO_DEEP,
          place,
          "is an archive in an archive in an archive; unpack the outer one and give its entries");
      return null;
    }
    return new ZipStreamCursor(this, place, in, null);
  }
}
