package org.golivecheck.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.LogFormat;
import org.golivecheck.log.Logs;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.Rules;
import org.golivecheck.rule.error.ErrorCatalog;
import org.golivecheck.text.NearMiss;

/**
 * The type of a value of a key or an option: how it is checked, and how help, documentation and
 * schema describe it. It is one class for all types, because every run loads it. Immutable.
 */
public final class ValueType {
  /** What the values have in common; the text is the pattern of the schema. */
  private enum Kind {
    TEXT("\\S"),
    FLAG(""),
    CHOICE(""),
    NUMBER(""),
    SIZE("^[0-9]+[KMGkmg]?$"),
    DAY("^\\d{4}-\\d{2}-\\d{2}$"),
    MOMENT(""),
    SPAN("^[0-9]{1,9}[smh]$"),
    ZONE("^(UTC|[+-]\\d\\d:\\d\\d|[A-Z][A-Za-z_]+(/[A-Za-z0-9_+-]+)+)$"),
    FILE("\\S"),
    HOST("^(\\[[^/ ]*[^/ \\]]\\]|[^\\[:/\\s][^:/\\s]*)$"),
    LOG_FORMAT("\\S"),
    REPORT("^(%s)=.+$"),
    INPUT_FORMAT(""),
    FIELD(""),
    RULE(""),
    CATEGORY(""),
    ACTOR(""),
    RETRY("");

    private final String pattern;

    Kind(String pattern) {
      this.pattern = pattern;
    }
  }

  private static final int DAY_LENGTH = 10;
  private static final int MOST_SHOWN = 200;

  /** True or false; as an option it takes no value. */
  public static final ValueType FLAG = new ValueType(Kind.FLAG, "", "true or false");

  /** The name of a file; in a configuration file relative to its folder. */
  public static final ValueType FILE = new ValueType(Kind.FILE, "FILE", "the name of a file");

  /** Returns a file or folder, by another name in help. */
  public static ValueType file(String argument) {
    return new ValueType(Kind.FILE, argument, FILE.words);
  }

  /** A day in UTC, which means its first moment, or a moment with its zone. */
  public static final ValueType MOMENT =
      new ValueType(
          Kind.MOMENT,
          "TIME",
          "a day such as 2026-11-23 (from 00:00 UTC) or a moment with its zone such as"
              + " 2026-11-23T10:15:30Z");

  static final ValueType DAY = new ValueType(Kind.DAY, "DAY", "a day such as 2026-12-31");
  static final ValueType ZONE =
      new ValueType(Kind.ZONE, "ZONE", "a time zone such as Europe/Paris, UTC or +02:00");
  static final ValueType HOST =
      new ValueType(
          Kind.HOST, "HOST", "the name of a host without scheme, port and path: esign.example.com");
  static final ValueType LOG_FORMAT =
      new ValueType(Kind.LOG_FORMAT, "FORMAT", "a format as the proxy has it");
  static final ValueType INPUT_FORMAT =
      new ValueType(Kind.INPUT_FORMAT, "NAME", "a format that golive-check formats lists");
  static final ValueType FIELD = new ValueType(Kind.FIELD, "FIELD=COLUMN", "FIELD: COLUMN");
  static final ValueType RULE =
      new ValueType(Kind.RULE, "RULE", "a rule that golive-check explain lists");
  static final ValueType CATEGORY = new ValueType(Kind.CATEGORY, "CATEGORY", "");
  static final ValueType ACTOR = new ValueType(Kind.ACTOR, "ACTOR", "");
  static final ValueType RETRY = new ValueType(Kind.RETRY, "RETRY", "");

  private final Kind kind;
  private final String argument;
  private final String words;
  private final List<String> choices;
  private final long min;
  private final long max;

  private ValueType(Kind kind, String argument, String words) {
    this(kind, argument, words, List.of(), 0, 0);
  }

  private ValueType(
      Kind kind, String argument, String words, List<String> choices, long min, long max) {
    this.kind = kind;
    this.argument = argument;
    this.words = words;
    this.choices = choices;
    this.min = min;
    this.max = max;
  }

  /**
   * Returns any text but an empty one.
   *
   * @param argument what help calls it, such as {@code ID}
   * @param words what it is, such as {@code the id of an account}
   */
  public static ValueType text(String argument, String words) {
    return new ValueType(Kind.TEXT, argument, words);
  }

  /** Returns one of a few values, ignoring case. */
  public static ValueType choice(String argument, List<String> values) {
    return new ValueType(Kind.CHOICE, argument, "", values, 0, 0);
  }

  /** Returns {@code FORMAT} or {@code FORMAT=FILE} for one of the formats. */
  public static ValueType report(List<String> formats) {
    return new ValueType(Kind.REPORT, "FORMAT[=FILE]", "FORMAT or FORMAT=FILE", formats, 0, 0);
  }

  /** Returns a time of at most {@code max}: a whole number of seconds, minutes or hours. */
  public static ValueType span(Duration max) {
    return new ValueType(Kind.SPAN, "TIME", "", List.of(), 1, max.toSeconds());
  }

  static ValueType number(long min, long max) {
    return new ValueType(Kind.NUMBER, "N", "", List.of(), min, max);
  }

  /** Returns a number that may end in K, M or G, for 2 to the power of 10, 20 or 30. */
  public static ValueType size(long max) {
    return new ValueType(Kind.SIZE, "N", "", List.of(), 1, max);
  }

  /** Returns what help calls a value, such as {@code FILE}; empty for true or false. */
  public String argument() {
    return argument;
  }

  /** Returns whether it is true or false. */
  public boolean flag() {
    return kind == Kind.FLAG;
  }

  /** Returns whether it is the name of a file. */
  public boolean file() {
    return kind == Kind.FILE;
  }

  boolean report() {
    return kind == Kind.REPORT;
  }

  /** Returns whether the values are few enough to be listed wherever they are described. */
  boolean listed() {
    return words.isEmpty() && !values().isEmpty();
  }

  /** Returns what a value is or begins with, in the order of documentation; empty for any text. */
  public List<String> choices() {
    return kind == Kind.FIELD ? List.of() : values();
  }

  /** Returns the names that a value is or begins with; empty if there is no list of them. */
  List<String> values() {
    return switch (kind) {
      case INPUT_FORMAT -> Logs.formats().stream().map(LogFormat::name).toList();
      case FIELD -> FormatOptions.fieldNames();
      // Findings have the rules of their classes, but people know this one.
      case RULE ->
          Stream.concat(Rules.all().stream().map(RuleInfo::id), Stream.of("GL-002"))
              .sorted()
              .toList();
      case CATEGORY -> ErrorCatalog.categories();
      case ACTOR -> ErrorCatalog.actors();
      case RETRY -> ErrorCatalog.retries();
      default -> choices;
    };
  }

  /** Returns what it takes, for people: what follows "takes". */
  public String words() {
    return switch (kind) {
      case NUMBER -> "a whole number from " + min + " to " + max;
      case SIZE -> "a whole number from " + min + " to " + max + ", perhaps with K, M or G";
      case SPAN ->
          "a time such as 900s, 15m or 1h, at most " + Duration.ofSeconds(max).toHours() + "h";
      default -> words.isEmpty() ? String.join(", ", values()) : words;
    };
  }

  /**
   * Reads a value as written in a file, in the environment or on the command line.
   *
   * @return the value in its usual spelling
   * @throws UnfitValueException if it does not fit; the message follows the name of what has it
   */
  public String read(String text) throws UnfitValueException {
    try {
      return switch (kind) {
        case TEXT -> text(text);
        case FLAG, CHOICE, INPUT_FORMAT, RULE, CATEGORY, ACTOR, RETRY, FIELD -> oneOf(text);
        case NUMBER, SIZE -> {
          number(text);
          yield text;
        }
        case DAY -> LocalDate.parse(text).toString();
        case MOMENT -> moment(text).toString();
        case SPAN -> span(text);
        case ZONE -> ZoneId.of(text).getId();
        case FILE -> {
          text(text);
          yield path(text);
        }
        case HOST -> {
          if (!text.matches(kind.pattern)) {
            throw unfit(text);
          }
          yield text;
        }
        case LOG_FORMAT -> {
          FormatOptions.checkLogFormat(text(text));
          yield text;
        }
        case REPORT -> report(text);
      };
    } catch (DateTimeException e) {
      throw unfit(text);
    } catch (InvalidPathException e) {
      throw new UnfitValueException("does not name a file: '" + shown(text) + "'");
    } catch (IllegalArgumentException e) {
      throw new UnfitValueException("will not do: " + e.getMessage());
    }
  }

  /**
   * Reads the values of a list.
   *
   * @return the values in their usual spelling
   * @throws UnfitValueException if one does not fit, or two reports would be written to one place
   */
  public List<String> read(List<String> texts) throws UnfitValueException {
    List<String> values = new ArrayList<>(texts.size());
    for (String text : texts) {
      values.add(read(text));
    }
    if (kind == Kind.REPORT) {
      refuseCollisions(values);
    }
    return values;
  }

  /** Refuses two reports that would be written to one place. */
  private static void refuseCollisions(List<String> reports) throws UnfitValueException {
    Set<String> places = new HashSet<>();
    for (String report : reports) {
      int equals = report.indexOf('=');
      String file = equals < 0 ? "" : report.substring(equals + 1);
      if (!places.add(
          file.isEmpty() ? "" : Path.of(file).toAbsolutePath().normalize().toString())) {
        throw new UnfitValueException(
            file.isEmpty()
                ? "can write only one report to standard output; write the others to files:"
                    + " FORMAT=FILE"
                : "would write two reports to " + file);
      }
    }
  }

  private UnfitValueException unfit(String text) {
    return new UnfitValueException(
        "takes " + words() + ", not '" + shown(text) + "'" + (kind == Kind.ZONE ? like(text) : ""));
  }

  /** Returns what a message shows of a value: enough to find it, however long it is. */
  static String shown(String text) {
    return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "...";
  }

  private static String text(String text) throws UnfitValueException {
    if (text.isBlank()) {
      throw new UnfitValueException("is empty; give a value or leave it out");
    }
    return text.strip();
  }

  private String oneOf(String text) throws UnfitValueException {
    if (kind == Kind.FLAG) {
      String value = text.toLowerCase(Locale.ROOT);
      if (value.equals("true") || value.equals("false")) {
        return value;
      }
      throw unfit(text);
    }
    List<String> values = values();
    for (String value : values) {
      // A field may be written in any style: trace-token, traceToken, TRACE_TOKEN.
      if (kind == Kind.FIELD ? plain(value).equals(plain(text)) : value.equalsIgnoreCase(text)) {
        return value;
      }
    }
    throw new UnfitValueException(
        "does not know '%s'; it takes %s.%s"
            .formatted(
                shown(text),
                kind == Kind.FIELD ? String.join(", ", values) : words(),
                NearMiss.question(text, values)));
  }

  private static String plain(String name) {
    return name.replaceAll("[-_ ]", "").toLowerCase(Locale.ROOT);
  }

  /** Returns the number of a text that {@link #read} returned. */
  public long sizeOf(String text) {
    try {
      return number(text);
    } catch (UnfitValueException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private long number(String text) throws UnfitValueException {
    String digits = text.strip().toUpperCase(Locale.ROOT);
    int power = 0;
    if (kind == Kind.SIZE && !digits.isEmpty()) {
      power = 10 * (1 + "KMG".indexOf(digits.charAt(digits.length() - 1)));
      digits = power == 0 ? digits : digits.substring(0, digits.length() - 1);
    }
    try {
      long number = Math.multiplyExact(Long.parseLong(digits), 1L << power);
      if (number >= min && number <= max) {
        return number;
      }
    } catch (ArithmeticException | NumberFormatException e) {
      // reported below, like a number out of range
    }
    throw unfit(text);
  }

  /** Returns the moment that {@link #read} accepts. */
  public static Instant moment(String text) {
    return text.length() == DAY_LENGTH
        ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
        : OffsetDateTime.parse(text).toInstant();
  }

  private String span(String text) throws UnfitValueException {
    String typed = text.strip().toLowerCase(Locale.ROOT);
    if (typed.matches("[0-9]{1,9}[smh]")) {
      int unit = typed.length() - 1;
      String span = Long.parseLong(typed.substring(0, unit)) + typed.substring(unit);
      long seconds = duration(span).toSeconds();
      if (seconds >= min && seconds <= max) {
        return span;
      }
    }
    throw unfit(text);
  }

  /** Returns the duration of a text that {@link #read} returned. */
  public static Duration duration(String span) {
    long count = Long.parseLong(span.substring(0, span.length() - 1));
    return switch (span.charAt(span.length() - 1)) {
      case 's' -> Duration.ofSeconds(count);
      case 'm' -> Duration.ofMinutes(count);
      default -> Duration.ofHours(count);
    };
  }

  private static String path(String text) {
    if (text.isBlank()) {
      throw new InvalidPathException(text, "it is empty");
    }
    return Path.of(text).toString();
  }

  private String report(String text) throws UnfitValueException {
    int equals = text.indexOf('=');
    String typed = equals < 0 ? text : text.substring(0, equals);
    String format = typed.toLowerCase(Locale.ROOT);
    if (!choices.contains(format)) {
      throw new UnfitValueException(
          "does not know the format '%s'; it takes %s.%s"
              .formatted(
                  shown(typed), String.join(", ", choices), NearMiss.question(typed, choices)));
    }
    return equals < 0 || text.substring(equals).equals("=-")
        ? format
        : format + "=" + path(text.substring(equals + 1));
  }

  /** People write the town alone, or the name in another case. */
  private static String like(String typed) {
    String wanted = typed.strip().replace(' ', '_').toLowerCase(Locale.ROOT);
    TreeSet<String> zones = new TreeSet<>(ZoneId.getAvailableZoneIds());
    for (String zone : zones) {
      String name = zone.toLowerCase(Locale.ROOT);
      if (!wanted.isEmpty() && (name.equals(wanted) || name.endsWith("/" + wanted))) {
        return ". Did you mean " + zone + "?";
      }
    }
    String question = NearMiss.question(typed, zones);
    return question.isEmpty() ? "" : "." + question;
  }

  /** Returns the JSON Schema of a value. */
  Map<String, Object> schema() {
    return switch (kind) {
      case FLAG -> ConfigurationSchema.of("type", "boolean");
      case NUMBER -> ConfigurationSchema.of("type", "integer", "minimum", min, "maximum", max);
      case SIZE -> {
        Map<String, Object> size =
            ConfigurationSchema.of(
                "type", List.of("integer", "string"), "pattern", kind.pattern, "minimum", min);
        if (max < Long.MAX_VALUE) {
          size.put("maximum", max);
        }
        yield size;
      }
      // YAML takes 1234 for a number, and true for no text either.
      case TEXT, LOG_FORMAT ->
          ConfigurationSchema.of(
              "type", List.of("string", "number", "boolean"), "pattern", kind.pattern);
      case REPORT -> {
        String pattern = String.format(kind.pattern, String.join("|", choices));
        yield ConfigurationSchema.of(
            "anyOf",
            List.of(
                Map.of("enum", choices),
                ConfigurationSchema.of("type", "string", "pattern", pattern)));
      }
      case DAY, SPAN, ZONE, FILE, HOST, MOMENT ->
          ConfigurationSchema.of("type", "string", "pattern", kind.pattern);
      default -> ConfigurationSchema.of("enum", values());
    };
  }
}
