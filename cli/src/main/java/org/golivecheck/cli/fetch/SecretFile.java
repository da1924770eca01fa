package org.golivecheck.cli.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/** A small file that contains a secret. */
final class SecretFile {
  private SecretFile() {}

  /**
   * Reads it, and warns if other users can read it too.
   *
   * @param what what it is, for a message
   * @param maxBytes how large such a file can be
   * @throws FetchException if it cannot be read, or is larger
   */
  static byte[] read(Path file, String what, int maxBytes, FetchMessages messages)
      throws FetchException {
    byte[] bytes = read(file, what, maxBytes);
    if (isReadableByOthers(file)) {
      messages.warning(
          "other users of this machine can read the "
              + what
              + " "
              + file
              + "; run chmod 600 on it");
    }
    return bytes;
  }

  /** Reads a file that is no secret, in the same way. */
  static byte[] read(Path file, String what, int maxBytes) throws FetchException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(maxBytes + 1);
      if (bytes.length <= maxBytes) {
        return bytes;
      }
      throw failure("the " + what + " " + file + " is too large to be one");
    } catch (NoSuchFileException e) {
      throw failure("there is no " + what + " " + file);
    } catch (AccessDeniedException e) {
      throw failure("cannot read the " + what + " " + file + ": permission denied");
    } catch (IOException e) {
      String reason = Files.isDirectory(file) ? ": it is a folder" : "";
      throw failure("cannot read the " + what + " " + file + reason);
    }
  }

  private static boolean isReadableByOthers(Path file) {
    Set<PosixFilePermission> permissions;
    try {
      permissions = Files.getPosixFilePermissions(file);
    } catch (IOException | UnsupportedOperationException e) {
      return false; // The system does not say.
    }
    return permissions.contains(PosixFilePermission.GROUP_READ)
        || permissions.contains(PosixFilePermission.OTHERS_READ);
  }

  private static FetchException failure(String message) {
    return new FetchException(FetchException.Kind.CONFIGURATION, message);
  }
}
