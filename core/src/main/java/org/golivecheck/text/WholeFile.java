package org.golivecheck.text;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Writes a file completely or not at all: the content is written to a temporary file in the same
 * folder, which then replaces the file and keeps its owner and permissions.
 */
public final class WholeFile {
  /** Content of bytes. */
  @FunctionalInterface
  public interface Bytes {

    /**
     * Writes the content.
     *
     * @param out the output; neither flushed nor closed
     * @throws IOException if {@code out} throws it
     */
    void writeTo(OutputStream out) throws IOException;
  }

  /** Content of text. */
  @FunctionalInterface
  public interface Text {

    /**
     * Prints the content.
     *
     * @param out the output; neither flushed nor closed
     * @throws IOException if {@code out} throws it
     */
    void printTo(Appendable out) throws IOException;

    /** Returns the content as bytes in UTF-8. */
    default Bytes inUtf8() {
      return stream -> {
        Writer writer = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        printTo(writer);
        writer.flush();
      };
    }
  }

  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> GROUP =
      PosixFilePermissions.fromString("---rwx---");

  private final Path file;
  private final boolean ownerOnly;
  private final boolean withFolder;

  /** Returns a file that has the default permissions if it is new. */
  public WholeFile(Path file) {
    this(file, false, false);
  }

  private WholeFile(Path file, boolean ownerOnly, boolean withFolder) {
    this.file = file;
    this.ownerOnly = ownerOnly;
    this.withFolder = withFolder;
  }

  /**
   * Returns a file that only its owner may read if it is new and the file system supports such
   * permissions.
   */
  public static WholeFile ownerOnly(Path file) {
    return new WholeFile(file, true, false);
  }

  /** Returns this file, whose folder is created if it does not exist, with like permissions. */
  public WholeFile withFolder() {
    return new WholeFile(file, ownerOnly, true);
  }

  /**
   * Writes the file, text in UTF-8.
   *
   * @throws IOException if it cannot be written; the file is then unchanged, and no temporary file
   *     is left
   */
  public void write(Text text) throws IOException {
    writeBytes(text.inUtf8());
  }

  /**
   * Writes the file.
   *
   * @throws IOException if it cannot be written; the file is then unchanged, and no temporary file
   *     is left
   */
  public void writeBytes(Bytes bytes) throws IOException {
    Path target = target();
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      writeInPlace(target, bytes);
      return;
    }
    if (withFolder && target.getParent() != null) {
      Files.createDirectories(
          target.getParent(), permissions(target, ownerOnly ? "rwx------" : "rwxrwxrwx"));
    }
    Path temporary = temporaryBeside(target);
    boolean moved = false;
    try {
      // What replaces a file is readable by others only where that file is.
      boolean secret = ownerOnly || Files.exists(target);
      write(create(temporary, secret ? "rw-------" : "rw-rw-rw-"), bytes);
      keepOwnerAndMode(target, temporary);
      move(temporary, target);
      moved = true;
    } catch (NoSuchFileException e) {
      // The folder is missing; the name of the temporary file would not help.
      throw new FileNotFoundException("there is no such folder");
    } finally {
      if (!moved) {
        Files.deleteIfExists(temporary);
      }
    }
  }

  private static OutputStream create(Path temporary, String permissions) throws IOException {
    Set<OpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    return Channels.newOutputStream(
        Files.newByteChannel(temporary, options, permissions(temporary, permissions)));
  }

  /** Returns permissions for a new file, less those that the umask of the process takes away. */
  private static FileAttribute<?>[] permissions(Path path, String permissions) {
    return isPosix(path)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /** Gives a new file the owner, the group and the permissions of the one it replaces. */
  private static void keepOwnerAndMode(Path replaced, Path by) throws IOException {
    if (!isPosix(replaced) || !Files.exists(replaced)) {
      return;
    }
    PosixFileAttributes old = Files.readAttributes(replaced, PosixFileAttributes.class);
    PosixFileAttributeView view = Files.getFileAttributeView(by, PosixFileAttributeView.class);
    Set<PosixFilePermission> permissions = EnumSet.copyOf(OWNER_ONLY);
    permissions.addAll(old.permissions());
    try {
      view.setGroup(old.group());
    } catch (IOException e) {
      // The user is not in that group. Another group gets no permissions.
      permissions.removeAll(GROUP);
    }
    try {
      view.setOwner(old.owner());
    } catch (IOException e) {
      // Only the system's administrator may give a file away; it is then the user's.
    }
    view.setPermissions(permissions);
  }

  /** Returns the target of a symbolic link, so that the link is not replaced. */
  private Path target() throws IOException {
    Path absolute = file.toAbsolutePath();
    return Files.isSymbolicLink(absolute) && Files.exists(absolute)
        ? absolute.toRealPath()
        : absolute;
  }

  private static Path temporaryBeside(Path target) {
    String random = Long.toUnsignedString(ThreadLocalRandom.current().nextLong(), 36);
    Path temporary = target.resolveSibling("." + target.getFileName() + "." + random + ".tmp");
    // In case the user interrupts. Has no effect once the file is moved.
    temporary.toFile().deleteOnExit();
    return temporary;
  }

  /** Devices and pipes, such as {@code /dev/stderr}, cannot be replaced. */
  private static void writeInPlace(Path target, Bytes bytes) throws IOException {
    if (Files.isDirectory(target)) {
      throw new IOException("it is a folder");
    }
    write(Files.newOutputStream(target, StandardOpenOption.WRITE), bytes);
  }

  private static void write(OutputStream stream, Bytes bytes) throws IOException {
    try (OutputStream out = new BufferedOutputStream(stream)) {
      bytes.writeTo(out);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
