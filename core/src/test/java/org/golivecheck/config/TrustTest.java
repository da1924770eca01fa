package org.golivecheck.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that was found is obeyed only if the user, or whom the folder belongs to, wrote it. */
final class TrustTest {
  @TempDir Path project;
  private Path folder;
  private Path file;

  /** Owners by path; who is not named owns what is left. */
  private final Map<Path, String> owners = new HashMap<>();

  private @Nullable String user = "ann";

  private final FileOwners view =
      new FileOwners() {
        @Override
        public @Nullable String user(Path any) {
          return user;
        }

        @Override
        public String owner(Path path, LinkOption... options) {
          return owners.getOrDefault(
              options.length == 0 && Files.isSymbolicLink(path) ? target(path) : path, "ann");
        }
      };

  private static Path target(Path link) {
    try {
      return Files.readSymbolicLink(link);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @BeforeEach
  void configure() throws IOException {
    folder = Files.createDirectories(project.resolve("a/b"));
    file = write("profile: strict");
  }

  private Path write(String... lines) throws IOException {
    return Files.writeString(project.resolve(".golive-check.yml"), String.join("\n", lines));
  }

  private Configuration load() throws ConfigurationFormatException {
    return Configuration.load(null, folder, Map.of(), view);
  }

  private void assertRefused(String why) {
    assertThatThrownBy(this::load)
        .isInstanceOf(ConfigurationFormatException.class)
        .hasMessage(
            "the configuration "
                + file
                + " was found but not named, and "
                + why
                + "; to use it give --config "
                + file);
  }

  @Test
  void theUsersOwnFileIsObeyed() throws Exception {
    assertThat(load().value(Keys.PROFILE)).isEqualTo("strict");
  }

  @Test
  void theFileOfAnotherUserIsRefused() throws Exception {
    owners.put(file, "eve");

    assertRefused("belongs to eve, not to you or the owner of the working folder");
    assertThat(Configuration.load(file.toString(), folder, Map.of(), view).value(Keys.PROFILE))
        .isEqualTo("strict");
  }

  @ParameterizedTest
  @CsvSource({"root", ","})
  void inAContainerTheOwnerOfTheFolderIsTrusted(@Nullable String runs) throws Exception {
    user = runs;
    owners.put(file, "ci");
    assertRefused("belongs to ci, not to you or the owner of the working folder");

    owners.put(folder, "ci");
    assertThat(load().value(Keys.PROFILE)).isEqualTo("strict");
  }

  @Test
  void bothEndsOfALinkCount() throws Exception {
    Path other = Files.move(file, project.resolve("other.yml"));
    Files.createSymbolicLink(file, other);
    assertThat(load().value(Keys.PROFILE)).isEqualTo("strict");

    owners.put(file, "eve");
    assertRefused("belongs to eve, not to you or the owner of the working folder");
    owners.remove(file);
    owners.put(other, "eve");
    assertRefused("belongs to eve, not to you or the owner of the working folder");
  }

  @Test
  void aFileThatOthersCanWriteIsRefused() throws Exception {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
    assertRefused("can be written by every user (chmod o-w protects it)");

    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));
    assertThat(load().value(Keys.PROFILE)).isEqualTo("strict");
  }

  @Test
  void theSystemKnowsWhoOwnsAFileOfThisTest() throws Exception {
    assertThat(FileOwners.OF_SYSTEM.objection(file, folder)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "baseline: link/known.json",
        "baseline: link/../../known.json",
        "baseline: dangling.json",
        "baseline: out.json",
        "reports: [text, json=link/a/b.json]",
        "reports: json=out.json",
      })
  void noFileIsWrittenThroughALink(String line, @TempDir Path elsewhere) throws Exception {
    Files.createSymbolicLink(project.resolve("link"), elsewhere);
    Files.createSymbolicLink(project.resolve("dangling.json"), elsewhere.resolve("none.json"));
    Files.createSymbolicLink(
        project.resolve("out.json"), Files.createFile(elsewhere.resolve("known.json")));
    write(line);

    assertThatThrownBy(this::load)
        .hasMessageContaining(
            "which is not in the folder of the file; that needs --config " + file);
    assertThat(Configuration.load(file.toString(), null, Map.of(), view).file()).isNotNull();
  }

  @Test
  void aLinkWithinTheFolderIsNoHarm(@TempDir Path elsewhere) throws Exception {
    Files.createDirectory(project.resolve("real"));
    Files.createSymbolicLink(project.resolve("link"), project.resolve("real"));
    write("baseline: link/known.json", "reports: json=new/folder/a.json");
    assertThat(load().value(Keys.BASELINE)).isEqualTo(project + "/link/known.json");

    // What is checked is what is written, also where a link and .. are mixed.
    Files.createSymbolicLink(project.resolve("away"), elsewhere);
    write("baseline: away/../known.json");
    assertThat(load().value(Keys.BASELINE)).isEqualTo(project + "/known.json");
  }

  @Test
  @Timeout(20)
  void whatIsNoOrdinaryFileIsRefused() throws Exception {
    for (String device : List.of("/dev/zero", "/dev/null")) {
      assertThatThrownBy(() -> Configuration.load(device, null, Map.of(), view))
          .hasMessage("cannot read the configuration " + device + ": it is not a regular file");
    }
    Path large = Files.writeString(project.resolve("large.yml"), "# x\n".repeat(300_000));
    assertThatThrownBy(() -> Configuration.load(large.toString(), null, Map.of(), view))
        .hasMessage("the configuration " + large + " is larger than 1 MB; name a smaller file");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hunter2",
        "'hunter2'",
        "export TOKEN=hunter2\nexport B=hunter2",
        "root:hunter2:0:0\nann:hunter2:1:1",
        "- hunter2",
        "[hunter2",
        "{hunter2",
        "\"hunter2",
        "%hunter2",
        "!hunter2 x",
        "&hunter2 x",
        "*hunter2",
        "-----BEGIN PRIVATE KEY-----\nhunter2\n-----END PRIVATE KEY-----",
        "password: hunter2",
        "a: hunter2: b",
        "a\tb: hunter2",
      })
  void aFileThatIsNoConfigurationIsNotPrinted(String content) throws Exception {
    write(content);

    assertThatThrownBy(this::load)
        .isInstanceOf(ConfigurationFormatException.class)
        .hasMessageContaining(file.toString())
        .message()
        .doesNotContain("hunter2");
  }

  @Test
  void whatChangesTheVerdictOrTheExitCodeIsTold() throws Exception {
    write("user: u", "profile: strict", "fail-on: warning");
    assertThat(load().changes())
        .containsExactly(
            "profile is strict, by " + file + ", line 2",
            "fail-on is warning, by " + file + ", line 3");

    write("profile: classic", "fail-on: error");
    assertThat(load().changes()).isEmpty();
    write("profile: current");
    assertThat(load().with(List.of(Setting.of(Keys.PROFILE, "strict"))).changes()).isEmpty();
    assertThat(Configuration.load(file.toString(), null, Map.of(), view).changes()).isEmpty();
  }
}
