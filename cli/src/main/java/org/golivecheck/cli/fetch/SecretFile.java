package org.golivecheck.cli.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A small file that holds a secret. */
final class SecretFile {
  private SecretFile() {}

  /**
   * Reads it.
   *
   * @param what what it is, for a message
   * @param maxBytes how large such a file can be
   * @throws FetchException if it cannot be read, or is larger
   */
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

  private static FetchException failure(String message) {
    return new FetchException(FetchException.Kind.CONFIGURATION, message);
  }
}
