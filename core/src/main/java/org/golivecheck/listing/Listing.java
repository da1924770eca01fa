package org.golivecheck.listing;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.golivecheck.call.ApiCall;
import org.golivecheck.log.CallList;
import org.golivecheck.rule.ReviewSettings;
import org.golivecheck.text.Json;
import org.jspecify.annotations.Nullable;

/**
 * The calls of logs in the order of a review, as {@code golive-check calls} lists them. A listing
 * as {@code csv} or {@code ndjson} can be read as a log, with the same verdict: it contains all
 * that rules need, and the source of each call. Sorts in bounded memory.
 */
public final class Listing implements CallList {
  /** The names of the formats. The first one is for people. */
  public static final List<String> FORMATS = List.of("table", "csv", "ndjson");

  /** About 32 MB. */
  private static final int MAX_SIZE = 1 << 24;

  private final ReviewSettings settings;
  private final HiddenValues hidden;
  private final CallSorter sorter = new CallSorter(MAX_SIZE);

  /**
   * Creates an empty listing.
   *
   * @param settings which calls to list, and which of them count
   * @param redact whether to hide personal data; secrets are always hidden
   */
  public Listing(ReviewSettings settings, boolean redact) {
    this.settings = settings;
    hidden = new HiddenValues(redact);
  }

  /**
   * Adds a call if the settings include it. May be called by any thread.
   *
   * @throws java.io.UncheckedIOException if the temporary file cannot be used; the message is for
   *     the user
   */
  @Override
  public void add(ApiCall read) {
    ApiCall call = settings.traffic().seen(read);
    if (settings.keeps(call)) {
      sorter.add(ListedCall.of(call, settings.exclusion(call), hidden));
    }
  }

  /**
   * Writes the calls, once all are added. May be called any number of times.
   *
   * @param format one of {@link #FORMATS}
   * @param width the maximum width of a table in columns, or 0 for no limit
   * @param color whether a table may use terminal colours
   * @throws IOException if {@code out} throws it
   * @throws IllegalArgumentException if there is no such format
   * @throws java.io.UncheckedIOException if the temporary file cannot be used; the message is for
   *     the user
   */
  public void write(String format, int width, boolean color, Appendable out) throws IOException {
    switch (format) {
      case "table" -> new CallTable(this::forEach, width, color).write(out);
      case "csv" -> writeCsv(out);
      case "ndjson" -> writeNdjson(out);
      default -> throw new IllegalArgumentException("there is no format " + format);
    }
  }

  /** Writes the calls as {@code ndjson}. */
  @Override
  public void writeTo(Appendable out) throws IOException {
    writeNdjson(out);
  }

  private void forEach(CallSorter.Target target) throws IOException {
    HiddenValues.Numbers numbers = new HiddenValues.Numbers();
    sorter.forEach(call -> target.accept(call.numbered(numbers)));
  }

  private void writeCsv(Appendable out) throws IOException {
    // The printer has no resource but the appendable, which stays open.
    @SuppressWarnings("resource")
    CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180);
    printer.printRecord(Arrays.stream(Column.ALL).map(Column::label));
    forEach(
        call -> {
          List<@Nullable String> row = new ArrayList<>(Column.ALL.length);
          for (Column column : Column.ALL) {
            row.add(guard(call.get(column)));
          }
          printer.printRecord(row);
        });
  }

  /** A spreadsheet would run a text that begins like a formula. An apostrophe prevents this. */
  private static @Nullable String guard(@Nullable String text) {
    int at = 0;
    while (text != null && at < text.length() && text.charAt(at) == '\'') {
      at++;
    }
    boolean formula = text != null && at < text.length() && "=+-@".indexOf(text.charAt(at)) >= 0;
    return formula ? "'" + text : text;
  }

  private void writeNdjson(Appendable out) throws IOException {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = Json.writer().createGenerator(line)) {
      json.setRootValueSeparator(null);
      forEach(
          call -> {
            writeObject(call, json);
            json.flush();
            out.append(line.getBuffer()).append('\n');
            line.getBuffer().setLength(0);
          });
    }
  }

  private static void writeObject(ListedCall call, JsonGenerator json) throws IOException {
    json.writeStartObject();
    for (Column column : Column.ALL) {
      String value = call.get(column);
      if (value == null && !column.isAlwaysShown()) {
        continue;
      }
      json.writeFieldName(column.label());
      if (value == null) {
        json.writeNull();
      } else if (column.isJson()) {
        json.writeRawValue(value);
      } else {
        json.writeString(value);
      }
    }
    json.writeEndObject();
  }

  /** Deletes the temporary file, if there is one. */
  @Override
  public void close() {
    sorter.close();
  }
}
