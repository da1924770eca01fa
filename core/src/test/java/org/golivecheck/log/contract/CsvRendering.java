package org.golivecheck.log.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.golivecheck.call.LogField;
import org.golivecheck.log.FormatOptions;

/**
 * Tables as programs and spreadsheets write them.
 *
 * @param variant which of them
 * @param csv how values are written
 * @param charset how characters are, with a mark before them where the charset makes one
 * @param columns the names of the columns; none for a table without them
 * @param cells writes the values of a row
 * @param options what the user says
 * @param lacks what the rows do not carry
 */
record CsvRendering(
    String variant,
    CSVFormat csv,
    Charset charset,
    List<String> columns,
    Function<ScenarioCall, List<Object>> cells,
    FormatOptions options,
    Set<LogField> lacks)
    implements Rendering {

  /** Every field there is, by RFC 4180. */
  static Rendering everything() {
    return new CsvRendering(
        "RFC 4180 with every column",
        CSVFormat.RFC4180,
        StandardCharsets.UTF_8,
        List.of(
            "Timestamp",
            "Method",
            "URL",
            "Status",
            "Duration_ms",
            "Response Body",
            "Trace Token",
            "Request Bytes",
            "User Agent",
            "SDK",
            "Integration Key"),
        call ->
            List.of(
                call.end(),
                call.method(),
                call.url(),
                call.status(),
                call.millis(),
                call.responseBody(),
                call.traceToken(),
                call.requestBody().length(),
                Scenario.USER_AGENT,
                call.requestHeaders().getOrDefault("X-DocuSign-SDK", ""),
                Scenario.KEY),
        FormatOptions.NONE,
        EnumSet.of(LogField.LIMITS));
  }

  /** A German spreadsheet: semicolons, a comma in numbers, days first, local time, UTF-16. */
  static Rendering spreadsheet() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    DateTimeFormatter time =
        DateTimeFormatter.ofPattern("dd.MM.uuuu HH:mm:ss,SSS", Locale.ROOT).withZone(berlin);
    return new CsvRendering(
        "German spreadsheet",
        CSVFormat.EXCEL.builder().setDelimiter(';').get(),
        StandardCharsets.UTF_16,
        List.of(
            "time", "method", "host", "path", "status", "error code", "error message", "took_s"),
        call ->
            List.of(
                time.format(call.end()),
                call.method(),
                call.host(),
                call.path(),
                call.status(),
                text(call.responseBody(), "errorCode"),
                text(call.responseBody(), "message"),
                String.format(Locale.GERMANY, "%.3f", call.millis() / 1000.0)),
        new FormatOptions(null, berlin, Map.of("duration", "took_s"), null),
        EnumSet.of(
            LogField.TRACE_TOKEN, LogField.CLIENT, LogField.SIZE, LogField.KEY, LogField.LIMITS));
  }

  /** Tabs, and numbers of columns instead of names. */
  static Rendering numbered() {
    return new CsvRendering(
        "tabs, no header",
        CSVFormat.TDF,
        StandardCharsets.UTF_8,
        List.of(),
        call ->
            List.of(call.end().getEpochSecond() + ".250", call.status(), call.method(), call.url()),
        new FormatOptions(
            null, null, Map.of("timestamp", "1", "status", "2", "method", "3", "url", "4"), null),
        EnumSet.of(
            LogField.ERROR,
            LogField.TRACE_TOKEN,
            LogField.DURATION,
            LogField.CLIENT,
            LogField.SIZE,
            LogField.KEY,
            LogField.LIMITS));
  }

  private static String text(String body, String name) {
    String start = "\"" + name + "\": \"";
    int from = body.indexOf(start);
    return from < 0
        ? ""
        : body.substring(from + start.length(), body.indexOf('"', from + start.length()));
  }

  @Override
  public String format() {
    return "csv";
  }

  @Override
  public byte[] render(List<ScenarioCall> calls) {
    StringBuilder table = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(table, csv)) {
      if (!columns.isEmpty()) {
        printer.printRecord(columns);
      }
      for (ScenarioCall call : calls) {
        printer.printRecord(cells.apply(call));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return table.toString().getBytes(charset);
  }
}
