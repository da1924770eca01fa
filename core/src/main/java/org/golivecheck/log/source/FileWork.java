package org.golivecheck.log.source;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.golivecheck.call.ApiCall;
import org.golivecheck.log.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * A file.
 *
 * @param origin the name that it is reported with
 * @param path where it is
 * @param bytes its size when it was found
 * @param files opens it
 */
record FileWork(Origin origin, Path path, long bytes, OpenFiles files) implements Work {

  @Override
  public List<Work> split(EntryReader reader) {
    try {
      FileChannel channel = files.open(path);
      ZipArchive archive = look(reader, channel).archive();
      if (archive == null) {
        files.close(channel);
        return List.of(this);
      }
      List<String> names = archive.directory().firstNames();
      if (reader.recogniser().belongTogether(names)
          || names.stream().anyMatch(name -> EntryNames.otherArchive(name) != null)) {
        // The entries of one call or document must be read by one thread.
        files.close(channel);
        return List.of(this);
      }
      ZipArchive.Range all = new ZipArchive.Range(archive, 0, archive.directory().points());
      return all.split(reader);
    } catch (IOException e) {
      // It is opened again for reading, and then the failure is reported.
      return List.of(this);
    }
  }

  @Override
  public Cursor open(EntryReader reader) {
    Opened opened = new Opened(reader, this);
    return new InputCursor(reader, origin, opened::begin, opened::close);
  }

  /** A file while it is read. Not thread-safe. */
  private static final class Opened {
    private final EntryReader reader;
    private final FileWork work;
    private @Nullable FileChannel channel;

    Opened(EntryReader reader, FileWork work) {
      this.reader = reader;
      this.work = work;
    }

    @Nullable Cursor begin(Consumer<? super ApiCall> calls) throws IOException {
      channel = work.files.open(work.path);
      Look look = work.look(reader, channel);
      if (look.archive() != null) {
        for (String name : look.archive().directory().firstNames()) {
          if (reader.isOtherArchive(work.origin, name)) {
            return null;
          }
        }
        return new ZipRangeCursor(reader, look.archive(), 0, look.archive().directory().points());
      }
      FileWindow data = reader.buffers().data();
      data.open(channel);
      return look.isArchive()
          ? new ZipStreamCursor(reader, work.origin, data, look.fault())
          : reader.begin(work.origin, data, calls);
    }

    void close() throws IOException {
      if (channel != null) {
        work.files.close(channel);
      }
    }
  }

  /**
   * What a file is at first sight.
   *
   * @param archive the archive, if it is one with a sound directory
   * @param isArchive whether it is an archive at all
   * @param fault what is wrong with the directory, or null
   */
  private record Look(@Nullable ZipArchive archive, boolean isArchive, @Nullable String fault) {}

  private Look look(EntryReader reader, FileChannel channel) throws IOException {
    FileWindow window = reader.buffers().directory();
    window.open(channel);
    int length = window.look(Recogniser.HEAD);
    byte[] head = window.buffer();
    boolean isArchive = Layer.of(head, length) == Layer.ZIP;
    if (!isArchive && reader.recogniser().isKnown(head, length)) {
      return new Look(null, false, null);
    }
    var found = new ZipDirectoryReader(window, channel.size(), reader.buffers().limits()).find();
    if (found.directory() == null) {
      return new Look(null, isArchive, found.fault());
    }
    if (found.limit() != null) {
      reader.report(ProblemCode.LIMIT_REACHED, origin, found.limit());
    }
    return new Look(new ZipArchive(origin, channel, found.directory(), files), true, null);
  }
}
