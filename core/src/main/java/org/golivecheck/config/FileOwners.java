package org.golivecheck.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import org.jspecify.annotations.Nullable;

/** Who owns files and who may write them. Tests replace it, since only root can change owners. */
interface FileOwners {
  /** The owners that the file system reports. */
  FileOwners OF_SYSTEM =
      new FileOwners() {
        @Override
        public @Nullable String user(Path file) {
          try {
            return file.getFileSystem()
                .getUserPrincipalLookupService()
                .lookupPrincipalByName(System.getProperty("user.name", ""))
                .getName();
          } catch (IOException | UnsupportedOperationException e) {
            return null; // in a container a user may have no name
          }
        }

        @Override
        public String owner(Path file, LinkOption... options) throws IOException {
          return Files.getOwner(file, options).getName();
        }
      };

  /** Returns the user who runs this program, or null if it is not known. */
  @Nullable String user(Path file);

  /** Returns the owner of a file. */
  String owner(Path file, LinkOption... options) throws IOException;

  /**
   * Returns why a configuration that was found is not used, or null if it is used: it belongs to
   * the user, or to the owner of the working folder as in a container, and other users cannot write
   * it.
   *
   * @param file the configuration
   * @param folder the working folder
   */
  default @Nullable String objection(Path file, Path folder) throws IOException {
    if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return null;
    }
    String user = user(file);
    String ofFolder = owner(folder);
    // Both a symbolic link and its target count.
    for (String owner : new String[] {owner(file), owner(file, LinkOption.NOFOLLOW_LINKS)}) {
      if (!owner.equals(user) && !owner.equals(ofFolder)) {
        return "belongs to " + owner + ", not to you or the owner of the working folder";
      }
    }
    return Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_WRITE)
        ? "can be written by every user (chmod o-w protects it)"
        : null;
  }
}
