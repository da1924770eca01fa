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
  public List<Work> split(Content content) {
    try {
      FileChannel channel = files.open(path);
      ZipArchive archive = look(content, channel).archive();
      if (archive == null) {
        files.close(channel);
        return List.of(this);
      }
      Formats formats = content.formats();
      if (archive.directory().firstNames().stream()
          .anyMatch(name -> formats.isPartName(name) || EntryNames.otherArchive(name) != null)) {
        // The entries of one call or document must be read by one thread.
        files.close(channel);
        return List.of(this);
      }
      ZipArchive.Range all = new ZipArchive.Range(archive, 0, archive.directory().points());
      return all.split(content);
    } catch (IOException e) {
      // It is opened again for reading, and then the failure is reported.
      return List.of(this);
    }
  }

  @Override
  public Cursor open(Content content) {
    Opened opened = new Opened(content, this);
    return new InputCursor(content, origin, opened::begin, opened::close);
  }

  /** A file while it is read. Not thread-safe. */
  private static final class Opened {
    private final Content content;
    private final FileWork work;
    private @Nullable FileChannel channel;

    Opened(Content content, FileWork work) {
      this.content = content;
      this.work = work;
    }

    @Nullable Cursor begin(Consumer<? super ApiCall> calls) throws IOException {
      channel = work.files.open(work.path);
      Look look = work.look(content, channel);
      if (look.archive() != null) {
        for (String name : look.archive().directory().firstNames()) {
          if (content.isOtherArchive(work.origin, name)) {
            return null;
          }
        }
        return new ZipRangeCursor(content, look.archive(), 0, look.archive().directory().points());
      }
      FileWindow data = content.buffers().data();
      data.open(channel);
      return look.isArchive()
          ? new ZipStreamCursor(content, work.origin, data, look.fault())
          : content.begin(work.origin, data, calls);
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

  private Look look(Content content, FileChannel channel) throws IOException {
    FileWindow window = content.buffers().directory();
    window.open(channel);
    int length = window.look(Formats.HEAD);
    byte[] head = window.buffer();
    Formats formats = content.formats();
    boolean isArchive = formats.layer(head, length) == Formats.Layer.ZIP;
    if (!isArchive && formats.isKnown(head, length)) {
      return new Look(null, false, null);
    }
    var found = new ZipDirectoryReader(window, channel.size(), content.buffers().limits()).find();
    if (found.directory() == null) {
      return new Look(null, isArchive, found.fault());
    }
    if (found.limit() != null) {
      content.report(ProblemCode.LIMIT_REACHED, origin, found.limit());
    }
    return new Look(new ZipArchive(origin, channel, found.directory(), files), true, null);
  }
}
