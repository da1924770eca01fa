package org.golivecheck.log.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.golivecheck.call.LogField;
import org.golivecheck.log.FormatOptions;

/**
 * The export of a log store, whose records contain the lines of another log.
 *
 * @param format the format of the export
 * @param inner the log in it
 * @param options what the user says
 * @param export makes the export of the lines
 */
record StoreRendering(
    String store,
    String format,
    Rendering inner,
    FormatOptions options,
    Function<List<String>, String> export)
    implements Rendering {
  private static final ObjectMapper JSON = new JsonMapper();

  /** A table of texts, whose times are in UTC. */
  static Rendering insights() {
    return new StoreRendering(
        "CloudWatch Logs Insights",
        "csv",
        new PythonHttpRendering(false),
        FormatOptions.NONE,
        lines -> {
          StringBuilder table = new StringBuilder("@timestamp,@message\n");
          for (String line : lines) {
            table.append(line.substring(0, 23).replace(',', '.'));
            table.append(",\"").append(line.replace("\"", "\"\"")).append("\"\n");
          }
          return table.toString();
        });
  }

  /** An object with the hits of a search. */
  static Rendering elasticsearch() {
    return new StoreRendering(
        "Elasticsearch",
        "ndjson",
        JsonRendering.ecs(),
        FormatOptions.NONE,
        lines ->
            lines.stream()
                .map(line -> "{\"_index\":\"logs\",\"_source\":" + line + "}")
                .collect(Collectors.joining(",", "{\"took\":3,\"hits\":{\"hits\":[", "]}}")));
  }

  /** Records whose messages are records. */
  static Rendering datadog() {
    return new StoreRendering(
        "Datadog",
        "ndjson",
        JsonRendering.nginx(),
        FormatOptions.NONE,
        lines ->
            lines.stream()
                .map(
                    line ->
                        "{\"content\":{\"timestamp\":\"2026-11-23T12:00:00Z\",\"message\":"
                            + write(line)
                            + "}}")
                .collect(Collectors.joining(",", "{\"logs\":[", "]}")));
  }

  private static String write(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String variant() {
    return store + " of " + inner.variant();
  }

  @Override
  public Set<LogField> shows() {
    return inner.shows();
  }

  @Override
  public byte[] render(List<ScenarioCall> calls) {
    String log = new String(inner.render(calls), StandardCharsets.UTF_8);
    return export.apply(log.lines().toList()).getBytes(StandardCharsets.UTF_8);
  }
}
