package org.golivecheck.log.source;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** An open zip file with a sound directory, shared by the readers of its parts. Thread-safe. */
final class ZipArchive {
  private final Origin origin;
  private final FileChannel channel;
  private final ZipDirectory directory;
  private final OpenFiles files;
  private final AtomicInteger users = new AtomicInteger(1);

  /**
   * Takes over an open file.
   *
   * @param files closes the file when the last user is done
   */
  ZipArchive(Origin origin, FileChannel channel, ZipDirectory directory, OpenFiles files) {
    this.origin = origin;
    this.channel = channel;
    this.directory = directory;
    this.files = files;
  }

  Origin origin() {
    return origin;
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
      files.close(channel);
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
      return new InputCursor(
          reader,
          archive.origin(),
          calls -> new ZipRangeCursor(reader, archive, from, to),
          archive::release);
    }
  }
}
