package org.golivecheck.log.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The files that are open, so that none stays open when reading is given up. Thread-safe. */
final class OpenFiles implements AutoCloseable {
  private final Set<FileChannel> channels = ConcurrentHashMap.newKeySet();

  FileChannel open(Path path) throws IOException {
    FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
    channels.add(channel);
    return channel;
  }

  void close(FileChannel channel) throws IOException {
    channels.remove(channel);
    channel.close();
  }

  @Override
  public void close() {
    for (FileChannel channel : channels) {
      try {
        close(channel);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
