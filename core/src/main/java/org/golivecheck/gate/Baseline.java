package org.golivecheck.gate;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.golivecheck.redaction.Redactor;
import org.golivecheck.report.FindingState;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.text.Json;
import org.golivecheck.text.JsonOutput;
import org.golivecheck.text.SavedJson;
import org.jspecify.annotations.Nullable;

/**
 * The findings that a team knows but has not fixed yet. With a baseline, a build fails only on new
 * ones.
 *
 * <p>The file is JSON, described by {@code golive-baseline.schema.json} next to this class. It is
 * easy to review: sorted by fingerprint, with one value per line, and with the same bytes for the
 * same entries. Immutable.
 */
public final class Baseline {
  /** A baseline without entries. */
  public static final Baseline EMPTY = new Baseline(new TreeMap<>());

  private final SortedMap<String, BaselineEntry> entries;

  private Baseline(SortedMap<String, BaselineEntry> entries) {
    this.entries = Collections.unmodifiableSortedMap(entries);
  }

  /**
   * Returns a baseline with entries.
   *
   * @throws IllegalArgumentException if two have the same fingerprint
   */
  public static Baseline of(Collection<BaselineEntry> entries) {
    SortedMap<String, BaselineEntry> sorted = new TreeMap<>();
    for (BaselineEntry entry : entries) {
      if (sorted.put(entry.fingerprint(), entry) != null) {
        throw new IllegalArgumentException(
            "two entries have the fingerprint " + entry.fingerprint());
      }
    }
    return new Baseline(sorted);
  }

  /**
   * Reads the text of a file.
   *
   * @throws BaselineFormatException if it is not a baseline; the message names the line
   */
  public static Baseline parse(String text) throws BaselineFormatException {
    return BaselineFile.read(text);
  }

  /** Writes the text of a file. */
  public void write(Appendable out) throws IOException {
    BaselineFile.write(this, out);
  }

  /** Returns the entries, sorted by fingerprint. */
  public Collection<BaselineEntry> entries() {
    return entries.values();
  }

  /** Returns the entry of a fingerprint, or null. */
  @Nullable BaselineEntry entry(String fingerprint) {
    return entries.get(fingerprint);
  }

  /**
   * Returns the baseline for a report. It contains the findings of the report with their counts,
   * without suppressed ones, and nothing else. Known entries keep reason, day of creation and last
   * day, even one that is over: no finding is excused for longer than a person decided.
   *
   * @param today the day of creation of new entries
   */
  public Baseline updated(GoLiveReport report, LocalDate today) {
    SortedMap<String, BaselineEntry> updated = new TreeMap<>();
    for (Map.Entry<String, Long> seen :
        Comparisons.occurrences(
                report, finding -> finding.state().kind() != FindingState.Kind.SUPPRESSED)
            .entrySet()) {
      String fingerprint = seen.getKey();
      BaselineEntry known = entries.get(fingerprint);
      updated.put(
          fingerprint,
          known == null
              ? new BaselineEntry(fingerprint, seen.getValue(), null, today, null)
              : known.allowing(seen.getValue()));
    }
    return new Baseline(updated);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Baseline that && entries.equals(that.entries);
  }

  @Override
  public int hashCode() {
    return Objects.hash(entries);
  }

  @Override
  public String toString() {
    return entries.values().toString();
  }

  /** Reads and writes a baseline file. */
  private static final class BaselineFile {
    private static final int SCHEMA_VERSION = 1;
    private static final JsonFactory FACTORY = Json.strict(16);
    private static final Set<String> OPTIONAL = Set.of("reason", "created", "until");

    private BaselineFile() {}

    static Baseline read(String text) throws BaselineFormatException {
      SavedJson json = new SavedJson("baseline", BaselineFile::clean, OPTIONAL);
      Set<String> fingerprints = new HashSet<>();
      json.range("schemaVersion", SCHEMA_VERSION, SCHEMA_VERSION)
          .range("maxCount", 1, Long.MAX_VALUE)
          .text(LocalDate.class, "a day such as 2026-12-31", LocalDate::parse)
          .value(
              String.class,
              "a text",
              at -> {
                String value = at.getText();
                if ("fingerprint".equals(at.currentName()) && !fingerprints.add(value)) {
                  throw json.wrong(at, "in one entry only; add up maxCount");
                }
                return at.hasToken(JsonToken.VALUE_STRING) ? value : null;
              });
      try {
        return Baseline.of(
            json.read(FACTORY.createParser(text), File.class, false, BaselineFormatException::new)
                .findings());
      } catch (IOException impossible) {
        throw new IllegalStateException("a text cannot fail to be read", impossible);
      }
    }

    private static String clean(String text) {
      return new Redactor().redact(text).toString();
    }

    static void write(Baseline baseline, Appendable out) throws IOException {
      // One value per line, so that a changed count is a change of one line.
      try (JsonGenerator json = JsonOutput.indented(out)) {
        json.writeStartObject();
        json.writeNumberField("schemaVersion", SCHEMA_VERSION);
        json.writeArrayFieldStart("findings");
        for (BaselineEntry entry : baseline.entries()) {
          json.writeStartObject();
          json.writeStringField("fingerprint", entry.fingerprint());
          json.writeNumberField("maxCount", entry.maxCount());
          // Written even when null, as a reminder to fill it in.
          json.writeStringField("reason", Objects.requireNonNullElse(entry.reason(), ""));
          json.writeStringField("created", Objects.toString(entry.created(), null));
          json.writeStringField("until", Objects.toString(entry.until(), null));
          json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
      }
      out.append('\n');
    }

    @JsonIgnoreProperties("$schema") // for editors
    private record File(int schemaVersion, List<BaselineEntry> findings) {}
  }
}
