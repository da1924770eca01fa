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
import java.util.BitSet;
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

  /**
   * A glob pattern in the syntax of {@link java.nio.file.FileSystem#getPathMatcher}, matched in
   * time proportional to the lengths of pattern and path. Java's own matcher turns stars into a
   * regular expression that tries every way to divide a name among them. {@code **}{@code /} also
   * matches no folder at all.
   */
  static final class Glob {
    private final List<String> alternatives = new ArrayList<>();

    /**
     * Creates a pattern.
     *
     * @param pattern a sound pattern, with slashes
     */
    Glob(String pattern) {
      expand("", pattern);
    }

    /** Expands the braces of a pattern, one after another. They do not nest. */
    private void expand(String before, String rest) {
      int open = indexOf(rest, '{', 0);
      if (open < 0) {
        alternatives.add(before + rest);
        return;
      }
      int close = indexOf(rest, '}', open);
      String head = before + rest.substring(0, open);
      for (int from = open + 1; from <= close; ) {
        int comma = indexOf(rest, ',', from);
        int to = comma < 0 || comma > close ? close : comma;
        expand(head + rest.substring(from, to), rest.substring(close + 1));
        from = to + 1;
      }
    }

    private static int indexOf(String pattern, char wanted, int from) {
      for (int i = from; i < pattern.length(); i++) {
        if (pattern.charAt(i) == wanted) {
          return i;
        }
        if (pattern.charAt(i) == '\\') {
          i++;
        }
      }
      return -1;
    }

    /** Returns whether a path, with slashes, matches. */
    boolean matches(String path) {
      return alternatives.stream().anyMatch(pattern -> matches(pattern, path));
    }

    /** Contains all positions of the pattern that the path read so far may have reached. */
    private static boolean matches(String pattern, String path) {
      BitSet places = new BitSet(pattern.length() + 1);
      arrive(places, pattern, 0);
      for (int i = 0; i < path.length(); i++) {
        char c = path.charAt(i);
        BitSet next = new BitSet(pattern.length() + 1);
        for (int at = places.nextSetBit(0); at >= 0; at = places.nextSetBit(at + 1)) {
          step(pattern, at, c, next);
        }
        places = next;
      }
      return places.get(pattern.length());
    }

    /** Adds a position, and those that are reached from it without a character. */
    private static void arrive(BitSet places, String pattern, int at) {
      places.set(at);
      if (pattern.startsWith("**/", at)) {
        arrive(places, pattern, at + 3);
      }
      if (at < pattern.length() && pattern.charAt(at) == '*') {
        arrive(places, pattern, pattern.startsWith("**", at) ? at + 2 : at + 1);
      }
    }

    private static void step(String pattern, int at, char c, BitSet next) {
      if (at == pattern.length()) {
        return;
      }
      switch (pattern.charAt(at)) {
        case '*' -> {
          if (c != '/' || pattern.startsWith("**", at)) {
            arrive(next, pattern, at);
          }
        }
        case '?' -> {
          if (c != '/') {
            arrive(next, pattern, at + 1);
          }
        }
        case '[' -> {
          int close = pattern.indexOf(']', at + 2);
          if (c != '/' && isIn(pattern.substring(at + 1, close), c)) {
            arrive(next, pattern, close + 1);
          }
        }
        default -> {
          int literal = pattern.charAt(at) == '\\' ? at + 1 : at;
          if (pattern.charAt(literal) == c) {
            arrive(next, pattern, literal + 1);
          }
        }
      }
    }

    /** Returns whether a character is one of a class, such as {@code a-z0} or {@code !a}. */
    private static boolean isIn(String characters, char c) {
      boolean not = characters.charAt(0) == '!';
      boolean in = false;
      for (int i = not ? 1 : 0; i < characters.length(); i++) {
        boolean range = i + 2 < characters.length() && characters.charAt(i + 1) == '-';
        in |=
            range
                ? c >= characters.charAt(i) && c <= characters.charAt(i + 2)
                : c == characters.charAt(i);
        i += range ? 2 : 0;
      }
      return in != not;
    }
  }
}
