package org.golivecheck.log.source;

import java.io.IOException;
import java.nio.channels.FileChannel;
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
}
