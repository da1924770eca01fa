package org.golivecheck.log;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Objects;

/** Where logs come from: something named on the command line, or opened by a program. */
public sealed interface LogSource {

  /**
   * How the name of a file ends that says, in a folder of logs, why one of them is incomplete. The
   * folder then gives no PASS.
   */
  String INCOMPLETE = ".incomplete";

  /** Returns the name under which reports show this input. */
  String name();

  /** Returns the input for a file or a folder. */
  static LogSource of(Path path) {
    return new PathSource(path);
  }

  /**
   * Returns the input for a stream, such as standard input. It is read once. The caller closes it.
   *
   * @param name the name for reports; {@code -} for standard input
   * @param stream the bytes
   */
  static LogSource of(String name, InputStream stream) {
    return new StreamSource(name, stream, 0);
  }

  /**
   * Returns the input for a part of a log that has one record per line and is read in parts. Calls
   * and problems are reported with the lines of the whole log.
   *
   * @param name the name of the log for reports
   * @param stream the bytes of the part, from the beginning of a line
   * @param linesBefore how many lines of the log come before the part
   * @throws IllegalArgumentException if that is negative
   */
  static LogSource ofPart(String name, InputStream stream, long linesBefore) {
    return new StreamSource(name, stream, linesBefore);
  }

  /**
   * A file or a folder.
   *
   * @param path where it is
   */
  record PathSource(Path path) implements LogSource {
    /** Checks the path. */
    public PathSource {
      Objects.requireNonNull(path, "path");
    }

    @Override
    public String name() {
      return path.toString();
    }
  }

  /**
   * A folder whose files and folders are inputs of their own, read as leniently as in a folder.
   *
   * @param folder where it is
   */
  record ChildrenSource(Path folder) implements LogSource {
    /** Checks the path. */
    public ChildrenSource {
      Objects.requireNonNull(folder, "folder");
    }

    @Override
    public String name() {
      return folder.toString();
    }
  }

  /**
   * A stream.
   *
   * @param name the name for reports
   * @param stream the bytes
   * @param linesBefore how many lines of the log come before them
   */
  record StreamSource(String name, InputStream stream, long linesBefore) implements LogSource {
    /** Checks the parts. */
    public StreamSource {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(stream, "stream");
      if (linesBefore < 0) {
        throw new IllegalArgumentException("linesBefore is negative: " + linesBefore);
      }
    }
  }

  /**
   * An input that was named but cannot be found. It becomes a problem when it is read.
   *
   * @param name the name as given
   * @param reason why there is nothing to read, and what to do
   */
  record UnresolvedSource(String name, String reason) implements LogSource {
    /** Checks the parts. */
    public UnresolvedSource {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(reason, "reason");
    }
  }

  /**
   * Calls that DocuSign did not log, because the log was full or logging was off. They become a
   * problem when the others are read.
   *
   * @param name the log that lacks them
   * @param reason which calls are missing, and how to get them
   */
  record StoppedSource(String name, String reason) implements LogSource {
    /** Checks the parts. */
    public StoppedSource {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(reason, "reason");
    }
  }
}
