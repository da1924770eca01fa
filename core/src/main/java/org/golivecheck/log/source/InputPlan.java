package org.golivecheck.log.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.golivecheck.log.LogProblem;
import org.golivecheck.log.LogSource;
import org.golivecheck.log.ProblemCode;
import org.golivecheck.log.ReadLimits;
import org.golivecheck.log.format.ProblemSink;
import org.jspecify.annotations.Nullable;

/** Finds the files and streams to read, each once. Not thread-safe. */
final class InputPlan {
  private static final int NOTE_BYTES = 4096;

  private final ReadLimits limits;
  private final ProblemSink problems;
  private final Set<Object> known = new HashSet<>();
  private final Set<InputStream> streams = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<Input.Counts> inputCounts = new ArrayList<>();
  private final Map<Input.Counts, Work> works = new LinkedHashMap<>();
  private boolean reported;

  InputPlan(ReadLimits limits, ProblemSink problems) {
    this.limits = limits;
    this.problems = problems;
  }

  /** Returns the counts, one per input. */
  List<Input.Counts> inputCounts() {
    return inputCounts;
  }

  List<Work> works() {
    return List.copyOf(works.values());
  }

  /** Returns what there is to read of an input: one work, or none. */
  List<Work> works(Input.Counts input) {
    Work work = works.get(input);
    return work == null ? List.of() : List.of(work);
  }

  /** Returns the large file that is all there is to read; null if there is anything else. */
  @Nullable Path onlyFile() {
    return inputCounts.size() == 1
            && !reported
            && works.get(inputCounts.get(0)) instanceof FileWork file
            && file.bytes() >= CallSpliterator.LEAST_SPLIT
        ? file.path()
        : null;
  }

  /** Returns whether a stream is among the inputs. Its length is unknown. */
  boolean hasStream() {
    return !streams.isEmpty();
  }

  /** Returns how many bytes the files have. */
  long bytes() {
    return works.values().stream().mapToLong(Work::bytes).sum();
  }

  void add(LogSource source) {
    if (source instanceof LogSource.PathSource path) {
      addPath(path.path(), path.name());
    } else if (source instanceof LogSource.ChildrenSource children) {
      addChildren(children.folder());
    } else if (source instanceof LogSource.StreamSource stream) {
      if (streams.add(stream.stream())) {
        Input.Counts counts = addCounts(source.name());
        Input input = input(source.name(), counts, stream.linesBefore());
        works.put(counts, new Work.OfStream(input, stream.stream()));
      }
    } else if (source instanceof LogSource.UnresolvedSource unresolved) {
      if (known.add(source.name())) {
        addCounts(source.name());
        unreadable(source.name(), unresolved.reason());
      }
    } else if (source instanceof LogSource.StoppedSource stopped) {
      report(ProblemCode.LOG_STOPPED, stopped.name(), stopped.reason());
    }
  }

  private Input.Counts addCounts(String name) {
    Input.Counts counts = new Input.Counts(name);
    inputCounts.add(counts);
    return counts;
  }

  private Input input(String source, Input.Counts counts, long linesBefore) {
    return new Input(
        source, counts, new Input.ByteLimit(limits.maxTotalBytes()), 0, 0, true, linesBefore);
  }

  private void unreadable(String source, String message) {
    report(ProblemCode.UNREADABLE_INPUT, source, message);
  }

  private void report(ProblemCode code, String source, String message) {
    reported = true;
    problems.report(new LogProblem(code, source, 0, -1, message));
  }

  private void addPath(Path path, String name) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      if (!isNew(path, attributes)) {
        return;
      }
      Input.Counts counts = addCounts(name);
      if (attributes.isDirectory()) {
        addFolder(path, counts);
      } else if (attributes.isRegularFile()) {
        works.put(counts, new FileWork(input(name, counts, 0), path, attributes.size()));
      } else {
        unreadable(name, "is a pipe, device or socket; read it as standard input: - < FILE");
      }
    } catch (IOException e) {
      if (known.add(path.toAbsolutePath().normalize())) {
        addCounts(name);
        unreadable(name, Cursor.OfInput.unreadable(e));
      }
    }
  }

  /** Remembers a file or folder and returns whether it is new, even if it has several names. */
  private boolean isNew(Path path, BasicFileAttributes attributes) throws IOException {
    Object key = attributes.fileKey();
    return known.add(key != null ? key : path.toRealPath());
  }

  private void addFolder(Path root, Input.Counts counts) {
    FolderWork.Folder folder = new FolderWork.Folder(root, counts, limits);
    new FolderWalk(root, counts, folder).enter(root);
    FolderWork work = folder.work();
    if (work.bytes() > 0) {
      works.put(counts, work);
    }
  }

  private void addChildren(Path root) {
    try {
      for (Path child : FolderWalk.children(root)) {
        Input.Counts counts = new Input.Counts(child.toString());
        FolderWork.Folder folder = new FolderWork.Folder(root, counts, limits);
        new FolderWalk(root, counts, folder).visit(child);
        FolderWork work = folder.work();
        if (work.bytes() > 0) {
          inputCounts.add(counts);
          works.put(counts, work);
        }
      }
    } catch (IOException e) {
      addCounts(root.toString());
      unreadable(root.toString(), Cursor.OfInput.unreadable(e));
    }
  }

  /** Collects the files of a folder and of the folders in it, in the order of their names. */
  private final class FolderWalk {
    private final Path root;
    private final Input.Counts counts;
    private final FolderWork.Folder files;

    FolderWalk(Path root, Input.Counts counts, FolderWork.Folder files) {
      this.root = root;
      this.counts = counts;
      this.files = files;
    }

    void enter(Path folder) {
      try {
        children(folder).forEach(this::visit);
      } catch (IOException e) {
        unreadable(files.name(folder), Cursor.OfInput.unreadable(e));
      }
    }

    static List<Path> children(Path folder) throws IOException {
      List<Path> children = new ArrayList<>();
      try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
        stream.forEach(children::add);
      } catch (DirectoryIteratorException e) {
        throw new IOException(e.getMessage(), e);
      }
      children.sort(Comparator.comparing(child -> child.getFileName().toString()));
      return children;
    }

    private void visit(Path path) {
      try {
        BasicFileAttributes attributes =
            Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (attributes.isDirectory()) {
          if (isNew(path, attributes)) {
            enter(path);
          }
        } else if (attributes.isRegularFile()) {
          addFile(path, attributes);
        } else if (attributes.isSymbolicLink()) {
          counts.skip();
        } else {
          report(
              ProblemCode.UNKNOWN_FORMAT,
              files.name(path),
              "is a pipe, device or socket, which is not read in a folder");
        }
      } catch (IOException e) {
        unreadable(files.name(path), Cursor.OfInput.unreadable(e));
      }
    }

    private void addFile(Path path, BasicFileAttributes attributes) throws IOException {
      if (path.toString().endsWith(LogSource.INCOMPLETE) && attributes.size() <= NOTE_BYTES) {
        counts.skip();
        report(
            ProblemCode.LOG_STOPPED,
            files.name(path),
            new String(Files.readAllBytes(path), StandardCharsets.UTF_8).strip());
      } else if (attributes.size() == 0 || EntryNames.isNoLog(root.relativize(path).toString())) {
        counts.skip();
      } else if (isNew(path, attributes)) {
        files.add(path, attributes.size());
      }
    }
  }
}
