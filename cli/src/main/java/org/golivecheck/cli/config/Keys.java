package org.golivecheck.cli.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.golivecheck.cli.config.Entries.Field;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.Logs;
import org.golivecheck.log.ReadLimits;
import org.golivecheck.report.FailOn;
import org.golivecheck.report.ReportFormats;
import org.golivecheck.rule.Profile;
import org.golivecheck.rule.ReviewSettings;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.Rules;

/** The keys there are: one declaration a key. */
public final class Keys {
  /** By which rules to judge. */
  public static final Key PROFILE =
      new Key(
          "profile",
          Choice.of(Stream.of(Profile.values()).map(Profile::id).toList()),
          ReviewSettings.DEFAULT.profile().id(),
          "current",
          "The rule set that decides the verdict.",
          "profile");

  /** What fails a build. */
  public static final Key FAIL_ON =
      new Key(
          "fail-on",
          Choice.of(Stream.of(FailOn.values()).map(FailOn::id).toList()),
          FailOn.ERROR.id(),
          "warning",
          "From which severity on findings make the exit code 1.",
          "fail-on");

  /** What is known. */
  public static final Key BASELINE =
      new Key(
          "baseline",
          new FileName(),
          "",
          "golive-baseline.json",
          "The file of the findings that are known and do not fail.",
          "baseline");

  /** What to write. */
  public static final Key REPORTS =
      new Key(
          "reports",
          new ListOf(new ReportName(ReportFormats.names())),
          "text",
          "[text, json=golive.json]",
          "The reports to write; without =FILE to standard output, which only one may.",
          "report");

  /** Whether personal data is hidden. */
  public static final Key REDACT =
      new Key(
          "redact",
          new Flag(),
          "true",
          "false",
          "Whether reports hide personal data; secrets they always hide.",
          "no-redact");

  /** Whether logs may be empty. */
  public static final Key ALLOW_EMPTY =
      new Key(
          "allow-empty",
          new Flag(),
          "false",
          "true",
          "Whether logs that hold no entries at all make the exit code 0.",
          "allow-empty");

  /** Whose account. */
  public static final Key ACCOUNT =
      new Key(
          "account",
          new Text("the id of an account"),
          "",
          "5f2c9b1e-0000-4000-8000-000000000001",
          "Judges only calls of this account.",
          "account");

  /** Whose calls. */
  public static final Key USER =
      new Key(
          "user",
          new Text("the id of a user"),
          "",
          "0e6cdd75-0000-4000-8000-000000000002",
          "Judges only calls of this user.",
          "user");

  /** Which environment. */
  public static final Key HOST =
      new Key(
          "host",
          new Text("the name of a host"),
          "",
          "demo.docusign.net",
          "Judges only calls to this host.",
          "host");

  /** Which integration. */
  public static final Key INTEGRATION_KEY =
      new Key(
          "integration-key",
          new Text("an integration key"),
          "",
          "2f1d7a3e-0000-4000-8000-000000000003",
          "Judges only calls made with this integration key.",
          "integration-key");

  /** What stands in front of DocuSign. */
  public static final Key GATEWAY_HOSTS =
      new Key(
          "gateway-hosts",
          new ListOf(new Text("the name of a host")),
          "",
          "[esign.example.com]",
          "Hosts of your own that stand in front of DocuSign.",
          "gateway-host");

  /** Which ids mean the same account. */
  public static final Key ACCOUNT_ALIASES =
      new Key(
          "account-aliases",
          new Pairs("NUMBER: GUID", List.of()),
          "",
          "{1703061: 5f2c9b1e-0000-4000-8000-000000000001}",
          "Further ids of accounts, and the id that each stands for.",
          "account-alias");

  /** What logs are. */
  public static final Key INPUT_FORMAT =
      new Key(
          "input-format",
          new Choice(Logs.formats(), "a format that golive-check formats lists"),
          "told by content",
          "request-log",
          "The format to take logs for.",
          "input-format");

  /** Where fields are. */
  public static final Key MAP =
      new Key(
          "map",
          new Pairs("FIELD: COLUMN", FormatOptions.fieldNames()),
          "",
          "{" + FormatOptions.fieldNames().get(0) + ": called_at}",
          "Which column or JSON path of a log holds a field.",
          "map");

  /** When it was. */
  public static final Key ZONE =
      new Key(
          "zone",
          new Zone(),
          "",
          "Europe/Paris",
          "The zone of times in logs that name none.",
          "zone");

  /** How a proxy writes. */
  public static final Key LOG_FORMAT =
      new Key(
          "log-format",
          new Text("a format as the proxy has it"),
          "",
          "'%h %l %u %t \"%r\" %>s %b'",
          "The format of access logs, as the proxy is set up.",
          "log-format");

  /** Whether text has colours. */
  public static final Key COLOR =
      new Key(
          "color",
          Choice.of(List.of("auto", "always", "never")),
          "auto",
          "never",
          "Whether text on standard output has colours.",
          "color");

  /** The most threads that anybody may ask for. */
  public static final int MAX_THREADS = 1_024;

  /** How many threads read. */
  public static final Key THREADS =
      new Key(
          "threads",
          new Amount(1, MAX_THREADS, /* units= */ false),
          "all processors",
          "2",
          "How many threads read logs.",
          "threads");

  /** What a team has decided not to act on. */
  public static final Key SUPPRESSIONS =
      new Key(
          "suppressions",
          new Entries(
              List.of(
                  new Field("rule", rule(), false, "The rule of the findings."),
                  new Field(
                      "error-code",
                      new Text("an error code"),
                      false,
                      "The error code of the findings; case does not matter."),
                  new Field(
                      "resource",
                      new Text("a path, in which * stands for any text"),
                      false,
                      "The path as reports show it, or its template."),
                  new Field(
                      "operation",
                      new Text("a name, in which * stands for any text"),
                      false,
                      "The operation as reports show it, or method and path template."),
                  new Field(
                      "reason",
                      new Text("a text"),
                      true,
                      "Why nobody is to act; every report shows it."),
                  new Field("until", new Day(), false, "The last day on which it holds.")),
              List.of("rule", "error-code")),
          "",
          """
          - rule: PL-001
            operation: EnvelopeDocuments:*
            reason: The archive fetches each document twice until it moves to Connect.
            until: 2026-12-31
          """,
          "Findings that do not fail and are shown with their reason. All that an entry names must"
              + " fit.",
          null);

  /** The section of the limits of reading, and the option that sets them. */
  public static final String LIMITS = "limits";

  private static final Map<String, String> SECTIONS =
      Map.of(LIMITS, "How much of logs is read; numbers may end in K, M or G.");

  private static final Map<String, String> LIMIT_MEANINGS =
      Map.of(
          "entries", "How many entries of an archive are read.",
          "entry-bytes", "How many inflated bytes of one entry are read.",
          "total-bytes", "How many inflated bytes of one input are read.",
          "ratio", "How many bytes one compressed byte of an entry may become.",
          "line-bytes", "How long a header line may be, in bytes.",
          "headers", "How many header lines a request or response may have.",
          "depth", "How deeply a JSON or XML body may be nested.",
          "text-bytes", "How much memory the texts may take that differ from call to call.",
          "seconds", "How long reading may take.");

  private static final List<Key> ALL = all();

  private Keys() {}

  /** Returns all keys, in the order of documentation; those of a section stand together. */
  public static List<Key> list() {
    return ALL;
  }

  /** Returns what the keys of a section do together. */
  static String about(String section) {
    return SECTIONS.getOrDefault(section, "");
  }

  private static List<Key> all() {
    List<Key> keys =
        new ArrayList<>(
            List.of(
                PROFILE,
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
      String otherwise = String.valueOf(ReadLimits.DEFAULT.get(limit));
      keys.add(
          new Key(
              LIMITS + "." + limit,
              limit(limit),
              otherwise,
              otherwise,
              LIMIT_MEANINGS.getOrDefault(limit, ""),
              "limit"));
    }
    keys.add(SUPPRESSIONS);
    return List.copyOf(keys);
  }

  private static Choice rule() {
    return new Choice(
        Rules.all().stream().map(RuleInfo::id).toList(), "a rule that golive-check explain lists");
  }

  /**
   * Returns what a limit of reading takes.
   *
   * @param name one of {@link ReadLimits#names()}
   */
  public static Amount limit(String name) {
    return new Amount(1, ReadLimits.largest(name), /* units= */ true);
  }
}
