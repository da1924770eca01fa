package org.golivecheck.log.source;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
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

  private FolderWork(Folder folder, int from, int to) {
    this.folder = folder;
    this.from = from;
    this.to = to;
  }

  /** The files of a folder, kept small because there may be very many. Filled before it is read. */
  static final class Folder {
    private final Path root;
    private final Input.Counts counts;
    private final ReadLimits limits;
    private final List<Path> paths = new ArrayList<>();

    /** The bytes of all files before each, and, last, of all. */
    private long[] bytesBefore = new long[16];

    /**
     * Creates a folder without files.
     *
     * @param root where it is
     * @param counts the counts of all files together
     * @param limits the limits of each file
     */
    Folder(Path root, Input.Counts counts, ReadLimits limits) {
      this.root = root;
      this.counts = counts;
      this.limits = limits;
    }

    void add(Path path, long bytes) {
      paths.add(path);
      int count = paths.size();
      if (count == bytesBefore.length) {
        bytesBefore = Arrays.copyOf(bytesBefore, 2 * count);
      }
      bytesBefore[count] = bytesBefore[count - 1] + bytes;
    }

    /** Returns the work of reading all files. */
    FolderWork work() {
      return new FolderWork(this, 0, paths.size());
    }

    /** Returns the name of a file in the folder, the same on every system. */
    String name(Path path) {
      return root.equals(path)
          ? root.toString()
          : root + "/" + root.relativize(path).toString().replace(File.separatorChar, '/');
    }

    private FileWork file(int index) {
      Path path = paths.get(index);
      Input.ByteLimit byteLimit = new Input.ByteLimit(limits.maxTotalBytes());
      Input input = new Input(name(path), counts, byteLimit, 0, 0, false, 0);
      return new FileWork(input, path, bytesBefore[index + 1] - bytesBefore[index]);
    }
  }

  @Override
  public long bytes() {
    return folder.bytesBefore[to] - folder.bytesBefore[from];
  }

  @Override
  public List<Work> split(EntryReader reader) {
    if (to - from == 1) {
      return folder.file(from).split(reader);
    }
    long half = folder.bytesBefore[from] + bytes() / 2;
    int found = Arrays.binarySearch(folder.bytesBefore, from, to, half);
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
