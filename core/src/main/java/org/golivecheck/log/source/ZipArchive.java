package org.golivecheck.log.source;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.golivecheck.call.ApiCall;

/** An open zip file with a sound directory, shared by the readers of its parts. Thread-safe. */
final class ZipArchive {
  private final Input input;
  private final FileChannel channel;
  private final ZipDirectory directory;
  private final Reading reading;
  private final AtomicInteger users = new AtomicInteger(1);

  /**
   * Takes over an open file.
   *
   * @param reading closes the file when the last user is done
   */
  ZipArchive(Input input, FileChannel channel, ZipDirectory directory, Reading reading) {
    this.input = input;
    this.channel = channel;
    this.directory = directory;
    this.reading = reading;
  }

  Input input() {
    return input;
  }

  FileChannel channel() {
    return channel;
  }

  ZipDirectory directory() {
    return directory;
  }

  /** Counts one more user. */
  void share() {
    users.incrementAndGet();
  }

  /** Counts one user less, and closes the file after the last one. */
  void release() throws IOException {
    if (users.decrementAndGet() == 0) {
      reading.close(channel);
    }
  }

  /**
   * Some neighbouring entries of a zip file.
   *
   * @param archive the file
   * @param from the point of the directory where they start
   * @param to the point after them
   */
  record Range(ZipArchive archive, int from, int to) implements Work {
    @Override
    public long bytes() {
      return archive.directory().bytes(from, to);
    }

    @Override
    public List<Work> split(EntryReader reader) {
      int middle = to - from < 2 ? from : Math.max(from + 1, archive.directory().middle(from, to));
      if (middle <= from || middle >= to) {
        return List.of(this);
      }
      archive.share();
      return List.of(new Range(archive, from, middle), new Range(archive, middle, to));
    }

    @Override
    public Cursor open(EntryReader reader) {
      return new Cursor.OfInput(reader, archive.input()) {
        @Override
        Cursor begin(Consumer<? super ApiCall> calls) {
          return new ZipRangeCursor(reader, archive, from, to);
        }

        @Override
        void close() throws IOException {
          archive.release();
        }
      };
    }
  }
}
