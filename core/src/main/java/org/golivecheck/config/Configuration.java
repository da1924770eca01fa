package org.golivecheck.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.golivecheck.call.ConsentLink;
import org.golivecheck.call.Grant;
import org.golivecheck.gate.Baseline;
import org.golivecheck.gate.BaselineFormatException;
import org.golivecheck.gate.GatePolicy;
import org.golivecheck.gate.Suppression;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.ReadLimits;
import org.golivecheck.ready.Known;
import org.golivecheck.report.FailOn;
import org.golivecheck.report.PartKind;
import org.golivecheck.report.Profile;
import org.golivecheck.rule.ReviewSettings;
import org.golivecheck.rule.ReviewSettings.Traffic;
import org.golivecheck.rule.Rules;
import org.golivecheck.rule.Thresholds;
import org.golivecheck.rule.TrafficPattern;
import org.golivecheck.rule.error.CustomError;
import org.golivecheck.rule.error.ErrorCatalog;
import org.jspecify.annotations.Nullable;

/**
 * What the configuration file, the environment and the command line set; the later take precedence.
 * If nothing is set, it loads no other class of this package, for a quick start. Immutable.
 */
public final class Configuration {
  /** The name of the configuration file. */
  public static final String FILE_NAME = ".golive-check.yml";

  /** The environment variable that names the configuration file. */
  public static final String FILE_VARIABLE = "GOLIVE_CHECK_CONFIG";

  private static final String OTHER_NAME = ".golive-check.yaml";

  /** Variables that set no key. */
  private static final List<String> OTHER_VARIABLES =
      List.of("CONFIG", "DEBUG", "OPTS", "TOKEN", "TRUST_STORE_PASSWORD");

  /** Nothing is set. */
  public static final Configuration NONE =
      new Configuration(null, false, Map.of(), List.of(), null);

  private final @Nullable String file;

  /** Whether the file was found, so that the user may not know of it. */
  private final boolean found;

  private final Map<String, Setting> settings;
  private final List<String> warnings;

  /** The options of the command, or null for any: keys of other options do not apply. */
  private final @Nullable Set<String> options;

  private Configuration(
      @Nullable String file,
      boolean found,
      Map<String, Setting> settings,
      List<String> warnings,
      @Nullable Set<String> options) {
    this.file = file;
    this.found = found;
    this.settings = settings;
    this.warnings = warnings;
    this.options = options;
  }

  /**
   * Reads the configuration file, if there is one, and the environment.
   *
   * @param named the file that the user names, or null
   * @param folder where to look for a file if none is named, and then in the folders above; null
   *     not to look for one
   * @param variables the environment variables
   * @throws ConfigurationFormatException if a file is named and missing, or something in it or in
   *     the environment is unknown
   */
  public static Configuration load(
      @Nullable String named, @Nullable Path folder, Map<String, String> variables)
      throws ConfigurationFormatException {
    return load(named, folder, variables, null);
  }

  /** Reads with another view of who owns files; null for that of the system. */
  static Configuration load(
      @Nullable String named,
      @Nullable Path folder,
      Map<String, String> variables,
      @Nullable FileOwners owners)
      throws ConfigurationFormatException {
    String name = named == null ? variables.getOrDefault(FILE_VARIABLE, "") : named;
    Path file = named != null || !name.isEmpty() ? path(name) : null;
    boolean found = file == null;
    if (found && folder != null) {
      file = find(folder);
    }
    List<Setting> settings = new ArrayList<>();
    if (file != null) {
      FileOwners view = owners == null ? FileOwners.OF_SYSTEM : owners;
      settings.addAll(new ConfigurationFile(file, found ? folder : null, view).read());
    }
    List<String> warnings = List.of();
    if (mentioned(variables)) {
      settings.addAll(EnvironmentVariables.read(variables));
      warnings = EnvironmentVariables.misspelt(variables, OTHER_VARIABLES);
    }
    String shown = file == null ? null : file.toString();
    return new Configuration(shown, found, Map.of(), warnings, null).with(settings);
  }

  private static Path path(String name) throws ConfigurationFormatException {
    try {
      if (!name.isBlank()) {
        return Path.of(name);
      }
    } catch (InvalidPathException e) {
      // reported below, like an empty name
    }
    throw new ConfigurationFormatException("--config does not name a file: '" + name + "'");
  }

  /** Returns the file of a folder or of the nearest folder above it that has one, or null. */
  private static @Nullable Path find(Path folder) throws ConfigurationFormatException {
    Path here = Path.of("").toAbsolutePath();
    for (Path at = folder; at != null; at = at.getParent()) {
      Path shown = here.startsWith(at) ? here.relativize(at) : at;
      if (Files.exists(at.resolve(FILE_NAME), LinkOption.NOFOLLOW_LINKS)) {
        return shown.resolve(FILE_NAME);
      }
      if (Files.isRegularFile(at.resolve(OTHER_NAME))) {
        throw new ConfigurationFormatException(
            "there is a %s, which is not read; name it %s"
                .formatted(shown.resolve(OTHER_NAME), FILE_NAME));
      }
    }
    return null;
  }

  /** Returns whether a variable may set a key. Most runs have none. */
  private static boolean mentioned(Map<String, String> variables) {
    String prefix = "GOLIVE_CHECK_";
    for (String name : variables.keySet()) {
      if (name.startsWith(prefix) && !OTHER_VARIABLES.contains(name.substring(prefix.length()))) {
        return true;
      }
    }
    return false;
  }

  /** Returns the same configuration with other settings, which replace those of the same key. */
  public Configuration with(List<Setting> others) {
    if (others.isEmpty()) {
      return this;
    }
    Map<String, Setting> byName = new LinkedHashMap<>(settings);
    for (Setting setting : others) {
      byName.put(setting.key().name(), setting);
    }
    return new Configuration(file, found, byName, warnings, options);
  }

  /**
   * Returns the same configuration for a command, to which keys of other options do not apply.
   *
   * @param others the long names of its options
   */
  public Configuration forOptions(Set<String> others) {
    return settings.isEmpty() ? this : new Configuration(file, found, settings, warnings, others);
  }

  /** Returns the name of the file that was read, or null for none. */
  public @Nullable String file() {
    return file;
  }

  /** Returns messages about settings of a found file that change the verdict or the exit code. */
  public List<String> changes() {
    if (!found || file == null || settings.isEmpty()) {
      return List.of();
    }
    List<String> changes = new ArrayList<>();
    for (Key key : List.of(Keys.PROFILE, Keys.FAIL_ON)) {
      Setting setting = get(key);
      if (setting != null
          && setting.origin().startsWith(file + ", line ")
          && !setting.values().get(0).equals(key.otherwise())) {
        changes.add(key.name() + " is " + setting.words() + ", by " + setting.origin());
      }
    }
    return changes;
  }

  /** Returns warnings for the user. */
  public List<String> warnings() {
    return warnings;
  }

  /** Returns the setting of a key, or null if it is not set. */
  public @Nullable Setting get(Key key) {
    boolean applies = options == null || key.option() == null || options.contains(key.option());
    return applies ? settings.get(key.name()) : null;
  }

  /** Returns the value of a key that also applies to commands without its option, or null. */
  public @Nullable String fact(Key key) {
    Setting setting = settings.get(key.name());
    return setting == null ? null : setting.values().get(0);
  }

  /** Returns the values of a key; empty if it is not set. */
  public List<String> values(Key key) {
    Setting setting = settings.isEmpty() ? null : get(key);
    return setting == null ? List.of() : setting.values();
  }

  /** Returns the value of a key, or null if it is not set. */
  public @Nullable String value(Key key) {
    List<String> values = values(key);
    return values.isEmpty() ? null : values.get(0);
  }

  private String value(Key key, String otherwise) {
    String value = value(key);
    return value == null ? otherwise : value;
  }

  private List<Map<String, String>> entries(Key key) {
    Setting setting = get(key);
    return setting == null ? List.of() : setting.entries();
  }

  /**
   * Returns the settings of the review.
   *
   * @param asOf the moment of the review, or null for the newest call
   * @param since leaves out calls before it, or null for none
   * @param until leaves out calls at or after it, or null for none
   */
  public ReviewSettings reviewSettings(
      @Nullable Instant asOf, @Nullable Instant since, @Nullable Instant until) {
    if (settings.isEmpty()) {
      return ReviewSettings.DEFAULT.withAsOf(asOf).withSince(since).withUntil(until);
    }
    Map<String, String> aliases = new LinkedHashMap<>();
    for (String pair : values(Keys.ACCOUNT_ALIASES)) {
      putPair(pair, aliases);
    }
    return ReviewSettings.of(profile())
        .withAsOf(asOf)
        .withSince(since)
        .withUntil(until)
        .withAccount(value(Keys.ACCOUNT))
        .withUser(value(Keys.USER))
        .withHost(value(Keys.HOST))
        .withTraffic(
            new Traffic(
                new HashSet<>(values(Keys.GATEWAY_HOSTS)), aliases, value(Keys.INTEGRATION_KEY)))
        .withIgnored(excludedTraffic())
        .withEach(each())
        .withThresholds(thresholds())
        .withErrors(errors())
        .withConsent(consent());
  }

  private Profile profile() {
    String id = value(Keys.PROFILE);
    return Stream.of(Profile.values())
        .filter(profile -> profile.id().equals(id))
        .findAny()
        .orElse(ReviewSettings.DEFAULT.profile());
  }

  private @Nullable PartKind each() {
    String id = value(Keys.EACH);
    return Stream.of(PartKind.values()).filter(kind -> kind.id().equals(id)).findAny().orElse(null);
  }

  private static void putPair(String pair, Map<String, String> pairs) {
    int equals = pair.indexOf('=');
    pairs.put(pair.substring(0, equals), pair.substring(equals + 1));
  }

  private Thresholds thresholds() {
    Thresholds defaults = Thresholds.DEFAULT;
    String interval = value(Keys.POLLING_INTERVAL);
    return new Thresholds(
        number(Keys.WINDOW_SIZE, defaults.windowSize()),
        interval == null ? defaults.pollingInterval() : ValueType.duration(interval),
        number(Keys.CALLS_PER_HOUR, defaults.callsPerHour()),
        number(Keys.CALLS_PER_BURST, defaults.callsPerBurst()));
  }

  private int number(Key key, int otherwise) {
    String value = value(key);
    return value == null ? otherwise : Integer.parseInt(value);
  }

  private List<TrafficPattern> excludedTraffic() {
    return entries(EntryKeys.EXCLUDED_TRAFFIC).stream()
        .map(
            entry ->
                new TrafficPattern(
                    Setting.pattern(entry, "path"),
                    Setting.pattern(entry, "host"),
                    Setting.pattern(entry, "user-agent")))
        .toList();
  }

  /** Returns the meaning of errors, with those that the file adds. */
  public ErrorCatalog errors() {
    if (settings.isEmpty()) {
      return ErrorCatalog.get();
    }
    List<Map<String, String>> entries = entries(EntryKeys.ERROR_CLASSES);
    return entries.isEmpty()
        ? ErrorCatalog.get()
        : ErrorCatalog.get()
            .withCustomErrors(entries.stream().map(Configuration::customError).toList());
  }

  private static CustomError customError(Map<String, String> entry) {
    String category = Objects.requireNonNull(entry.get("category"), "category");
    String actor = entry.get("actor");
    return new CustomError(
        entry.get("code"),
        Setting.pattern(entry, "message"),
        Integer.parseInt(entry.getOrDefault("status", "0")),
        new CustomError.Advice(
            category,
            actor == null ? Rules.find("ER-" + category).orElseThrow().actor() : actor,
            entry.getOrDefault("retry", "after-fix"),
            Objects.requireNonNull(entry.get("remedy"), "remedy")));
  }

  private ConsentLink consent() {
    String host = fact(ReadyKeys.ACCOUNT_HOST);
    return new ConsentLink(
        host == null ? null : "https://" + host,
        fact(Keys.INTEGRATION_KEY),
        fact(ReadyKeys.SCOPES),
        fact(ReadyKeys.REDIRECT_URI));
  }

  /** Returns what people have answered about the way to production. */
  public Known known() {
    if (settings.isEmpty()) {
      return Known.NOTHING;
    }
    Map<String, Boolean> answers = new HashMap<>();
    for (Setting setting : settings.values()) {
      if (setting.key().inSection(ReadyKeys.SECTION) && setting.key().type().flag()) {
        answers.put(setting.key().ownName(), Boolean.valueOf(setting.values().get(0)));
      }
    }
    return new Known(
        answers,
        Grant.Kind.of(fact(ReadyKeys.GRANT)),
        fact(ReadyKeys.CLASSIFICATION),
        fact(ReadyKeys.REVIEW),
        consent());
  }

  /** Returns what logs do not say about their own format. */
  public FormatOptions formatOptions() {
    if (settings.isEmpty()) {
      return FormatOptions.NONE;
    }
    Map<String, String> fields = new LinkedHashMap<>();
    for (String pair : values(Keys.MAP)) {
      putPair(pair, fields);
    }
    String zone = value(Keys.ZONE);
    return new FormatOptions(
        value(Keys.INPUT_FORMAT),
        zone == null ? null : ZoneId.of(zone),
        fields,
        value(Keys.LOG_FORMAT));
  }

  /** Returns how much of logs is read. */
  public ReadLimits readLimits() {
    ReadLimits limits = ReadLimits.DEFAULT;
    for (Setting setting : settings.values()) {
      Key key = setting.key();
      if (key.inSection(Keys.LIMITS) && get(key) != null) {
        limits = limits.with(key.ownName(), key.type().sizeOf(setting.values().get(0)));
      }
    }
    return limits;
  }

  /** Returns how many threads read, or 0 for as many as there are processors. */
  public int threads() {
    return number(Keys.THREADS, 0);
  }

  /**
   * Returns the policy that decides whether a build passes, without the baseline.
   *
   * @param today the day by which suppressions expire
   */
  public GatePolicy gatePolicy(LocalDate today) {
    if (settings.isEmpty()) {
      return GatePolicy.failingOn(FailOn.ERROR, today);
    }
    return GatePolicy.failingOn(
            FailOn.of(value(Keys.FAIL_ON, FailOn.ERROR.id())).orElseThrow(), today)
        .withAllowEmpty(Boolean.parseBoolean(value(Keys.ALLOW_EMPTY)))
        .withSuppressions(suppressions());
  }

  /** Returns the findings that a team accepts, in the order of the file. */
  public List<Suppression> suppressions() {
    if (settings.isEmpty()) {
      return List.of();
    }
    List<Suppression> suppressions = new ArrayList<>();
    for (Map<String, String> entry : entries(EntryKeys.SUPPRESSIONS)) {
      String until = entry.get("until");
      suppressions.add(
          new Suppression(
              new Suppression.Target(
                  entry.get("rule"),
                  entry.get("error-code"),
                  Setting.pattern(entry, "resource"),
                  Setting.pattern(entry, "operation")),
              Objects.requireNonNull(entry.get("reason"), "reason"),
              until == null ? null : LocalDate.parse(until)));
    }
    return suppressions;
  }

  /**
   * Reads the known findings.
   *
   * @param update whether the file is to be written, so that it may be missing
   * @return what the file contains; empty without a file
   * @throws ConfigurationFormatException if it cannot be read
   */
  public Baseline baseline(boolean update) throws ConfigurationFormatException {
    String name = value(Keys.BASELINE);
    if (name == null) {
      return Baseline.EMPTY;
    }
    Path path = Path.of(name);
    try {
      return Baseline.parse(Files.readString(path));
    } catch (NoSuchFileException e) {
      if (update) {
        return Baseline.EMPTY;
      }
      throw new ConfigurationFormatException(
          "there is no baseline " + name + "; --update-baseline writes it");
    } catch (CharacterCodingException e) {
      throw new ConfigurationFormatException("the baseline " + name + " is not UTF-8 text");
    } catch (IOException e) {
      throw new ConfigurationFormatException(
          "cannot read the baseline " + name + (Files.isDirectory(path) ? ": it is a folder" : ""));
    } catch (BaselineFormatException e) {
      throw new ConfigurationFormatException(
          "the baseline " + name + ", line " + e.line() + ": " + e.getMessage());
    }
  }
}
