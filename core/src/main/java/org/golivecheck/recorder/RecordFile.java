package org.golivecheck.recorder;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.golivecheck.call.ApiCall;
import org.golivecheck.text.WholeFile;

/** Writes files of recorded calls, which other recorders and processes may write as well. */
final class RecordFile {
  /** A file lock excludes other processes, but not other threads of this process. */
  private static final Object IN_PROCESS = new Object();

  private RecordFile() {}

  /** Replaces the content of a file by calls. A reader sees either the old or the new content. */
  static void replace(Path file, List<ApiCall> calls, long dropped) {
    try {
      new WholeFile(file).withFolder().write(out -> CallLines.write(calls, dropped, out));
    } catch (IOException e) {
      throw failure(file, e);
    }
  }

  /** Appends calls to a file, in whole lines. */
  static void append(Path file, List<ApiCall> calls, long dropped) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      StringBuilder text = new StringBuilder();
      CallLines.write(calls, dropped, text);
      synchronized (IN_PROCESS) {
        try (FileChannel channel = FileChannel.open(file, CREATE, READ, WRITE);
            FileLock held = channel.lock()) {
          if (!held.isValid()) {
            throw new IOException("the lock on it was lost");
          }
          append(channel, text.toString().getBytes(StandardCharsets.UTF_8));
        }
      }
    } catch (IOException e) {
      throw failure(file, e);
    }
  }

  /** Appends lines, or nothing if that fails. A line that another process left torn is ended. */
  static void append(SeekableByteChannel channel, byte[] lines) throws IOException {
    long size = channel.size();
    ByteBuffer bytes = ByteBuffer.allocate(1 + lines.length);
    if (size > 0) {
      ByteBuffer last = ByteBuffer.allocate(1);
      channel.position(size - 1).read(last);
      if (last.get(0) != '\n') {
        bytes.put((byte) '\n');
      }
    }
    bytes.put(lines).flip();
    channel.position(size);
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException e) {
      channel.truncate(size);
      throw e;
    }
  }

  private static UncheckedIOException failure(Path file, IOException cause) {
    return new UncheckedIOException(
        "cannot write recorded calls to " + file + ": " + cause.getMessage(), cause);
  }
}
