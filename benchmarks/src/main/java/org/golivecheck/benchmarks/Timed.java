package org.golivecheck.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** A process that is run again and again, and what its runs cost. */
final class Timed {
  /** Prints the CPU time, then the peak memory in KiB, of what it runs. */
  private static final Path TIME = Path.of("/usr/bin/time");

  private final String name;
  private final List<String> command;
  private final List<Double> wall = new ArrayList<>();
  private double cpu = Double.NaN;
  private long memory = -1;

  Timed(String name, List<String> command) {
    this.name = name;
    this.command = command;
  }

  /** Runs the process once; what it prints is thrown away. */
  void run() throws IOException, InterruptedException {
    Path told = Files.createTempFile("time", ".txt");
    List<String> whole = new ArrayList<>();
    if (Files.isExecutable(TIME)) {
      whole.addAll(List.of(TIME.toString(), "-q", "-o", told.toString(), "-f", "%U %S %M"));
    }
    whole.addAll(command);
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(whole)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    int exit = process.waitFor();
    wall.add((System.nanoTime() - start) / 1e6);
    // 1 is a verdict too: FAIL.
    if (exit > 1) {
      throw new IllegalStateException(name + " ended with exit code " + exit);
    }
    read(Files.readString(told, StandardCharsets.US_ASCII).strip());
    Files.delete(told);
  }

  private void read(String told) {
    if (!told.isEmpty()) {
      String[] fields = told.split(" ", -1);
      double seconds = Double.parseDouble(fields[0]) + Double.parseDouble(fields[1]);
      cpu = Double.isNaN(cpu) ? seconds * 1e3 : Math.min(cpu, seconds * 1e3);
      memory = Math.max(memory, Long.parseLong(fields[2]) >> 10);
    }
  }

  /** Returns the time of the fastest run, in milliseconds. */
  double best() {
    return Collections.min(wall);
  }

  /** Returns a row of the table; best times are compared with the first candidate's. */
  String row(double first) {
    List<Double> sorted = new ArrayList<>(wall);
    Collections.sort(sorted);
    return String.format(
        Locale.ROOT,
        "| %s | %.0f | %.0f | %.0f | %s | %s | %.2f |",
        name,
        best(),
        sorted.get(sorted.size() / 2),
        sorted.get(sorted.size() - 1),
        Double.isNaN(cpu) ? "-" : String.format(Locale.ROOT, "%.0f", cpu),
        memory < 0 ? "-" : String.valueOf(memory),
        best() / first);
  }
}
