package org.golivecheck.samples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.golivecheck.report.Profile;

/** Writes the sample logs: a zip a story, and a README that lists them. */
public final class SampleLogs {
  private SampleLogs() {}

  /**
   * Writes the sample logs into a folder.
   *
   * @param args the folder
   * @throws IOException if the folder or a file in it cannot be written
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 1) {
      throw new IllegalArgumentException("Usage: SampleLogs FOLDER");
    }
    Path folder = Files.createDirectories(Path.of(args[0]));
    for (Story story : Stories.all()) {
      Files.write(folder.resolve(fileName(story)), zip(story));
    }
    Files.writeString(folder.resolve("README.md"), readme());
  }

  static String fileName(Story story) {
    return story.id() + ".zip";
  }

  /** Returns the request log of a story. Entries are stored: compressors differ in their bytes. */
  static byte[] zip(Story story) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (int i = 0; i < story.calls().size(); i++) {
        LoggedCall call = story.calls().get(i);
        byte[] text = RequestLogText.render(call).getBytes(StandardCharsets.UTF_8);
        zip.putNextEntry(storedEntry(RequestLogText.fileName(i, call), call, text));
        zip.write(text);
      }
    }
    return bytes.toByteArray();
  }

  private static ZipEntry storedEntry(String name, LoggedCall call, byte[] text) {
    CRC32 checksum = new CRC32();
    checksum.update(text);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(text.length);
    entry.setCrc(checksum.getValue());
    // The local form, unlike an instant, puts the same bytes down in every time zone.
    entry.setTimeLocal(
        LocalDateTime.ofEpochSecond(call.timestamp().getEpochSecond(), 0, ZoneOffset.UTC));
    return entry;
  }

  static String readme() {
    StringBuilder text = new StringBuilder();
    text.append("# Sample request logs\n\n");
    text.append("Each zip is a request log as DocuSign would hand it out, with a story of its own");
    text.append(" and the verdict that golive-check reaches under each profile. All ids,");
    text.append(" addresses and times are invented, and the files are generated; to write them");
    text.append(" again:\n\n```\nmvn -q -pl samples -am compile\n");
    text.append("java -cp samples/target/classes:core/target/classes");
    text.append(" org.golivecheck.samples.SampleLogs samples/logs\n```\n\n");
    text.append("| file | story | calls | classic | current | strict |\n");
    text.append("|---|---|---|---|---|---|\n");
    for (Story story : Stories.all()) {
      text.append("| [").append(fileName(story)).append("](").append(fileName(story));
      text.append(") | ").append(story.text()).append(" | ").append(story.calls().size());
      for (Profile profile : Profile.values()) {
        text.append(" | ").append(verdict(story, profile));
      }
      text.append(" |\n");
    }
    return text.toString();
  }

  private static String verdict(Story story, Profile profile) {
    Story.Forecast forecast = story.forecasts().get(profile);
    if (forecast == null) {
      throw new IllegalStateException(story.id() + " has no forecast for " + profile.id());
    }
    return forecast.verdict().name();
  }
}
