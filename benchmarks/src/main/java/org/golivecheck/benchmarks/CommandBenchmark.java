package org.golivecheck.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Times whole processes, from their start to their exit: the command on a zip of 50 calls beside a
 * bare JVM's hello world, and on a large zip beside inflating it, {@code unzip -p} and {@code
 * grep}. All candidates run in turn, round after round, so that what else the machine does meets
 * all of them; prints a Markdown table. Needs {@code unzip} and {@code grep}, and tells CPU time
 * and memory where GNU {@code time} is installed.
 */
public final class CommandBenchmark {
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin/java").toString();

  /** A log that fails, found where the benchmark is run from the top of the project. */
  private static final Path FAILING = Path.of("samples/logs/errors-in-window.zip");

  private CommandBenchmark() {}

  /** Runs the benchmark: {@code CommandBenchmark LAUNCHER FOLDER [CALLS [ROUNDS]]}. */
  public static void main(String[] args) throws IOException, InterruptedException {
    String launcher = Path.of(args[0]).toAbsolutePath().toString();
    Path folder = Files.createDirectories(Path.of(args[1])).toAbsolutePath();
    int calls = args.length > 2 ? Integer.parseInt(args[2]) : 100_000;
    int rounds = args.length > 3 ? Integer.parseInt(args[3]) : 7;
    Path small = BigZip.write(folder.resolve("50.zip"), 50);
    Path large = BigZip.write(folder.resolve(calls + ".zip"), calls);

    System.out.println("## 50 calls\n");
    run(start(launcher, small), 3 * rounds);
    System.out.println("\n## " + calls + " calls, " + (Files.size(large) >> 20) + " MiB\n");
    run(throughput(launcher, large), rounds);
  }

  private static List<Timed> start(String launcher, Path zip) {
    List<Timed> candidates = new ArrayList<>();
    candidates.add(new Timed("hello world", java("Hello")));
    candidates.add(new Timed("golive-check --version", List.of(launcher, "--version")));
    candidates.add(new Timed("golive-check, 50 calls", List.of(launcher, zip.toString())));
    if (Files.exists(FAILING)) {
      candidates.add(
          new Timed("golive-check, 25 calls with errors", List.of(launcher, FAILING.toString())));
    }
    return candidates;
  }

  private static List<Timed> throughput(String launcher, Path zip) {
    String file = zip.toString();
    return List.of(
        new Timed("inflate, 2 threads", java("Floor", file, "2")),
        new Timed("inflate, 1 thread", java("Floor", file, "1")),
        new Timed("golive-check", List.of(launcher, file)),
        new Timed("golive-check --threads 1", List.of(launcher, "--threads", "1", file)),
        new Timed("unzip -p", List.of("unzip", "-p", file)),
        new Timed(
            "unzip -p, grep",
            List.of("/bin/sh", "-c", "unzip -p \"$0\" | LC_ALL=C grep -c '^TraceToken: '", file)));
  }

  private static List<String> java(String main, String... args) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(JAVA, "-cp", System.getProperty("java.class.path").split(":", 2)[0]));
    command.add(CommandBenchmark.class.getPackageName() + "." + main);
    command.addAll(List.of(args));
    return command;
  }

  private static void run(List<Timed> candidates, int rounds)
      throws IOException, InterruptedException {
    for (int round = 0; round < rounds; round++) {
      for (Timed candidate : candidates) {
        candidate.run();
      }
    }
    double first = candidates.get(0).best();
    System.out.println(
        "| process | best ms | median ms | slowest ms | CPU ms | RSS MiB | best / first |");
    System.out.println("|---|---|---|---|---|---|---|");
    for (Timed candidate : candidates) {
      System.out.println(candidate.row(first));
    }
  }
}
