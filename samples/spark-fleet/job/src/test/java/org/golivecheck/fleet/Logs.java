package org.golivecheck.fleet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Writes logs of many integrations: calls of whole seconds, some of them in several files. */
final class Logs {
  private final Random random;
  private final List<UUID> keys = new ArrayList<>();

  Logs(long seed, int keys) {
    random = new Random(seed);
    for (int i = 0; i < keys; i++) {
      this.keys.add(uuid());
    }
  }

  private UUID uuid() {
    return new UUID(random.nextLong(), random.nextLong());
  }

  /** Writes files of lines, each with calls of any key. */
  void write(Path folder, int files, int callsPerFile) throws IOException {
    Files.createDirectories(folder);
    List<String> copies = new ArrayList<>();
    for (int file = 0; file < files; file++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < callsPerFile; i++) {
        String line =
            !copies.isEmpty() && random.nextInt(20) == 0
                ? copies.get(random.nextInt(copies.size()))
                : call(i);
        if (random.nextInt(10) == 0) {
          copies.add(line);
        }
        text.append(line).append('\n');
      }
      Files.writeString(folder.resolve("calls-%02d.ndjson".formatted(file)), text);
    }
  }

  private String call(int second) {
    UUID key = keys.get(random.nextInt(keys.size()));
    // An account of its own for each key, and few envelopes, so that some are polled.
    UUID account = new UUID(key.getMostSignificantBits(), 1);
    UUID envelope = new UUID(key.getLeastSignificantBits(), random.nextInt(40));
    boolean create = random.nextInt(3) > 0;
    boolean fails = random.nextInt(60) == 0;
    String url =
        "https://demo.docusign.net/restapi/v2.1/accounts/%s/envelopes%s"
            .formatted(account, create ? "" : "/" + envelope);
    return """
    {"timestamp":"%s","method":"%s","url":"%s","status":%d,"integrationKey":"%s"%s%s}\
    """
        .formatted(
            Instant.parse("2026-11-01T00:00:00Z").plusSeconds(20L * second + random.nextInt(400)),
            create ? "POST" : "GET",
            url,
            fails ? 400 : create ? 201 : 200,
            key,
            random.nextBoolean() ? ",\"traceToken\":\"" + uuid() + "\"" : "",
            fails ? ",\"errorCode\":\"INVALID_REQUEST_PARAMETER\",\"message\":\"wrong\"" : "");
  }
}
