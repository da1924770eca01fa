package org.golivecheck.log.source;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.function.Consumer;
import org.golivecheck.call.ApiCall;
import org.golivecheck.log.ProblemCode;
import org.jspecify.annotations.Nullable;

/** Reads entries step by step, so that a caller may stop between any two. Not thread-safe. */
interface Cursor {

  /** A cursor without entries. */
  Cursor EMPTY = calls -> false;

  /**
   * Reads the next entry, whether or not it contains calls.
   *
   * @param calls takes the calls of the entry
   * @return whether there may be more entries
   * @throws IOException if the bytes around the entries cannot be read further
   */
  boolean advance(Consumer<? super ApiCall> calls) throws IOException;

  /** Reads one input, or a part of it, to its end. Failures become problems. */
  abstract class OfInput implements Cursor {
    private final EntryReader reader;
    private final Input input;
    private @Nullable Cursor entries;
    private boolean started;

    OfInput(EntryReader reader, Input input) {
      this.reader = reader;
      this.input = input;
    }

    /**
     * Opens the input: reads one that is not an archive and returns null, or returns a cursor over
     * the entries of an archive.
     */
    abstract @Nullable Cursor begin(Consumer<? super ApiCall> calls) throws IOException;

    /** Closes what was opened. */
    abstract void close() throws IOException;

    @Override
    public final boolean advance(Consumer<? super ApiCall> calls) {
      try {
        if (step(calls)) {
          return true;
        }
      } catch (EntryFault e) {
        reader.report(e, input);
      } catch (InputStop e) {
        giveUp(ProblemCode.LIMIT_REACHED, "was not read to its end: " + e.text());
      } catch (IOException e) {
        giveUp(ProblemCode.UNREADABLE_INPUT, unreadable(e));
      }
      reader.end(input, calls);
      end();
      return false;
    }

    private boolean step(Consumer<? super ApiCall> calls) throws IOException {
      reader.buffers().meter().check();
      if (started) {
        return entries != null && entries.advance(calls);
      }
      started = true;
      entries = begin(calls);
      return entries != null;
    }

    private void giveUp(ProblemCode code, String message) {
      if (input.byteLimit().stop()) {
        reader.report(code, input, message);
      }
    }

    private void end() {
      try {
        close();
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
}
