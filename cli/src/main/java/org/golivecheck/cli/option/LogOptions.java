package org.golivecheck.cli.option;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.AbstractList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.Logs;
import org.golivecheck.rule.ReviewSettings.Traffic;
import org.golivecheck.text.NearMiss;
import org.jspecify.annotations.Nullable;

/**
 * The options that say of logs what these cannot say themselves: their format, and whose calls they
 * are.
 */
public final class LogOptions {
  public static final OptionSpec INPUT_FORMAT =
      OptionSpec.choice(
              "input-format",
              "NAME",
              new FormatNames(),
              "Read all as this format: golive-check formats")
          .forFew();
  public static final OptionSpec MAP =
      OptionSpec.value("map", "FIELD=COLUMN", "Which column or JSON path holds a field")
          .manyTimes()
          .forFew();
  public static final OptionSpec ZONE =
      OptionSpec.value("zone", "ZONE", "Zone of times that name none: Europe/Paris, +02:00")
          .forFew();
  public static final OptionSpec LOG_FORMAT =
      OptionSpec.value("log-format", "FORMAT", "Format of an access log, as the proxy is set up")
          .forFew();
  public static final OptionSpec GATEWAY_HOST =
      OptionSpec.value("gateway-host", "HOST", "A host of your own in front of DocuSign")
          .manyTimes()
          .forFew();
  public static final OptionSpec INTEGRATION_KEY =
      OptionSpec.value("integration-key", "KEY", "Only calls made with this integration key")
          .forFew();
  public static final OptionSpec ACCOUNT_ALIAS =
      OptionSpec.value("account-alias", "N=GUID", "Number and GUID of the same account")
          .manyTimes()
          .forFew();

  private LogOptions() {}

  /** The names of all formats, whose readers are loaded only if somebody asks for a name. */
  private static final class FormatNames extends AbstractList<String> {
    @Override
    public String get(int index) {
      return Logs.formats().get(index).name();
    }

    @Override
    public int size() {
      return Logs.formats().size();
    }
  }

  /**
   * Returns what is said of the format of logs.
   *
   * @throws UsageException if a value makes no sense
   */
  static FormatOptions format(Arguments arguments) throws UsageException {
    String logFormat = arguments.get(LOG_FORMAT);
    if (logFormat != null && logFormat.isBlank()) {
      throw new UsageException("--log-format is empty; give a value or leave it out");
    }
    try {
      FormatOptions.checkLogFormat(logFormat);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--log-format will not do: " + e.getMessage());
    }
    return new FormatOptions(
        arguments.get(INPUT_FORMAT), zone(arguments.get(ZONE)), fields(arguments), logFormat);
  }

  private static Map<String, String> fields(Arguments arguments) throws UsageException {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String value : arguments.all(MAP)) {
      int equals = value.indexOf('=');
      if (equals < 0 || equals == value.length() - 1) {
        throw new UsageException(
            "--map needs FIELD=COLUMN, not '"
                + value
                + "'; FIELD is "
                + String.join(", ", FormatOptions.fieldNames()));
      }
      String field = field(value.substring(0, equals));
      if (fields.put(field, value.substring(equals + 1)) != null) {
        throw new UsageException("--map names the column of " + field + " twice; name it once");
      }
    }
    return fields;
  }

  private static String field(String typed) throws UsageException {
    List<String> names = FormatOptions.fieldNames();
    for (String name : names) {
      if (plain(name).equals(plain(typed))) {
        return name;
      }
    }
    throw new UsageException(
        "--map does not know the field '"
            + typed
            + "'; it takes "
            + String.join(", ", names)
            + "."
            + NearMiss.question(typed, names));
  }

  private static String plain(String name) {
    return name.replaceAll("[-_ ]", "").toLowerCase(Locale.ROOT);
  }

  private static @Nullable ZoneId zone(@Nullable String typed) throws UsageException {
    if (typed == null) {
      return null;
    }
    try {
      return ZoneId.of(typed);
    } catch (DateTimeException e) {
      throw new UsageException(
          "--zone does not know '"
              + typed
              + "'; write it as Europe/Paris, UTC or +02:00."
              + likeZone(typed));
    }
  }

  /** People type the town alone, or the name in another case. */
  private static String likeZone(String typed) {
    String wanted = typed.strip().replace(' ', '_').toLowerCase(Locale.ROOT);
    TreeSet<String> zones = new TreeSet<>(ZoneId.getAvailableZoneIds());
    for (String zone : zones) {
      String name = zone.toLowerCase(Locale.ROOT);
      if (!wanted.isEmpty() && (name.equals(wanted) || name.endsWith("/" + wanted))) {
        return " Did you mean " + zone + "?";
      }
    }
    return NearMiss.question(typed, zones);
  }

  /**
   * Returns what is said of the traffic.
   *
   * @throws UsageException if a value makes no sense
   */
  static Traffic traffic(Arguments arguments) throws UsageException {
    return new Traffic(
        gatewayHosts(arguments.all(GATEWAY_HOST)),
        aliases(arguments.all(ACCOUNT_ALIAS)),
        key(arguments.get(INTEGRATION_KEY)));
  }

  private static Set<String> gatewayHosts(List<String> values) throws UsageException {
    Set<String> hosts = new HashSet<>();
    for (String value : values) {
      boolean bare = value.startsWith("[") ? value.endsWith("]") : value.indexOf(':') < 0;
      if (value.isBlank() || !bare || value.indexOf('/') >= 0 || value.indexOf(' ') >= 0) {
        throw new UsageException(
            "--gateway-host needs the name of a host without scheme, port and path, such as"
                + " esign.example.com, not '"
                + value
                + "'");
      }
      hosts.add(value);
    }
    return hosts;
  }

  private static Map<String, String> aliases(List<String> values) throws UsageException {
    Map<String, String> aliases = new LinkedHashMap<>();
    for (String value : values) {
      int equals = value.indexOf('=');
      String alias = value.substring(0, Math.max(equals, 0)).strip().toLowerCase(Locale.ROOT);
      String account = value.substring(equals + 1).strip().toLowerCase(Locale.ROOT);
      if (equals < 0 || alias.isEmpty() || account.isEmpty() || alias.equals(account)) {
        throw new UsageException(
            "--account-alias needs NUMBER=GUID, two ids of the same account, not '" + value + "'");
      }
      String before = aliases.put(alias, account);
      if (before != null && !before.equals(account)) {
        throw new UsageException(
            "--account-alias says that " + alias + " is " + before + " and also " + account);
      }
    }
    for (Map.Entry<String, String> entry : aliases.entrySet()) {
      if (aliases.containsKey(entry.getValue())) {
        throw new UsageException(
            "--account-alias has "
                + entry.getValue()
                + " on both sides of '='; write the same id on the right for all ids of an"
                + " account");
      }
    }
    return aliases;
  }

  private static @Nullable String key(@Nullable String typed) throws UsageException {
    if (typed != null && typed.isBlank()) {
      throw new UsageException("--integration-key is empty; give a value or leave it out");
    }
    return typed == null ? null : typed.strip();
  }
}
