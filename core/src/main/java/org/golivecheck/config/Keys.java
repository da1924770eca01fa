package org.golivecheck.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.golivecheck.call.Grant;
import org.golivecheck.config.Entries.Field;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.LogFormat;
import org.golivecheck.log.Logs;
import org.golivecheck.log.ReadLimits;
import org.golivecheck.ready.Checklist;
import org.golivecheck.ready.Checklist.Question;
import org.golivecheck.ready.Known;
import org.golivecheck.render.ReportFormats;
import org.golivecheck.report.FailOn;
import org.golivecheck.report.Profile;
import org.golivecheck.rule.ReviewSettings;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.Rules;
import org.golivecheck.rule.Thresholds;
import org.golivecheck.rule.error.ErrorCatalog;

/** The keys there are: one declaration a key. */
public final class Keys {
  private static final int MIN_ERROR = 400;
  private static final int MAX_ERROR = 599;

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
          new Choice(
              Logs.formats().stream().map(LogFormat::name).toList(),
              "a format that golive-check formats lists"),
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
                  new Field(
                      "rule",
                      rule(),
                      false,
                      "The rule of the findings; GL-002 is every error that decides the verdict."),
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

  /** The section of the numbers to judge by. */
  static final String THRESHOLDS = "thresholds";

  /** How many calls are examined. */
  public static final Key WINDOW_SIZE =
      new Key(
          THRESHOLDS + ".window-size",
          new Amount(1, Thresholds.MAX_WINDOW_SIZE, /* units= */ false),
          String.valueOf(Thresholds.DEFAULT.windowSize()),
          "30",
          "How many of the newest countable calls are examined; the profile current counts none.",
          null);

  /** How soon is polling. */
  public static final Key POLLING_INTERVAL =
      new Key(
          THRESHOLDS + ".polling-interval",
          new Span(Thresholds.MAX_POLLING_INTERVAL),
          Thresholds.DEFAULT.pollingInterval().toMinutes() + "m",
          "20m",
          "A GET of the same resource sooner than this after the previous one is polling.",
          null);

  /** How many calls an hour may have. */
  public static final Key CALLS_PER_HOUR =
      new Key(
          THRESHOLDS + ".calls-per-hour",
          new Amount(1, Integer.MAX_VALUE, /* units= */ false),
          String.valueOf(Thresholds.DEFAULT.callsPerHour()),
          "5000",
          "How many calls an account may make in a clock hour, where its responses do not say.",
          null);

  /** How many calls 30 seconds may have. */
  public static final Key CALLS_PER_BURST =
      new Key(
          THRESHOLDS + ".calls-per-burst",
          new Amount(1, Integer.MAX_VALUE, /* units= */ false),
          "500, in demo 200",
          "500",
          "How many calls an account may make in 30 seconds.",
          null);

  /** What does not count. */
  public static final Key EXCLUDED_TRAFFIC =
      new Key(
          "excluded-traffic",
          new Entries(
              List.of(
                  new Field(
                      "path",
                      new Text("a path, in which * stands for any text"),
                      false,
                      "The path of the URL, without query."),
                  new Field(
                      "host",
                      new Text("a host, in which * stands for any text"),
                      false,
                      "The host of the URL."),
                  new Field(
                      "user-agent",
                      new Text("a text, in which * stands for any text"),
                      false,
                      "The User-Agent of the request.")),
              List.of("path", "host", "user-agent")),
          "",
          """
          - user-agent: kube-probe/*
          - host: demo.docusign.net
            path: "*/billing_plan*"
          """,
          "Calls that do not count, since they are not the integration's. All that an entry names"
              + " must fit; reports count them as by-pattern.",
          null);

  /** What errors of a team's own mean. */
  public static final Key ERROR_CLASSES =
      new Key(
          "error-classes",
          new Entries(
              List.of(
                  new Field(
                      "code",
                      new Text("an error code"),
                      false,
                      "The error code; case does not matter."),
                  new Field(
                      "message",
                      new Text("a text, in which * stands for any text"),
                      false,
                      "The whole message, or the beginning of a body without one."),
                  new Field(
                      "status",
                      new Amount(MIN_ERROR, MAX_ERROR, /* units= */ false),
                      false,
                      "The HTTP status; any where none is named."),
                  new Field(
                      "category",
                      Choice.of(ErrorCatalog.categories()),
                      true,
                      "What the error is about; the rule is ER- and this."),
                  new Field(
                      "actor",
                      Choice.of(ErrorCatalog.actors()),
                      false,
                      "Who has to act; by default whom the rule names."),
                  new Field(
                      "retry",
                      Choice.of(ErrorCatalog.retries()),
                      false,
                      "Whether to repeat the call; by default after-fix."),
                  new Field("remedy", new Text("a text"), true, "What to do.")),
              List.of("code", "message")),
          "",
          """
          - code: ACME_BUDGET
            category: account-quota
            actor: account-admin
            remedy: Ask the finance desk to raise the budget of the cost centre.
          - message: "*signature provider is busy*"
            status: 503
            category: rate-limit
            retry: after-wait
            remedy: The gateway hides DocuSign's HOURLY_APIINVOCATION_LIMIT_EXCEEDED; wait.
          """,
          "What codes of your own, and texts of your provider, mean. The first that fits wins,"
              + " before the catalogue of golive-check.",
          null);

  /** The section of what people answer about the way to production. */
  static final String READY = "ready";

  /** Which grant the integration uses. */
  public static final Key GRANT =
      new Key(
          READY + ".grant",
          Choice.of(Stream.of(Grant.Kind.values()).map(Grant.Kind::id).toList()),
          "",
          "jwt",
          "The OAuth grant by which the integration signs in.",
          null);

  /** To where a browser returns. */
  public static final Key REDIRECT_URI =
      new Key(
          READY + ".redirect-uri",
          new Text("a URI"),
          "",
          "https://app.example.com/callback",
          "A redirect URI that is registered with the integration key, for links of consent.",
          "redirect-uri");

  /** What a user consents to. */
  public static final Key SCOPES =
      new Key(
          READY + ".scopes",
          new Text("scopes with spaces between"),
          "",
          "signature impersonation",
          "The scopes that the integration asks for, for links of consent.",
          "scopes");

  /** Where a user consents. */
  public static final Key ACCOUNT_HOST =
      new Key(
          READY + ".account-host",
          Choice.of(List.of("account-d.docusign.com", "account.docusign.com")),
          "",
          "account-d.docusign.com",
          "The host of links of consent where a log does not show the environment.",
          null);

  /** Which kind of integration it is. */
  public static final Key CLASSIFICATION =
      new Key(
          READY + ".classification",
          Choice.of(Known.classifications()),
          "",
          "third-party",
          "The classification that is chosen when the key is submitted.",
          null);

  /** How far the review is. */
  public static final Key REVIEW =
      new Key(
          READY + ".review",
          Choice.of(Known.reviews()),
          "",
          "requested",
          "The state of the review as Apps and Keys shows it.",
          null);

  /** Whose case it is. */
  public static final Key SUPPORT_ACCOUNT =
      new Key(
          READY + ".account-id",
          new Text("the id of an account"),
          "",
          "5f2c9b1e-0000-4000-8000-000000000001",
          "The account that letters of golive-check support name.",
          null);

  /** Who is to be asked. */
  public static final Key CONTACT =
      new Key(
          READY + ".contact",
          new Text("a name with an address"),
          "",
          "Ada Doe, Example Ltd, ada@example.com",
          "The engineer of the integration's provider, for letters of golive-check support.",
          "contact");

  /** The section of the limits of reading, and the option that sets them. */
  public static final String LIMITS = "limits";

  private static final Map<String, String> SECTIONS =
      Map.of(
          THRESHOLDS,
          "The numbers to judge by. They are DocuSign's; a report made by others says so.",
          LIMITS,
          "How much of logs is read; numbers may end in K, M or G.",
          READY,
          "What golive-check ready cannot read from a log: facts, and whether a step is done.");

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
    keys.addAll(
        List.of(
            WINDOW_SIZE,
            POLLING_INTERVAL,
            CALLS_PER_HOUR,
            CALLS_PER_BURST,
            GRANT,
            REDIRECT_URI,
            SCOPES,
            ACCOUNT_HOST,
            CLASSIFICATION,
            REVIEW,
            SUPPORT_ACCOUNT,
            CONTACT));
    for (Question question : Checklist.questions()) {
      keys.add(
          new Key(
              READY + "." + question.id(),
              new Flag(),
              "",
              "true",
              "Whether this is met: " + question.title() + ".",
              null));
    }
    keys.addAll(List.of(EXCLUDED_TRAFFIC, ERROR_CLASSES, SUPPRESSIONS));
    return List.copyOf(keys);
  }

  private static Choice rule() {
    List<String> rules = new ArrayList<>(Rules.all().stream().map(RuleInfo::id).toList());
    rules.add("GL-002"); // findings carry the rules of their classes, but people know this one
    rules.sort(null);
    return new Choice(rules, "a rule that golive-check explain lists");
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
