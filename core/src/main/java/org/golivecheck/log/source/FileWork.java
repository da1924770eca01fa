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
 * @param input the name that it is reported with
 * @param path where it is
 * @param bytes its size when it was found
 */
record FileWork(Input input, Path path, long bytes) implements Work {

  @Override
  public List<Work> split(EntryReader reader) {
    try {
      FileChannel channel = reader.reading().open(path);
      ZipArchive archive = look(reader, channel).archive();
      if (archive == null) {
        reader.reading().close(channel);
        return List.of(this);
      }
      List<String> names = archive.directory().firstNames();
      if (reader.recogniser().belongTogether(names)
          || names.stream().anyMatch(name -> EntryNames.otherArchive(name) != null)) {
        // The entries of one call or document must be read by one thread.
        reader.reading().close(channel);
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
    return new Opened(reader, this);
  }

  /** A file while it is read. Not thread-safe. */
  private static final class Opened extends Cursor.OfInput {
    private final EntryReader reader;
    private final FileWork work;
    private @Nullable FileChannel channel;

    Opened(EntryReader reader, FileWork work) {
      super(reader, work.input);
      this.reader = reader;
      this.work = work;
    }

    @Override
    @Nullable Cursor begin(Consumer<? super ApiCall> calls) throws IOException {
      channel = reader.reading().open(work.path);
      Look look = work.look(reader, channel);
      if (look.archive() != null) {
        for (String name : look.archive().directory().firstNames()) {
          if (reader.isOtherArchive(work.input, name)) {
            return null;
          }
        }
        return new ZipRangeCursor(reader, look.archive(), 0, look.archive().directory().points());
      }
      FileWindow data = reader.buffers().data();
      data.open(channel);
      return look.isArchive()
          ? new ZipStreamCursor(reader, work.input, data, look.fault())
          : reader.begin(work.input, data, calls);
    }

    @Override
    void close() throws IOException {
      if (channel != null) {
        reader.reading().close(channel);
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
      reader.report(ProblemCode.LIMIT_REACHED, input, found.limit());
    }
    return new Look(
        new ZipArchive(input, channel, found.directory(), reader.reading()), true, null);
  }
}
