package org.golivecheck.fleet;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.SerializableConfiguration;
import org.golivecheck.GoLiveCheck;
import org.golivecheck.report.Profile;
import scala.Tuple2;

/**
 * Judges the logs of many integrations: one verdict per integration key, or per account where logs
 * show no keys.
 *
 * <p>The calls of an integration are read in many tasks and judged in one. A verdict is the same as
 * that of {@code golive-check} for the same calls, however the logs are cut.
 */
public final class FleetJob {
  /** Accumulators of a task beyond this are handed on. */
  private static final long MAX_BYTES = 64L << 20;

  private FleetJob() {}

  /**
   * What to judge, and how.
   *
   * @param logs the folder of logs, any path that Hadoop knows
   * @param out the folder to write
   * @param profile the profile of the review
   * @param units a file of properties, the key of the integration by account id; null for none
   * @param rangeBytes about how many bytes a task reads
   * @param judges how many tasks judge; 0 for Spark's default
   */
  public record Settings(
      String logs, String out, Profile profile, String units, long rangeBytes, int judges)
      implements Serializable {
    private static final String USAGE =
        "Usage: run LOGS OUT [--profile classic|strict|current] [--units FILE]"
            + " [--range-bytes N] [--judges N]";

    /**
     * Reads the arguments of the job.
     *
     * @throws IllegalArgumentException if they are not arguments of the job; the message lists those
     */
    public static Settings of(String... args) {
      if (args.length < 2 || args.length % 2 != 0) {
        throw new IllegalArgumentException(USAGE);
      }
      Settings settings = new Settings(args[0], args[1], Profile.CLASSIC, null, 96L << 20, 0);
      for (int i = 2; i < args.length; i += 2) {
        settings = settings.with(args[i], args[i + 1]);
      }
      return settings;
    }

    private Settings with(String option, String value) {
      return switch (option) {
        case "--profile" ->
            new Settings(
                logs,
                out,
                Profile.valueOf(value.toUpperCase(Locale.ROOT)),
                units,
                rangeBytes,
                judges);
        case "--units" -> new Settings(logs, out, profile, value, rangeBytes, judges);
        case "--range-bytes" ->
            new Settings(logs, out, profile, units, Long.parseLong(value), judges);
        case "--judges" ->
            new Settings(logs, out, profile, units, rangeBytes, Integer.parseInt(value));
        default -> throw new IllegalArgumentException("No option " + option + ". " + USAGE);
      };
    }

    GoLiveCheck check() {
      return GoLiveCheck.withDefaults().withProfile(profile).withThreads(1);
    }
  }

  /** Runs the job. */
  public static void main(String[] args) throws IOException {
    Settings settings;
    try {
      settings = Settings.of(args);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
      return;
    }
    try (SparkSession spark =
        SparkSession.builder()
            .appName("golive-check fleet")
            .config("spark.serializer", "org.apache.spark.serializer.JavaSerializer")
            .config("spark.sql.session.timeZone", "UTC")
            .getOrCreate()) {
      run(spark, settings);
    }
  }

  /** Reads, judges and writes. */
  public static void run(SparkSession spark, Settings settings) throws IOException {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    SerializableConfiguration hadoop = new SerializableConfiguration(context.hadoopConfiguration());
    Path out = new Path(settings.out());
    FileSystem files = out.getFileSystem(hadoop.value());
    if (files.exists(out)) {
      throw new IOException(out + " exists; name a folder that does not");
    }
    Plan plan = Plan.of(settings.check(), hadoop.value(), settings.logs(), settings.rangeBytes());
    JavaRDD<Part> first =
        read(context, hadoop, settings, numbered(context, hadoop, plan.pieces()))
            .persist(StorageLevel.MEMORY_AND_DISK_SER());
    List<Part.End> ends = new ArrayList<>(ends(first));
    Set<Integer> again = new HashSet<>();
    ends.stream().filter(end -> !end.byLine()).forEach(end -> again.add(end.log()));
    ends.removeIf(end -> again.contains(end.log()));
    JavaRDD<Part> parts = first.filter(part -> !again.contains(part.log()));
    if (!again.isEmpty()) {
      List<Piece> whole =
          again.stream().map(log -> Piece.whole(List.of(plan.logs().get(log)))).toList();
      JavaRDD<Part> second =
          read(context, hadoop, settings, whole).persist(StorageLevel.MEMORY_AND_DISK_SER());
      ends.addAll(ends(second));
      parts = parts.union(second);
    }
    List<Piece.Log> logs = new ArrayList<>(plan.logs());
    if (!plan.tables().isEmpty()) {
      Piece.Log table = new Piece.Log(logs.size(), "", "parquet", 0);
      logs.add(table);
      JavaRDD<Part> rows =
          tables(spark, settings, plan.tables(), table).persist(StorageLevel.MEMORY_AND_DISK_SER());
      ends.addAll(ends(rows));
      parts = parts.union(rows);
    }
    JavaRDD<Verdict> verdicts =
        judged(parts, settings, new Units(logs, ends, accounts(hadoop.value(), settings.units())))
            .persist(StorageLevel.MEMORY_AND_DISK_SER());
    // Before anything is written: a writer of one file would judge in one task.
    verdicts.count();
    write(spark, settings, verdicts, ends, files);
  }

  /** Counts the lines before each range, in tasks that only look for line feeds. */
  private static List<Piece> numbered(
      JavaSparkContext context, SerializableConfiguration hadoop, List<Piece> pieces) {
    List<Piece> ranges = pieces.stream().filter(Piece::isRange).toList();
    if (ranges.isEmpty()) {
      return pieces;
    }
    List<Long> counts =
        context
            .parallelize(ranges, ranges.size())
            .map(range -> lineFeeds(range, hadoop.value()))
            .collect();
    List<Piece> numbered =
        new ArrayList<>(pieces.stream().filter(piece -> !piece.isRange()).toList());
    long lines = 0;
    for (int i = 0; i < ranges.size(); i++) {
      Piece range = ranges.get(i);
      lines = range.from() == 0 ? 0 : lines;
      numbered.add(range.after(range.from() == 0 ? 0 : lines + 1));
      lines += counts.get(i);
    }
    return numbered;
  }

  /** Counts the line feeds before the last byte of a range, and the one before its first. */
  private static long lineFeeds(Piece range, Configuration hadoop) throws IOException {
    Path path = new Path(range.logs().get(0).path());
    byte[] buffer = new byte[1 << 18];
    long feeds = 0;
    try (var in = path.getFileSystem(hadoop).open(path)) {
      long from = Math.max(0, range.from() - 1);
      in.seek(from);
      for (long left = range.to() - 1 - from; left > 0; ) {
        int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
        if (read < 0) {
          throw new IOException(path + " has become shorter");
        }
        for (int i = 0; i < read; i++) {
          feeds += buffer[i] == '\n' ? 1 : 0;
        }
        left -= read;
      }
    }
    return feeds;
  }

  private static JavaRDD<Part> read(
      JavaSparkContext context,
      SerializableConfiguration hadoop,
      Settings settings,
      List<Piece> pieces) {
    return context
        .parallelize(pieces, Math.max(1, pieces.size()))
        .mapPartitions(some -> new PieceReader(settings.check(), hadoop.value(), MAX_BYTES, some));
  }

  /** Reads tables with the columns of {@code golive-check calls}. */
  private static JavaRDD<Part> tables(
      SparkSession spark, Settings settings, List<String> paths, Piece.Log table) {
    Dataset<Row> rows = spark.read().parquet(paths.toArray(String[]::new));
    return rows.select(
            to_json(
                struct(col("*")),
                Map.of("timestampFormat", "yyyy-MM-dd'T'HH:mm:ss.SSSSSSXXX", "timeZone", "UTC")))
        .toJavaRDD()
        .map(row -> row.getString(0))
        .mapPartitions(lines -> PieceReader.ofLines(settings.check(), MAX_BYTES, table, lines));
  }

  private static List<Part.End> ends(JavaRDD<Part> parts) {
    return parts.filter(part -> part instanceof Part.End).map(part -> (Part.End) part).collect();
  }

  private static Map<String, String> accounts(Configuration hadoop, String file)
      throws IOException {
    Map<String, String> accounts = new HashMap<>();
    if (file != null) {
      Path path = new Path(file);
      Properties read = new Properties();
      try (InputStream in = path.getFileSystem(hadoop).open(path);
          Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
        read.load(reader);
      }
      read.forEach(
          (account, key) ->
              accounts.put(
                  account.toString().toLowerCase(Locale.ROOT),
                  key.toString().strip().toLowerCase(Locale.ROOT)));
    }
    return accounts;
  }

  /** Brings the calls of each unit to one task, which judges one unit after another. */
  private static JavaRDD<Verdict> judged(JavaRDD<Part> parts, Settings settings, Units units) {
    JavaPairRDD<String, byte[]> calls =
        parts
            .filter(part -> part instanceof Part.Calls)
            .mapToPair(
                part -> {
                  Part.Calls some = (Part.Calls) part;
                  return new Tuple2<>(units.of(some), some.calls());
                });
    int judges =
        settings.judges() > 0
            ? settings.judges()
            : Math.max(1, parts.rdd().sparkContext().defaultParallelism() * 4);
    return calls
        .repartitionAndSortWithinPartitions(new HashPartitioner(judges))
        .mapPartitions(sorted -> judge(settings.check(), sorted));
  }

  private static Iterator<Verdict> judge(
      GoLiveCheck check, Iterator<Tuple2<String, byte[]>> sorted) {
    return new Judge(check, sorted);
  }

  private static void write(
      SparkSession spark,
      Settings settings,
      JavaRDD<Verdict> verdicts,
      List<Part.End> ends,
      FileSystem files)
      throws IOException {
    Dataset<Row> rows =
        spark
            .createDataFrame(verdicts.map(Verdict::row), Verdict.SCHEMA)
            .orderBy("key")
            .coalesce(1);
    rows.write().json(settings.out() + "/verdicts");
    rows.write().parquet(settings.out() + "/verdicts-parquet");
    List<Row> problems =
        ends.stream().flatMap(end -> end.problems().stream()).map(Verdict::row).toList();
    spark
        .createDataFrame(problems, Verdict.PROBLEMS)
        .orderBy("code", "source", "line", "message")
        .coalesce(1)
        .write()
        .json(settings.out() + "/problems");
    Overview overview = Overview.of(verdicts.map(Verdict::summary).collect(), ends);
    try (OutputStream page = files.create(new Path(settings.out(), "overview.html"))) {
      page.write(overview.html().getBytes(StandardCharsets.UTF_8));
    }
    System.out.println(overview.text());
  }
}
