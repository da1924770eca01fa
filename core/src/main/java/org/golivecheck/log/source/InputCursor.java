package org.golivecheck.log.source;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.function.Consumer;
import org.golivecheck.call.ApiCall;
import org.golivecheck.log.ProblemCode;
import org.jspecify.annotations.Nullable;

/** Reads one input, or a part of it, to its end. Failures become problems. */
final class InputCursor implements Cursor {

  /** Opens an input. */
  interface Start {
    /**
     * Reads an input that is not an archive and returns null, or returns a cursor over the entries
     * of an archive.
     */
    @Nullable Cursor begin(Consumer<? super ApiCall> calls) throws IOException;
  }

  private final EntryReader reader;
  private final Origin origin;
  private final Start start;
  private final Closeable atEnd;
  private @Nullable Cursor entries;
  private boolean started;

  /**
   * Creates a cursor.
   *
   * @param start is called at the first step
   * @param atEnd is closed after the last step
   */
  InputCursor(EntryReader reader, Origin origin, Start start, Closeable atEnd) {
    this.reader = reader;
    this.origin = origin;
    this.start = start;
    this.atEnd = atEnd;
  }

  @Override
  public boolean advance(Consumer<? super ApiCall> calls) {
    try {
      if (step(calls)) {
        return true;
      }
    } catch (EntryFault e) {
      reader.report(e, origin);
    } catch (InputStop e) {
      giveUp(ProblemCode.LIMIT_REACHED, "was not read to its end: " + e.text());
    } catch (IOException e) {
      giveUp(ProblemCode.UNREADABLE_INPUT, unreadable(e));
    }
    reader.end(origin, calls);
    close();
    return false;
  }

  private boolean step(Consumer<? super ApiCall> calls) throws IOException {
    reader.buffers().meter().check();
    if (started) {
      return entries != null && entries.advance(calls);
    }
    started = true;
    entries = start.begin(calls);
    return entries != null;
  }

  private void giveUp(ProblemCode code, String message) {
    if (origin.byteLimit().stop()) {
      reader.report(code, origin, message);
    }
  }

  private void close() {
    try {
      atEnd.close();
    } catch (IOException e) {
      giveUp(ProblemCode.UNREADABLE_INPUT, unreadable(e));
    }
  }

  /** Says why a file or folder cannot be read, and what to do. */
  static String unreadable(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "does not exist; check the name";
    }
    if (e instanceof AccessDeniedException) {
      return "cannot be read: permission denied; change its permissions";
    }
    String reason = e.getMessage();
    return "cannot be read: " + (reason == null ? e.getClass().getSimpleName() : reason);
  }
}
