package org.golivecheck.config;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.golivecheck.call.ConsentLink;
import org.golivecheck.call.Grant;
import org.golivecheck.gate.Suppression;
import org.golivecheck.ready.Known;
import org.golivecheck.rule.Rules;
import org.golivecheck.rule.Thresholds;
import org.golivecheck.rule.TrafficPattern;
import org.golivecheck.rule.error.CustomError;
import org.golivecheck.rule.error.ErrorCatalog;
import org.jspecify.annotations.Nullable;

/**
 * How to run, as the configuration file and the environment say; the environment wins. Immutable.
 */
public final class Configuration {
  /** Nothing is set. */
  public static final Configuration NONE = new Configuration(null, Map.of(), List.of());

  private final @Nullable String file;
  private final Map<String, Setting> settings;
  private final List<String> warnings;

  private Configuration(
      @Nullable String file, Map<String, Setting> settings, List<String> warnings) {
    this.file = file;
    this.warnings = List.copyOf(warnings);
    this.settings = Collections.unmodifiableMap(settings);
  }

  static Configuration of(@Nullable String file, List<Setting> settings, List<String> warnings) {
    Map<String, Setting> byName = new LinkedHashMap<>();
    for (Setting setting : settings) {
      byName.put(setting.key().name(), setting);
    }
    return new Configuration(file, byName, warnings);
  }

  /** Returns the name of the file that was read, or null for none. */
  public @Nullable String file() {
    return file;
  }

  /** Returns what the user should know of it. */
  public List<String> warnings() {
    return warnings;
  }

  /**
   * Returns the values of an option, as if they were typed; for an option without a value one that
   * says nothing, if it is switched on; empty where nothing is set.
   *
   * @param option the long name of the option, without dashes
   * @param judges whether it is an option of the command that judges calls: other commands write
   *     other reports
   */
  public List<String> values(String option, boolean judges) {
    List<String> values = new ArrayList<>();
    for (Setting setting : settings.values()) {
      Key key = setting.key();
      if (!option.equals(key.option()) || (key.equals(Keys.REPORTS) && !judges)) {
        continue;
      }
      if (key.flag()) {
        boolean on = Boolean.parseBoolean(setting.values().get(0)) != key.reversed();
        values.addAll(on ? List.of("") : List.of());
      } else if (key.inSection(Keys.LIMITS)) {
        values.add(key.ownName() + "=" + setting.values().get(0));
      } else {
        values.addAll(setting.values());
      }
    }
    return values;
  }

  /** Returns what sets an option, for people; that {@link #values} has one. */
  public String origin(String option) {
    for (Setting setting : settings.values()) {
      if (option.equals(setting.key().option())) {
        return setting.origin().words();
      }
    }
    return Origin.DEFAULT.words();
  }

  /** Returns what nobody is to act on, in the order of the file. */
  public List<Suppression> suppressions() {
    if (settings.isEmpty()) {
      return List.of(); // the keys need not be loaded, for a quick start
    }
    List<Suppression> suppressions = new ArrayList<>();
    for (Setting.Entry entry : entries(Keys.SUPPRESSIONS)) {
      String until = entry.get("until");
      suppressions.add(
          new Suppression(
              entry.get("rule"),
              entry.get("error-code"),
              entry.pattern("resource"),
              entry.pattern("operation"),
              Objects.requireNonNull(entry.get("reason"), "reason"),
              until == null ? null : LocalDate.parse(until)));
    }
    return suppressions;
  }

  /** Returns the numbers to judge by. */
  public Thresholds thresholds() {
    Thresholds thresholds = Thresholds.DEFAULT;
    if (settings.isEmpty()) {
      return thresholds;
    }
    String size = value(Keys.WINDOW_SIZE);
    if (size != null) {
      thresholds = thresholds.withWindowSize(Integer.parseInt(size));
    }
    String interval = value(Keys.POLLING_INTERVAL);
    if (interval != null) {
      thresholds = thresholds.withPollingInterval(Span.duration(interval));
    }
    String hour = value(Keys.CALLS_PER_HOUR);
    if (hour != null) {
      thresholds = thresholds.withCallsPerHour(Integer.parseInt(hour));
    }
    String burst = value(Keys.CALLS_PER_BURST);
    return burst == null ? thresholds : thresholds.withCallsPerBurst(Integer.parseInt(burst));
  }

  /** Returns which traffic does not count. */
  public List<TrafficPattern> excludedTraffic() {
    if (settings.isEmpty()) {
      return List.of();
    }
    return entries(Keys.EXCLUDED_TRAFFIC).stream()
        .map(
            entry ->
                new TrafficPattern(
                    entry.pattern("path"), entry.pattern("host"), entry.pattern("user-agent")))
        .toList();
  }

  /** Returns what errors mean, with those that the file tells of. */
  public ErrorCatalog errors() {
    if (settings.isEmpty()) {
      return ErrorCatalog.get();
    }
    List<Setting.Entry> entries = entries(Keys.ERROR_CLASSES);
    return entries.isEmpty()
        ? ErrorCatalog.get()
        : ErrorCatalog.get().with(entries.stream().map(Configuration::customError).toList());
  }

  private static CustomError customError(Setting.Entry entry) {
    String category = Objects.requireNonNull(entry.get("category"), "category");
    return new CustomError(
        entry.get("code"),
        entry.pattern("message"),
        Integer.parseInt(entry.get("status", "0")),
        category,
        entry.get("actor", Rules.find("ER-" + category).orElseThrow().actor()),
        entry.get("retry", "after-fix"),
        Objects.requireNonNull(entry.get("remedy"), "remedy"));
  }

  /** Returns what the link of consent contains where a log does not show it. */
  public ConsentLink consent() {
    if (settings.isEmpty()) {
      return ConsentLink.UNKNOWN;
    }
    String host = value(Keys.ACCOUNT_HOST);
    return new ConsentLink(
        host == null ? null : "https://" + host,
        value(Keys.INTEGRATION_KEY),
        value(Keys.SCOPES),
        value(Keys.REDIRECT_URI));
  }

  /** Returns what people have answered about the way to production. */
  public Known known() {
    if (settings.isEmpty()) {
      return Known.NOTHING;
    }
    Map<String, Boolean> answers = new HashMap<>();
    for (Setting setting : settings.values()) {
      if (setting.key().inSection(Keys.READY) && setting.key().flag()) {
        answers.put(setting.key().ownName(), Boolean.valueOf(setting.values().get(0)));
      }
    }
    return new Known(
        answers,
        Grant.Kind.of(value(Keys.GRANT)),
        value(Keys.CLASSIFICATION),
        value(Keys.REVIEW),
        consent());
  }

  /** Returns the value of a key that takes one, or null where nothing sets it. */
  public @Nullable String value(Key key) {
    Setting setting = get(key);
    return setting == null ? null : setting.values().get(0);
  }

  private List<Setting.Entry> entries(Key key) {
    Setting setting = get(key);
    return setting == null ? List.of() : setting.entries();
  }

  /** Returns what file or environment set a key to, or null where neither did. */
  public @Nullable Setting get(Key key) {
    return settings.get(key.name());
  }
}
