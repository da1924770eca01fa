package org.golivecheck.log.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.golivecheck.call.ApiCall;
import org.golivecheck.log.LogProblem;
import org.golivecheck.log.ProblemCode;
import org.golivecheck.log.ReadLimits;
import org.golivecheck.log.format.Head;
import org.golivecheck.log.format.LogReader;
import org.golivecheck.log.format.ProblemSink;
import org.golivecheck.log.format.ReadSession;
import org.golivecheck.log.json.JsonLine;
import org.golivecheck.log.text.CallLike;
import org.jspecify.annotations.Nullable;

/**
 * Detects what some bytes are, unwraps the layers around a log, and has the log read. Not
 * thread-safe.
 */
final class EntryReader {
  /** An archive in an archive is read, one inside that is not. */
  private static final int MOST_ARCHIVES = 2;

  private static final int MOST_WRAPS = 3;

  /** How far into an unknown file the start of an archive is searched. */
  private static final int MOST_LEADING = 1 << 20;

  private final Reading reading;
  private final Recogniser recogniser;
  private final Buffers buffers;
  private final ProblemSink problems;

  /** One for each archive that is open: one inside another needs its own. */
  private final List<Run> runs = new ArrayList<>();

  EntryReader(Reading reading, Recogniser recogniser, Buffers buffers, ProblemSink problems) {
    this.reading = reading;
    this.recogniser = recogniser;
    this.buffers = buffers;
    this.problems = problems;
  }

  /** Returns what opens files. */
  Reading reading() {
    return reading;
  }

  Buffers buffers() {
    return buffers;
  }

  Recogniser recogniser() {
    return recogniser;
  }

  void report(ProblemCode code, Input input, String message) {
    report(code, input, message, code.incomplete());
  }

  private void report(ProblemCode code, Input input, String message, boolean incomplete) {
    problems.report(
        new LogProblem(code, new LogProblem.Position(input.source(), 0, -1), message, incomplete));
  }

  /**
   * Reports that some bytes could not be read to their end. A limit hides an unknown number of
   * calls, damage does unless it is confined to one entry of an archive.
   */
  void report(EntryFault fault, Input input) {
    boolean incomplete =
        fault.code().incomplete() || fault.code() == ProblemCode.ENTRY_LIMIT || input.named();
    report(fault.code(), input, fault.text(), incomplete);
  }

  /** Reports an entry from whose bytes nothing can be read. */
  void lose(ProblemCode code, Input input, String message) {
    input.counts().lost();
    report(code, input, message);
  }

  /**
   * Reads the contents of a stream. A log is read at once to its end, an archive step by step.
   *
   * @return a cursor over the entries of the archive, or null if nothing remains to be read
   * @throws EntryFault if the bytes are damaged or too many; it has not been reported yet
   */
  @Nullable Cursor begin(Input input, PeekStream in, Consumer<? super ApiCall> calls)
      throws IOException {
    byte[] head = head(input, in, Recogniser.HEAD);
    int length = in.available();
    if (length == 0) {
      input.counts().skip();
      return null;
    }
    Layer layer = Layer.of(head, length);
    if (layer == Layer.ZIP) {
      return archive(input, in);
    }
    if (layer == Layer.GZIP) {
      return unzipped(input, in, calls);
    }
    return layer == Layer.NONE
        ? text(input, in, head, calls)
        : wrapped(input, layer.text(in), calls);
  }

  private @Nullable Cursor text(
      Input input, PeekStream in, byte[] head, Consumer<? super ApiCall> calls) throws IOException {
    int length = in.available();
    LogReader reader = recogniser.reader(input, head, length);
    if (reader != null) {
      read(input, in, reader, 0, calls);
      return null;
    }
    if (recogniser.isBase64(head, length)) {
      return wrapped(input, Layer.Base64.decode(in), calls);
    }
    head = head(input, in, Head.BYTES);
    length = Math.min(in.available(), Head.BYTES);
    Recogniser.Found found = recogniser.find(head, length);
    if (found != null) {
      read(input, in, found.reader(), in.blank(found.from()), calls);
      return null;
    }
    boolean blank = length < Head.BYTES && JsonLine.skipBlanks(head, 0, length) == length;
    if (blank || (input.archives() > 0 && FileKind.isOfSupportCase(head, length))) {
      // The logs of a support case are an entry of their own.
      input.counts().skip();
      return null;
    }
    // An archive may have other bytes before it: a program that unpacks it, or a saved answer.
    String message = recogniser.unknown(head, length);
    try {
      if (ZipFormat.passToEntry(in, MOST_LEADING)) {
        return archive(input, in);
      }
    } catch (EntryFault e) {
      input.counts().lost();
      throw e;
    }
    noLog(input, message, CallLike.anyLine(head, length));
    return null;
  }

  /**
   * Reports an input that no reader recognises. A file in a folder need not be a log. A file that
   * is named, or that looks like calls, is expected to be one.
   */
  private void noLog(Input input, String message, boolean looksLikeCalls) {
    if (input.named() || input.archives() > 0 || looksLikeCalls) {
      input.counts().lost();
    } else {
      input.counts().skip();
    }
    String why =
        looksLikeCalls
            ? message + ". Lines in it look like calls"
            : input.named()
                ? message + ". A file that is named as an input has to be a log"
                : message;
    report(ProblemCode.UNKNOWN_FORMAT, input, why, input.named() || looksLikeCalls);
  }

  /** Buffers the first bytes and returns them, from index 0 on. */
  private static byte[] head(Input input, PeekStream in, int wanted) throws IOException {
    int length;
    try {
      length = in.look(wanted);
    } catch (EntryFault e) {
      input.counts().lost();
      throw e;
    }
    if (in.next() == 0) {
      return in.buffer();
    }
    return Arrays.copyOfRange(in.buffer(), in.next(), in.next() + length);
  }

  private void read(
      Input input,
      PeekStream in,
      LogReader reader,
      int foreignLines,
      Consumer<? super ApiCall> calls)
      throws IOException {
    HeldCalls held = buffers.held();
    held.begin(calls, input.linesBefore());
    ReadSession session = buffers.session(reader);
    boolean sound = false;
    try {
      in.limit(maxBytes(input));
      session.read(input.source(), in, held);
      in.drain();
      held.commit();
      sound = true;
    } catch (EntryFault e) {
      if (e.code() == ProblemCode.ENTRY_LIMIT && held.handedOn() > 0) {
        // A log of many calls: those before the limit are whole, and others are missing.
        held.commit();
        throw new EntryFault(ProblemCode.LIMIT_REACHED, e.text());
      }
      if (e.code() == ProblemCode.TRUNCATED_ARCHIVE && input.wraps() > 0 && held.isOfSeveral()) {
        // A compressed log of many calls that is cut off: those before the cut are whole.
        held.commit();
      }
      throw e;
    } finally {
      if (!sound) {
        held.discard();
        if (!Recogniser.readsParts(reader)) {
          buffers.dropSession(reader);
        }
      }
      count(input, reader, held);
      input.counts().skip(foreignLines);
    }
  }

  /**
   * Returns how many bytes of a log are read. The default guards against what inflates, not against
   * the size that a plain log has on disk.
   */
  private long maxBytes(Input input) {
    long limit = buffers.limits().maxEntryBytes();
    boolean plain = input.archives() == 0 && input.wraps() == 0;
    return plain && limit == ReadLimits.DEFAULT.maxEntryBytes() ? Long.MAX_VALUE : limit;
  }

  private static void count(Input input, LogReader reader, HeldCalls held) {
    // A part of a call is no entry of its own.
    if (!Recogniser.readsParts(reader) || !held.isEmpty()) {
      input.counts().text(reader.format().name(), held.handedOn(), held.lost(), held.passedOver());
    }
  }

  /** Ends an input. Parts of calls that are still incomplete stay so. */
  void end(Input input, Consumer<? super ApiCall> calls) {
    HeldCalls held = buffers.held();
    buffers
        .sessions()
        .forEach(
            (reader, session) -> {
              held.begin(calls, 0);
              session.end(held);
              held.commit();
              if (!held.isEmpty()) {
                count(input, reader, held);
              }
            });
  }

  private @Nullable Cursor wrapped(Input input, InputStream in, Consumer<? super ApiCall> calls)
      throws IOException {
    if (input.wraps() == MOST_WRAPS) {
      lose(
          ProblemCode.NESTED_TOO_DEEP,
          input,
          "lies in more than " + MOST_WRAPS + " layers such as gzip and base64; take some off");
      return null;
    }
    PeekStream inner = in instanceof PeekStream peek ? peek : buffers.peek(in);
    return begin(input.unwrapped(), inner, calls);
  }

  private @Nullable Cursor unzipped(Input input, PeekStream in, Consumer<? super ApiCall> calls)
      throws IOException {
    var inflater = buffers.takeInflater();
    boolean done = true;
    try {
      var gzip = new GzipStream(in, inflater, input.byteLimit(), buffers.limits());
      Cursor entries = wrapped(input, gzip, calls);
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
  boolean isOtherArchive(Input input, String entry) {
    String message = EntryNames.otherArchive(entry);
    if (message != null) {
      lose(ProblemCode.UNKNOWN_FORMAT, input, message);
    }
    return message != null;
  }

  private @Nullable Cursor archive(Input input, PeekStream in) {
    if (input.archives() >= MOST_ARCHIVES) {
      lose(
          ProblemCode.NESTED_TOO_DEEP,
          input,
          "is an archive in an archive in an archive; unpack the outer one and give its entries");
      return null;
    }
    return new ZipStreamCursor(this, input, in, null);
  }

  /**
   * Returns what reads the entries of an archive.
   *
   * @param archives how many archives this one is nested in
   */
  Run run(int archives) {
    while (runs.size() <= archives) {
      runs.add(new Run());
    }
    Run run = runs.get(archives);
    run.nested = null;
    return run;
  }

  /**
   * Reads the entries of one archive, one after another: an entry that is a log in one step, an
   * entry that is an archive in as many as it has entries. Faults are returned, as only the archive
   * knows what they mean for the entries after them.
   */
  final class Run {
    private final EntryStream stream = buffers.entryStream();
    private final PeekStream peek = buffers.peek(InputStream.nullInputStream());
    private @Nullable Cursor nested;

    /** Returns the stream to open at the start of an entry. */
    EntryStream stream() {
      return stream;
    }

    /** Returns whether the current entry is an archive with entries left to read. */
    boolean isOpen() {
      return nested != null;
    }

    /**
     * Reads the entry that the stream is open at.
     *
     * @return why it could not be read to its end, or null
     */
    @Nullable EntryFault start(Input input, Consumer<? super ApiCall> calls) throws IOException {
      peek.reset(stream);
      try {
        nested = begin(input, peek, calls);
        if (nested == null) {
          peek.drain();
        }
        return null;
      } catch (EntryFault fault) {
        return fault;
      }
    }

    /** Reads on in the entry that is an archive; returns as {@link #start} does. */
    @Nullable EntryFault goOn(Consumer<? super ApiCall> calls) throws IOException {
      try {
        if (nested != null && !nested.advance(calls)) {
          nested = null;
          checkRest();
        }
        return null;
      } catch (EntryFault fault) {
        nested = null;
        return fault;
      }
    }

    /**
     * Checks the rest of the entry. A nested archive that was cut short has reported that itself.
     */
    private void checkRest() throws IOException {
      if (peek.failure() == null) {
        peek.drain();
      }
    }

    /** Skips an entry, as far as it can be read. */
    @Nullable EntryFault pass() throws IOException {
      peek.reset(stream);
      try {
        peek.drain();
        return null;
      } catch (EntryFault fault) {
        return fault;
      }
    }
  }
}
