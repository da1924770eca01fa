package org.golivecheck.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Times whole processes, from their start to their exit: the command, beside what no command can do
 * without ({@link Floor}, {@link Hello}) and beside other tools that answer a part of the same
 * questions, where they are installed. All candidates of a table run in turn, round after round, so
 * that what else the machine does meets all of them. Each table goes into RESULTS.md, in place of
 * the one that is there. CPU time and memory are told where GNU {@code time} is installed.
 */
public final class CommandBenchmark {
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin/java").toString();

  private static final Path RESULTS = Path.of("benchmarks/RESULTS.md");
  private static final Path FOLDER = Path.of("benchmarks/target/logs").toAbsolutePath();
  private static final String LAUNCHER =
      Path.of("cli/target/golive-check").toAbsolutePath().toString();

  private static final int ZIP_CALLS = 100_000;
  private static final int LINE_CALLS = 1_500_000;

  private CommandBenchmark() {}

  /** Makes the candidates of a table; the first is what the others are compared with. */
  private interface Candidates {
    List<Timed> make() throws IOException;
  }

  /** Runs the tables whose names match: {@code CommandBenchmark [-f PATTERN] [-n ROUNDS]}. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Pattern wanted = Pattern.compile("");
    int rounds = 5;
    for (int i = 0; i + 1 < args.length; i += 2) {
      if (args[i].equals("-f")) {
        wanted = Pattern.compile(args[i + 1]);
      } else {
        rounds = Integer.parseInt(args[i + 1]);
      }
    }
    Files.createDirectories(FOLDER);
    for (Map.Entry<String, Candidates> table : tables().entrySet()) {
      if (wanted.matcher(table.getKey()).find()) {
        boolean quick = table.getKey().equals("start");
        write(table.getKey(), run(table.getValue().make(), quick ? 4 * rounds : rounds));
      }
    }
  }

  private static Map<String, Candidates> tables() {
    Map<String, Candidates> tables = new LinkedHashMap<>();
    tables.put("start", CommandBenchmark::start);
    tables.put("zip", CommandBenchmark::zip);
    tables.put("ndjson", () -> lines("ndjson", "read_json('%s', format='newline_delimited')"));
    tables.put("csv", () -> lines("csv", "read_csv('%s')"));
    tables.put("access", () -> lines("log", ""));
    tables.put("gzip", CommandBenchmark::gzip);
    tables.put("growth", CommandBenchmark::growth);
    return tables;
  }

  private static List<Timed> start() throws IOException {
    String zip = BigZip.write(FOLDER.resolve("50.zip"), 50).toString();
    return List.of(
        new Timed("hello world", java("Hello")),
        new Timed("golive-check --version", List.of(LAUNCHER, "--version")),
        new Timed("golive-check, 50 calls", List.of(LAUNCHER, zip)));
  }

  private static List<Timed> zip() throws IOException {
    String zip = BigZip.write(FOLDER.resolve(ZIP_CALLS + ".zip"), ZIP_CALLS).toString();
    List<Timed> candidates = new ArrayList<>();
    candidates.add(new Timed("inflate, 2 threads", java("Floor", zip, "2")));
    candidates.add(new Timed("inflate, 1 thread", java("Floor", zip, "1")));
    candidates.add(new Timed("golive-check", List.of(LAUNCHER, zip)));
    candidates.add(new Timed("golive-check --threads 1", List.of(LAUNCHER, "--threads", "1", zip)));
    peer(candidates, "unzip", "-p", zip);
    return candidates;
  }

  /** The peers answer parts of it: the newest calls, polling pairs, errors; hits by path. */
  private static List<Timed> lines(String format, String reader) throws IOException {
    String log = BigLog.write(FOLDER.resolve(LINE_CALLS + "." + format), LINE_CALLS).toString();
    List<Timed> candidates = new ArrayList<>();
    if (!reader.isEmpty() && System.getProperty("java.class.path").contains("duckdb")) {
      candidates.add(new Timed("DuckDB, 2 threads", java("DuckDb", reader.replace("%s", log))));
    }
    candidates.add(new Timed("count lines", java("Floor", log, "1")));
    candidates.add(new Timed("golive-check -r json", List.of(LAUNCHER, "-r", "json", log)));
    if (format.equals("ndjson")) {
      peer(candidates, "jq", "-c", "select(.status >= 400) | .url", log);
      peer(candidates, "mlr", "--ijsonl", "--ojson", "count-distinct", "-f", "status", log);
    } else if (format.equals("log")) {
      peer(candidates, "goaccess", log, "--log-format=COMBINED", "-o", FOLDER + "/goaccess.json");
    }
    return candidates;
  }

  private static List<Timed> gzip() throws IOException {
    String log = BigLog.write(FOLDER.resolve(LINE_CALLS + ".ndjson.gz"), LINE_CALLS).toString();
    return List.of(
        new Timed("inflate and count lines", java("Floor", log, "1")),
        new Timed("golive-check -r json", List.of(LAUNCHER, "-r", "json", log)));
  }

  private static List<Timed> growth() throws IOException {
    List<Timed> candidates = new ArrayList<>();
    for (int calls : new int[] {100_000, 1_000_000, 10_000_000}) {
      String log = BigLog.write(FOLDER.resolve(calls + ".ndjson"), calls).toString();
      for (String threads : new String[] {"1", "2"}) {
        String name = String.format(Locale.ROOT, "%,d calls, --threads %s", calls, threads);
        candidates.add(new Timed(name, List.of(LAUNCHER, "--threads", threads, log)));
      }
    }
    return candidates;
  }

  /** Adds another tool, if it is installed. */
  private static void peer(List<Timed> candidates, String... command) {
    for (String folder : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
      if (Files.isExecutable(Path.of(folder, command[0]))) {
        candidates.add(new Timed(command[0], List.of(command)));
        return;
      }
    }
  }

  private static List<String> java(String main, String... args) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(JAVA, "-cp", System.getProperty("java.class.path")));
    command.add(CommandBenchmark.class.getPackageName() + "." + main);
    command.addAll(List.of(args));
    return command;
  }

  private static String run(List<Timed> candidates, int rounds)
      throws IOException, InterruptedException {
    for (int round = 0; round < rounds; round++) {
      for (Timed candidate : candidates) {
        candidate.run();
      }
    }
    StringBuilder table = new StringBuilder();
    table.append(
        "| process | best ms | median ms | slowest ms | CPU ms | RSS MiB | best / first |\n");
    table.append("|---|---|---|---|---|---|---|\n");
    for (Timed candidate : candidates) {
      table.append(candidate.row(candidates.get(0).best())).append('\n');
    }
    return table.toString();
  }

  /** Prints a table, and puts it into the results in place of the one of its name. */
  private static void write(String name, String table) throws IOException {
    String title =
        String.format(
            Locale.ROOT,
            "%s, JDK %s, %d processors, %s",
            LocalDate.now(ZoneOffset.UTC),
            System.getProperty("java.version"),
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.arch"));
    String begin = "<!-- table " + name + " -->\n";
    String end = "<!-- end of " + name + " -->\n";
    String whole = begin + "### " + name + "\n\n" + title + "\n\n" + table + end;
    System.out.println(whole);
    String results = Files.readString(RESULTS, StandardCharsets.UTF_8);
    int from = results.indexOf(begin);
    int to = results.indexOf(end);
    Files.writeString(
        RESULTS,
        from < 0
            ? results + "\n" + whole
            : results.substring(0, from) + whole + results.substring(to + end.length()));
  }
}
