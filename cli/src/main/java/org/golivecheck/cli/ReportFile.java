package org.golivecheck.cli;

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
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A file that is either written completely or not touched: what is written goes to a temporary file
 * in the same folder, which then takes the file's place.
 */
final class ReportFile {
  private final Path file;
  private final boolean ownerOnly;

  ReportFile(Path file) {
    this(file, false);
  }

  private ReportFile(Path file, boolean ownerOnly) {
    this.file = file;
    this.ownerOnly = ownerOnly;
  }

  /**
   * Returns a file that nobody else may read, where the file system knows such permissions; so is
   * its folder, if there is none yet.
   */
  static ReportFile ownerOnly(Path file) {
    return new ReportFile(file, true);
  }

  /**
   * Writes the file.
   *
   * @throws IOException if it cannot be written; it is as before then, and nothing else is left
   */
  void write(Printing printing) throws IOException {
    writeBytes(
        stream -> {
          Writer writer =
              new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
          printing.printTo(writer);
          writer.flush();
        });
  }

  /**
   * Writes the file.
   *
   * @throws IOException if it cannot be written; it is as before then, and nothing else is left
   */
  void writeBytes(ByteWriting writing) throws IOException {
    Path target = target();
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      writeInPlace(target, writing);
      return;
    }
    if (ownerOnly && target.getParent() != null) {
      Files.createDirectories(target.getParent(), attributes(target, "rwx------"));
    }
    Path temporary = temporaryBeside(target);
    boolean moved = false;
    try {
      write(create(temporary), writing);
      move(temporary, target);
      moved = true;
    } catch (NoSuchFileException e) {
      // What is missing is the folder; the name of the temporary file would help nobody.
      throw new FileNotFoundException("there is no such folder");
    } finally {
      if (!moved) {
        Files.deleteIfExists(temporary);
      }
    }
  }

  private OutputStream create(Path temporary) throws IOException {
    Set<OpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    FileAttribute<?>[] attributes =
        ownerOnly ? attributes(temporary, "rw-------") : new FileAttribute<?>[0];
    return Channels.newOutputStream(Files.newByteChannel(temporary, options, attributes));
  }

  private static FileAttribute<?>[] attributes(Path path, String permissions) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  /** The file behind a symbolic link, so that the link stays one. */
  private Path target() throws IOException {
    Path absolute = file.toAbsolutePath();
    return Files.isSymbolicLink(absolute) && Files.exists(absolute)
        ? absolute.toRealPath()
        : absolute;
  }

  private static Path temporaryBeside(Path target) {
    String random = Long.toUnsignedString(ThreadLocalRandom.current().nextLong(), 36);
    Path temporary = target.resolveSibling("." + target.getFileName() + "." + random + ".tmp");
    // For an interrupt by the user; deleting what has been moved away by then does nothing.
    temporary.toFile().deleteOnExit();
    return temporary;
  }

  /** Devices and pipes, such as {@code /dev/stderr}, cannot be replaced. */
  private static void writeInPlace(Path target, ByteWriting writing) throws IOException {
    if (Files.isDirectory(target)) {
      throw new IOException("it is a folder");
    }
    write(Files.newOutputStream(target, StandardOpenOption.WRITE), writing);
  }

  private static void write(OutputStream stream, ByteWriting writing) throws IOException {
    try (OutputStream out = new BufferedOutputStream(stream)) {
      writing.writeTo(out);
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
