package org.golivecheck.log.source;

import java.io.IOException;
import java.util.function.Consumer;
import org.golivecheck.call.ApiCall;
import org.jspecify.annotations.Nullable;

/**
 * Reads the entries of one archive, one after another: an entry that is a log in one step, an entry
 * that is an archive in as many as it has entries. Faults are returned, as only the archive knows
 * what they mean for the entries after them. Not thread-safe.
 */
final class EntryRun {
  private final Content content;
  private final Buffers.Streams streams;
  private @Nullable Cursor nested;

  /**
   * Creates a run over the entries of an archive.
   *
   * @param archives how many archives this one is nested in
   */
  EntryRun(Content content, int archives) {
    this.content = content;
    this.streams = content.buffers().streams(archives);
  }

  /** Returns the stream to open at the start of an entry. */
  EntryStream stream() {
    return streams.stream();
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
  @Nullable EntryFault start(Origin origin, Consumer<? super ApiCall> calls) throws IOException {
    streams.peek().reset(streams.stream());
    try {
      nested = content.begin(origin, streams.peek(), calls);
      if (nested == null) {
        streams.peek().drain();
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

  /** Checks the rest of the entry. A nested archive that was cut short has reported that itself. */
  private void checkRest() throws IOException {
    if (streams.peek().failure() == null) {
      streams.peek().drain();
    }
  }

  /** Skips an entry, as far as it can be read. */
  @Nullable EntryFault pass() throws IOException {
    streams.peek().reset(streams.stream());
    try {
      streams.peek().drain();
      return null;
    } catch (EntryFault fault) {
      return fault;
    }
  }
}
