package org.golivecheck.config;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A pattern for paths as in shells, such as {@code logs/2026-*}{@code /*.zip}. */
final class PathPattern {
  private final Path base;
  private final boolean relative;
  private final Glob glob;
  private final boolean ignoresCase;
  private final int depth;
  private final boolean hidden;

  /**
   * Parses a pattern.
   *
   * @throws IllegalArgumentException if it is not a valid pattern
   */
  PathPattern(String pattern) {
    String text = pattern.replace(File.separatorChar, '/');
    int split = text.lastIndexOf('/', firstMark(text)) + 1;
    relative = split == 0;
    base = Path.of(text.substring(0, split));
    String rest = text.substring(split);
    // Java says what is wrong with a pattern.
    var unused = FileSystems.getDefault().getPathMatcher("glob:" + rest);
    ignoresCase = File.separatorChar == '\\';
    glob = new Glob(folded(rest));
    boolean anyDepth = rest.contains("**");
    depth = anyDepth ? Integer.MAX_VALUE : 1 + (int) rest.chars().filter(c -> c == '/').count();
    hidden = rest.startsWith(".") || rest.contains("/.");
  }

  private String folded(String text) {
    return ignoresCase ? text.toLowerCase(Locale.ROOT) : text;
  }

  static boolean isPattern(String arg) {
    return firstMark(arg) < arg.length();
  }

  private static int firstMark(String text) {
    int at = 0;
    while (at < text.length() && "*?{".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  /** Returns what the pattern matches, sorted. */
  List<Path> paths() throws IOException {
    Path start = relative ? Path.of("") : base;
    List<Path> found = new ArrayList<>();
    if (Files.isDirectory(start)) {
      // Links are followed as in shells, except where they might lead into a cycle.
      Set<FileVisitOption> links =
          depth == Integer.MAX_VALUE
              ? EnumSet.noneOf(FileVisitOption.class)
              : EnumSet.of(FileVisitOption.FOLLOW_LINKS);
      Files.walkFileTree(start, links, depth, new Visitor(start, found));
    }
    found.sort(null);
    return found;
  }

  private final class Visitor extends SimpleFileVisitor<Path> {
    private final Path start;
    private final List<Path> found;

    Visitor(Path start, List<Path> found) {
      this.start = start;
      this.found = found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      if (folder.equals(start)) {
        return FileVisitResult.CONTINUE;
      }
      if (isHidden(folder)) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      check(folder);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (!isHidden(file)) {
        check(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
      check(file);
      return FileVisitResult.CONTINUE;
    }

    private boolean isHidden(Path path) {
      return !hidden && path.getFileName().toString().startsWith(".");
    }

    private void check(Path path) {
      Path name = start.relativize(path);
      if (glob.matches(folded(name.toString().replace(File.separatorChar, '/')))) {
        found.add(relative ? name : base.resolve(name));
      }
    }
  }
}
