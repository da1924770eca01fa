package org.golivecheck.config;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.golivecheck.config.Key.Shape;
import org.golivecheck.log.ReadLimits;
import org.golivecheck.render.ReportFormats;
import org.golivecheck.report.FailOn;
import org.golivecheck.report.PartKind;
import org.golivecheck.report.Profile;
import org.golivecheck.rule.ReviewSettings;
import org.golivecheck.rule.Thresholds;

/** The keys of the configuration, each declared once. */
public final class Keys {
  private static final int MAX_THREADS = 1_024;
  public static final Key PROFILE =
      one(
          "profile",
          ValueType.choice(
              "NAME", List.of(Profile.CLASSIC.id(), Profile.CURRENT.id(), Profile.STRICT.id())),
          ReviewSettings.DEFAULT.profile().id(),
          "current",
          "The rule set; it decides the verdict.");
  public static final Key EACH =
      one(
          "each",
          ValueType.choice("PART", Stream.of(PartKind.values()).map(PartKind::id).toList()),
          "",
          "account",
          "A verdict for each input, account or key.");
  public static final Key FAIL_ON =
      one(
          "fail-on",
          ValueType.choice("LEVEL", List.of("error", "warning", "info", "never")),
          FailOn.ERROR.id(),
          "warning",
          "The lowest severity that makes the exit code 1.");
  public static final Key BASELINE =
      one(
          "baseline",
          ValueType.FILE,
          "",
          "golive-baseline.json",
          "Known findings, which do not fail; --update-baseline writes the file.");
  public static final Key REPORTS =
      new Key(
          "reports",
          Shape.LIST,
          ValueType.report(ReportFormats.names()),
          "text",
          "[text, json=golive.json]",
          "Reports to write; only one may be without =FILE, and goes to standard output.",
          "report");
  public static final Key REDACT =
      new Key(
          "redact",
          Shape.ONE,
          ValueType.FLAG,
          "true",
          "false",
          "Hide personal data in reports; secrets are always hidden.",
          "no-redact");
  public static final Key ALLOW_EMPTY =
      one(
          "allow-empty",
          ValueType.FLAG,
          "false",
          "true",
          "Exit 0 if the logs contain no entries at all.");
  public static final Key ACCOUNT =
      one(
          "account",
          ValueType.text("ID", "the id of an account"),
          "",
          "5f2c9b1e-0000-4000-8000-000000000001",
          "Only calls of this account.");
  public static final Key USER =
      one(
          "user",
          ValueType.text("ID", "the id of a user"),
          "",
          "0e6cdd75-0000-4000-8000-000000000002",
          "Only calls of this user.");
  public static final Key HOST =
      one(
          "host",
          ValueType.text("HOST", "the name of a host"),
          "",
          "demo.docusign.net",
          "Only calls to this host.");
  public static final Key INTEGRATION_KEY =
      one(
          "integration-key",
          ValueType.text("KEY", "an integration key"),
          "",
          "2f1d7a3e-0000-4000-8000-000000000003",
          "Only calls made with this integration key.");
  public static final Key GATEWAY_HOSTS =
      new Key(
          "gateway-hosts",
          Shape.LIST,
          ValueType.HOST,
          "",
          "[esign.example.com]",
          "A host of your own in front of DocuSign.",
          "gateway-host");
  public static final Key ACCOUNT_ALIASES =
      new Key(
          "account-aliases",
          Shape.PAIRS,
          ValueType.text("N=GUID", "NUMBER: GUID"),
          "",
          "{1703061: 5f2c9b1e-0000-4000-8000-000000000001}",
          "Number and GUID of the same account.",
          "account-alias");
  public static final Key INPUT_FORMAT =
      one(
          "input-format",
          ValueType.INPUT_FORMAT,
          "by content",
          "request-log",
          "The format of all logs, one of golive-check formats.");
  public static final Key MAP =
      new Key(
          "map",
          Shape.PAIRS,
          ValueType.FIELD,
          "",
          "{timestamp: called_at}",
          "Which column or JSON path contains a field.",
          "map");
  public static final Key ZONE =
      one("zone", ValueType.ZONE, "", "Europe/Paris", "The zone of times in logs that name none.");
  public static final Key LOG_FORMAT =
      one(
          "log-format",
          ValueType.LOG_FORMAT,
          "",
          "'%h %l %u %t \"%r\" %>s %b'",
          "The format of access logs, as the proxy is set up.");
  public static final Key COLOR =
      one(
          "color",
          ValueType.choice("WHEN", List.of("auto", "always", "never")),
          "auto",
          "never",
          "Colours on standard output.");
  public static final Key THREADS =
      one("threads", ValueType.number(1, MAX_THREADS), "all", "2", "How many threads read logs.");

  public static final Key WINDOW_SIZE =
      threshold(
          "window-size",
          ValueType.number(1, Thresholds.MAX_WINDOW_SIZE),
          String.valueOf(Thresholds.DEFAULT.windowSize()),
          "30",
          "How many of the newest countable calls are examined; the profile current counts none.");
  public static final Key POLLING_INTERVAL =
      threshold(
          "polling-interval",
          ValueType.span(Thresholds.MAX_POLLING_INTERVAL),
          Thresholds.DEFAULT.pollingInterval().toMinutes() + "m",
          "20m",
          "A GET of the same resource sooner than this after the previous one is polling.");
  public static final Key CALLS_PER_HOUR =
      threshold(
          "calls-per-hour",
          ValueType.number(1, Integer.MAX_VALUE),
          String.valueOf(Thresholds.DEFAULT.callsPerHour()),
          "5000",
          "How many calls an account may make in a clock hour, unless its responses say so.");
  public static final Key CALLS_PER_BURST =
      threshold(
          "calls-per-burst",
          ValueType.number(1, Integer.MAX_VALUE),
          "500, in demo 200",
          "500",
          "How many calls an account may make in 30 seconds.");

  /** The section of the limits of reading. */
  public static final String LIMITS = "limits";

  private Keys() {}

  /** Returns a key with one value and the option of the same name. */
  private static Key one(
      String name, ValueType type, String otherwise, String example, String meaning) {
    return new Key(name, Shape.ONE, type, otherwise, example, meaning, name);
  }

  private static Key threshold(
      String name, ValueType type, String otherwise, String example, String meaning) {
    return new Key("thresholds." + name, Shape.ONE, type, otherwise, example, meaning, null);
  }

  /** Returns all keys, in the order of documentation; those of a section are together. */
  public static List<Key> list() {
    List<Key> keys =
        new ArrayList<>(
            List.of(
                PROFILE,
                EACH,
                FAIL_ON,
                BASELINE,
                REPORTS,
                REDACT,
                ALLOW_EMPTY,
                ACCOUNT,
                USER,
                HOST,
                INTEGRATION_KEY,
                GATEWAY_HOSTS,
                ACCOUNT_ALIASES,
                INPUT_FORMAT,
                MAP,
                ZONE,
                LOG_FORMAT,
                COLOR,
                THREADS));
    for (String limit : ReadLimits.names()) {
      keys.add(limit(limit));
    }
    keys.addAll(List.of(WINDOW_SIZE, POLLING_INTERVAL, CALLS_PER_HOUR, CALLS_PER_BURST));
    keys.addAll(ReadyKeys.list());
    keys.addAll(
        List.of(EntryKeys.EXCLUDED_TRAFFIC, EntryKeys.ERROR_CLASSES, EntryKeys.SUPPRESSIONS));
    return keys;
  }

  /**
   * Returns the key of a limit of reading.
   *
   * @param name one of {@link ReadLimits#names()}
   */
  public static Key limit(String name) {
    String otherwise = String.valueOf(ReadLimits.DEFAULT.get(name));
    return new Key(
        LIMITS + "." + name,
        Shape.ONE,
        ValueType.size(ReadLimits.largest(name)),
        otherwise,
        otherwise,
        meaning(name),
        "limit");
  }

  private static String meaning(String limit) {
    return switch (limit) {
      case "entries" -> "How many entries of an archive are read.";
      case "entry-bytes" -> "How many inflated bytes of one entry are read.";
      case "total-bytes" -> "How many inflated bytes of one input are read.";
      case "ratio" -> "How many bytes one compressed byte of an entry may become.";
      case "line-bytes" -> "How long a header line may be, in bytes.";
      case "headers" -> "How many header lines a request or response may have.";
      case "depth" -> "How deeply a JSON or XML body may be nested.";
      case "text-bytes" -> "How much memory the texts may take that differ from call to call.";
      case "seconds" -> "How long reading may take.";
      default -> "";
    };
  }

  /** Returns what the keys of a section do together. */
  static String about(String section) {
    return switch (section) {
      case LIMITS -> "How much of logs is read; numbers may end in K, M or G.";
      case ReadyKeys.SECTION ->
          "What golive-check ready cannot read from a log: facts, and whether a step is done.";
      default -> "The numbers to judge by. They are DocuSign's; a report made by others says so.";
    };
  }
}
