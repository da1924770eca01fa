package org.golivecheck.web.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.golivecheck.GoLiveCheck;
import org.golivecheck.config.Configuration;
import org.golivecheck.config.Key;
import org.golivecheck.config.Keys;
import org.golivecheck.config.Setting;
import org.golivecheck.config.UnfitValueException;
import org.golivecheck.config.ValueType;
import org.golivecheck.explain.Explanations;
import org.golivecheck.log.LogSource;
import org.golivecheck.render.ReportFormats;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.rule.ReviewSettings;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSObject;
import org.teavm.jso.typedarrays.Int8Array;

/** What the page calls: the same library as the command, compiled for the browser. */
public final class Program {
  private static final int WIDTH = 80;

  private static Map<String, String> settings = new HashMap<>();
  private static List<Log> logs = new ArrayList<>();
  private static GoLiveReport report;

  private record Log(String name, JSObject file) {}

  private Program() {}

  /** Does nothing: the page calls the other methods. */
  public static void main(String[] arguments) {}

  /** Forgets all logs and settings. */
  @JSExport
  public static void reset() {
    settings = new HashMap<>();
    logs = new ArrayList<>();
  }

  /** Sets a key of the configuration, or {@code since} or {@code until}. */
  @JSExport
  public static void set(String name, String value) {
    settings.put(name, value);
  }

  /** Adds a log. */
  @JSExport
  public static void add(String name, JSObject file) {
    logs.add(new Log(name, file));
  }

  private static List<LogSource> sources() {
    List<LogSource> sources = new ArrayList<>();
    for (Log log : logs) {
      sources.add(LogSource.of(log.name(), new BrowserFile(log.file())));
    }
    return sources;
  }

  private static Configuration configuration() {
    List<Setting> found = new ArrayList<>();
    for (Key key : Keys.list()) {
      String text = settings.getOrDefault(key.name(), "").strip();
      if (!text.isEmpty()) {
        List<String> values = key.many() ? List.of(text.split(" *, *")) : List.of(text);
        try {
          found.add(Setting.typed(key, values, key.name()));
        } catch (UnfitValueException e) {
          throw new IllegalArgumentException(key.name() + " " + e.getMessage());
        }
      }
    }
    return Configuration.NONE.with(found);
  }

  private static GoLiveCheck check(Configuration configuration) {
    ReviewSettings review =
        configuration.reviewSettings(null, moment("since"), moment("until"));
    return GoLiveCheck.withDefaults()
        .withSettings(review)
        .withFormat(configuration.formatOptions())
        .withThreads(1)
        .withSeries();
  }

  private static Instant moment(String name) {
    String text = settings.getOrDefault(name, "");
    try {
      return text.isEmpty() ? null : ValueType.moment(ValueType.MOMENT.read(text));
    } catch (UnfitValueException e) {
      throw new IllegalArgumentException(name + " " + e.getMessage());
    }
  }

  /** Judges all logs and returns the verdict. */
  @JSExport
  public static String check() {
    report = check(configuration()).check(sources());
    return report.verdict().name();
  }

  /** Returns the report in a format. */
  @JSExport
  public static String report(String format) throws IOException {
    StringBuilder text = new StringBuilder();
    ReportFormats.writer(format).write(report, text);
    return text.toString();
  }

  /** Returns a zip with the logs without secrets and personal data. */
  @JSExport
  public static Int8Array redact() throws IOException {
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    check(configuration()).redact(sources(), zip);
    return Int8Array.copyFromJavaArray(zip.toByteArray());
  }

  /** Explains what was pasted. */
  @JSExport
  public static String explain(String text) {
    String topic = text.strip();
    String page = topic.isEmpty() ? Explanations.contents() : Explanations.rulePage(topic);
    if (page != null) {
      return page;
    }
    try {
      return new Explanations(configuration().errors(), WIDTH).explain(topic);
    } catch (IllegalArgumentException e) {
      return e.getMessage();
    }
  }
}
