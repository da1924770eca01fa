package org.golivecheck.log.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;
import org.golivecheck.call.ApiCall;
import org.jspecify.annotations.Nullable;

/** A part of the inputs that one thread can read. Immutable, and opened or split only once. */
interface Work {

  /** Returns about how many bytes there are to read. */
  long bytes();

  /**
   * Returns the parts of this work that can be read by different threads, or only itself.
   *
   * @param reader looks into files
   */
  List<Work> split(EntryReader reader);

  /** Returns a cursor over the entries. It does not throw. */
  Cursor open(EntryReader reader);

  /**
   * A stream from outside, such as standard input.
   *
   * @param input the name that it is reported with
   * @param stream its bytes; never closed here
   */
  record OfStream(Input input, InputStream stream) implements Work {
    /** A guess that leaves files to other threads. */
    private static final long BYTES = 1 << 26;

    @Override
    public long bytes() {
      return BYTES;
    }

    @Override
    public List<Work> split(EntryReader reader) {
      return List.of(this);
    }

    @Override
    public Cursor open(EntryReader reader) {
      PeekStream in = reader.buffers().peek(reader.buffers().meter().over(stream));
      return new Cursor.OfInput(reader, input) {
        @Override
        @Nullable Cursor begin(Consumer<? super ApiCall> calls) throws IOException {
          return reader.begin(input, in, calls);
        }

        @Override
        void close() {}
      };
    }
  }
}
