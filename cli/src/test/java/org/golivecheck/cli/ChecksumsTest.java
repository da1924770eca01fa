package org.golivecheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.cli.Options;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.io.IOUtils;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;

/** Maven verifies only what is recorded: so everything that the command ships with has to be. */
final class ChecksumsTest {
  private static final Path RECORDED = Path.of("../.mvn/checksums/checksums.sha256");

  /** A class of each library. */
  static List<Class<?>> libraries() {
    return List.of(
        JsonFactory.class,
        JsonProperty.class,
        ObjectMapper.class,
        Options.class,
        CSVFormat.class,
        IOUtils.class,
        ImmutableList.class,
        Load.class);
  }

  @ParameterizedTest
  @MethodSource("libraries")
  void everyLibraryIsRecordedWithItsChecksum(Class<?> library) throws Exception {
    Path jar = Path.of(library.getProtectionDomain().getCodeSource().getLocation().toURI());
    String name = String.valueOf(jar.getFileName());
    byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar));

    assertThat(Files.readAllLines(RECORDED))
        .as("if %s or its version is new, run .ci/checksums", name)
        .anyMatch(
            line -> line.endsWith("/" + name) && line.startsWith(HexFormat.of().formatHex(sha256)));
  }
}
