package org.golivecheck.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WholeFileTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void onlyWherePermissionsAreKnown() {
    assumeThat(FileSystems.getDefault().supportedFileAttributeViews()).contains("posix");
    file = folder.resolve("report.txt");
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw-rw-rw-", "rw-------", "rwxr-xr-x"})
  void aReplacedFileKeepsItsPermissions(String mode) throws IOException {
    Files.writeString(file, "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));

    new WholeFile(file).write(out -> out.append("new"));
    assertThat(mode(file)).isEqualTo(mode);
    WholeFile.ownerOnly(file).write(out -> out.append("newer"));
    assertThat(mode(file)).isEqualTo(mode);

    assertThat(file).hasContent("newer");
  }

  @Test
  void aReplacedFileKeepsItsOwner() throws IOException {
    Files.writeString(file, "old");
    UserPrincipal other =
        file.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
    try {
      Files.setOwner(file, other);
    } catch (IOException e) {
      assumeThat(e).as("only the system's administrator can give a file away").isNull();
    }

    new WholeFile(file).write(out -> out.append("new"));

    assertThat(Files.getOwner(file)).isEqualTo(other);
  }

  @Test
  void aNewFileHasTheUsualPermissions() throws IOException {
    Path usual = Files.writeString(folder.resolve("usual"), "");

    new WholeFile(file).write(out -> out.append("new"));

    assertThat(mode(file)).isEqualTo(mode(usual));
  }

  @Test
  void onlyItsOwnerMayReadANewFileThatIsSecretOrItsFolder() throws IOException {
    Path deep = folder.resolve("logs/log.zip");

    WholeFile.ownerOnly(deep).withFolder().write(out -> out.append("new"));

    assertThat(mode(deep)).isEqualTo("rw-------");
    assertThat(mode(deep.getParent())).isEqualTo("rwx------");
  }

  @Test
  void onlyItsOwnerMayReadATemporaryFileForASecretOrInPlaceOfAnotherFile() throws IOException {
    WholeFile.ownerOnly(file).write(out -> assertThat(modes()).containsExactly("rw-------"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    new WholeFile(file)
        .write(out -> assertThat(modes()).containsExactlyInAnyOrder("rw-r--r--", "rw-------"));
  }

  private List<String> modes() throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .map(
              path -> {
                try {
                  return mode(path);
                } catch (IOException e) {
                  return e.toString();
                }
              })
          .toList();
    }
  }

  @Test
  void aFailureLeavesTheOldFileAndNoOther() throws IOException {
    Files.writeString(file, "old");

    assertThatThrownBy(
            () ->
                new WholeFile(file)
                    .write(
                        out -> {
                          out.append("half");
                          throw new IOException("full");
                        }))
        .hasMessage("full");

    assertThat(file).hasContent("old");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }
}
