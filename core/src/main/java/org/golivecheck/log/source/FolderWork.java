package org.golivecheck.log.source;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.golivecheck.call.ApiCall;
import org.golivecheck.log.ReadLimits;

/** Some neighbouring files of a folder. */
final class FolderWork implements Work {
  private final Folder folder;
  private final int from;
  private final int to;

  FolderWork(Folder folder, int from, int to) {
    this.folder = folder;
    this.from = from;
    this.to = to;
  }

  /**
   * The files of a folder, kept small because there may be very many.
   *
   * @param root the folder
   * @param counts the counts of all files together
   * @param paths the files, in the order of the walk
   * @param bytesBefore the bytes of all files before each, and, last, of all
   * @param limits the limits of each file
   */
  @SuppressWarnings("ArrayRecordComponent") // Shared by the works of one folder, never compared.
  record Folder(
      Path root, Input.Counts counts, Path[] paths, long[] bytesBefore, ReadLimits limits) {

    FileWork file(int index) {
      Path path = paths[index];
      Input.ByteLimit byteLimit = new Input.ByteLimit(limits.maxTotalBytes());
      Input input = new Input(name(root, path), counts, byteLimit, 0, 0, false, 0);
      return new FileWork(input, path, bytesBefore[index + 1] - bytesBefore[index]);
    }
  }

  /** Returns the name of a file in a folder, the same on every system. */
  static String name(Path root, Path path) {
    return root.equals(path)
        ? root.toString()
        : root + "/" + root.relativize(path).toString().replace(File.separatorChar, '/');
  }

  @Override
  public long bytes() {
    return folder.bytesBefore()[to] - folder.bytesBefore()[from];
  }

  @Override
  public List<Work> split(EntryReader reader) {
    if (to - from == 1) {
      return folder.file(from).split(reader);
    }
    long half = folder.bytesBefore()[from] + bytes() / 2;
    int found = Arrays.binarySearch(folder.bytesBefore(), from, to, half);
    int middle = Math.min(to - 1, Math.max(from + 1, found >= 0 ? found : -found - 1));
    return List.of(new FolderWork(folder, from, middle), new FolderWork(folder, middle, to));
  }

  @Override
  public Cursor open(EntryReader reader) {
    return new FolderCursor(reader);
  }

  /** Reads one file after another. */
  private final class FolderCursor implements Cursor {
    private final EntryReader reader;
    private int next = from;
    private Cursor file = EMPTY;

    FolderCursor(EntryReader reader) {
      this.reader = reader;
    }

    @Override
    public boolean advance(Consumer<? super ApiCall> calls) throws IOException {
      if (file.advance(calls)) {
        return true;
      }
      if (next == to) {
        return false;
      }
      file = folder.file(next++).open(reader);
      return true;
    }
  }
}
