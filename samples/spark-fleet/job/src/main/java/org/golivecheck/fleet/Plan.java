package org.golivecheck.fleet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.golivecheck.GoLiveCheck;
import org.golivecheck.log.LogCalls;
import org.golivecheck.log.LogInput;
import org.golivecheck.log.LogSource;

/**
 * Which task reads what: a large log with one call per line in ranges, small logs together, and any
 * other log whole.
 *
 * @param logs all logs, the number of each its index
 * @param tables the paths of Parquet files, which Spark reads
 * @param pieces what tasks read of the logs
 */
record Plan(List<Piece.Log> logs, List<String> tables, List<Piece> pieces) {
  /** How much of a log shows whether each of its lines is a call. */
  private static final int SAMPLE = 1 << 20;

  /**
   * Lists the logs in a folder, or the one file.
   *
   * @param bytes about how many bytes a task reads
   */
  static Plan of(GoLiveCheck check, Configuration hadoop, String folder, long bytes)
      throws IOException {
    Path root = new Path(folder);
    FileSystem files = root.getFileSystem(hadoop);
    List<LocatedFileStatus> found = new ArrayList<>();
    RemoteIterator<LocatedFileStatus> listed = files.listFiles(root, /* recursive= */ true);
    while (listed.hasNext()) {
      LocatedFileStatus file = listed.next();
      if (!file.getPath().getName().startsWith("_") && !file.getPath().getName().startsWith(".")) {
        found.add(file);
      }
    }
    found.sort(Comparator.comparing(file -> file.getPath().toString()));
    String base = files.getFileStatus(root).getPath().toString();
    List<Piece.Log> logs = new ArrayList<>();
    List<String> tables = new ArrayList<>();
    List<Piece> pieces = new ArrayList<>();
    List<Piece.Log> small = new ArrayList<>();
    long smallBytes = 0;
    for (LocatedFileStatus file : found) {
      String path = file.getPath().toString();
      if (path.endsWith(".parquet")) {
        tables.add(path);
        continue;
      }
      String name =
          path.length() > base.length()
              ? path.substring(base.length() + 1)
              : file.getPath().getName();
      Piece.Log log = new Piece.Log(logs.size(), path, name, file.getLen());
      logs.add(log);
      String header = log.length() > bytes ? header(check, files, log) : null;
      if (header != null) {
        for (long from = 0; from < log.length(); from += bytes) {
          pieces.add(
              new Piece(List.of(log), from, Math.min(from + bytes, log.length()), 0, header));
        }
      } else if (smallBytes + log.length() > bytes && !small.isEmpty()) {
        pieces.add(Piece.whole(List.copyOf(small)));
        small.clear();
        small.add(log);
        smallBytes = log.length();
      } else {
        small.add(log);
        smallBytes += log.length();
      }
    }
    if (!small.isEmpty()) {
      pieces.add(Piece.whole(small));
    }
    return new Plan(logs, tables, pieces);
  }

  /**
   * Returns the line that names the columns of a log with one call per line, empty if it needs
   * none; null if the log has to be read whole.
   */
  private static String header(GoLiveCheck check, FileSystem files, Piece.Log log)
      throws IOException {
    byte[] sample;
    try (InputStream in = files.open(new Path(log.path()))) {
      sample = in.readNBytes(SAMPLE);
    }
    int end = sample.length;
    while (end > 0 && sample[end - 1] != '\n') {
      end--;
    }
    String text = new String(sample, 0, end, StandardCharsets.UTF_8);
    long lines = text.lines().filter(line -> !line.isBlank()).count();
    InputStream bytes = new ByteArrayInputStream(sample, 0, end);
    try (LogCalls calls = check.open(List.of(LogSource.of(log.name(), bytes)))) {
      long read = calls.stream().count();
      LogInput input = calls.summary().inputs().get(0);
      boolean csv = input.format().equals("csv");
      boolean byLine = read > 0 && read == lines - (csv ? 1 : 0);
      return !byLine || !calls.summary().problems().isEmpty()
          ? null
          : csv ? text.substring(0, text.indexOf('\n') + 1) : "";
    }
  }
}
