package org.golivecheck.recorder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.golivecheck.call.ApiCall;

/** Writes files of recorded calls, which other recorders and processes may write as well. */
final class RecordFile {
  /** A file lock excludes other processes, but not other threads of this process. */
  private static final Object IN_PROCESS = new Object();

  private RecordFile() {}

  /** Replaces the content of a file by calls. A reader sees either the old or the new content. */
  static void replace(Path file, List<ApiCall> calls) {
    try {
      Path folder = folder(file);
      Path written = Files.createTempFile(folder, "." + file.getFileName(), ".part");
      try {
        Files.writeString(written, text(calls));
        Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(written);
      }
    } catch (IOException e) {
      throw failure(file, e);
    }
  }

  /** Appends calls to a file, in whole lines. */
  static void append(Path file, List<ApiCall> calls) {
    try {
      folder(file);
      ByteBuffer bytes = ByteBuffer.wrap(text(calls).getBytes(StandardCharsets.UTF_8));
      synchronized (IN_PROCESS) {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock held = channel.lock()) {
          if (!held.isValid()) {
            throw new IOException("the lock on it was lost");
          }
          channel.position(channel.size());
          while (bytes.hasRemaining()) {
            channel.write(bytes);
          }
        }
      }
    } catch (IOException e) {
      throw failure(file, e);
    }
  }

  private static Path folder(Path file) throws IOException {
    Path parent = file.toAbsolutePath().getParent();
    return parent == null ? file.getRoot() : Files.createDirectories(parent);
  }

  private static String text(List<ApiCall> calls) throws IOException {
    StringBuilder text = new StringBuilder();
    CallLines.write(calls, text);
    return text.toString();
  }

  private static UncheckedIOException failure(Path file, IOException cause) {
    return new UncheckedIOException(
        "cannot write recorded calls to " + file + ": " + cause.getMessage(), cause);
  }
}
