package org.golivecheck.rule;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.CallUrl;
import org.golivecheck.call.Client;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.LogCalls;
import org.golivecheck.log.LogSource;
import org.golivecheck.log.Logs;
import org.golivecheck.log.ReadLimits;
import org.golivecheck.log.source.ReadingPool;

/**
 * Files of a line for each call with whole seconds, and the calls that they show: those are made
 * without any reader.
 *
 * @param texts the files
 * @param calls the calls of all files
 */
record LineLogs(List<Text> texts, List<ApiCall> calls) {
  private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");
  private static final DateTimeFormatter ACCESS_TIME =
      DateTimeFormatter.ofPattern("dd/MMM/uuuu:HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  /** A file. */
  record Text(String name, String text) {}

  /** A kind of file. */
  private enum Format {
    NGINX("access.log.", ""),
    NDJSON("app.ndjson.", ""),
    CSV("export.csv.", "timestamp,method,url,status,trace_token,http_referer,http_origin\n");

    private final String name;
    private final String head;

    Format(String name, String head) {
      this.name = name;
      this.head = head;
    }

    /** Returns what the format shows of a call. */
    private ApiCall.Builder shown(Instant time, ApiCall call) {
      Client client = call.client();
      String url = url(call.url());
      return this == NGINX
          ? ApiCall.builder(time, call.method(), url, call.status())
              .client(new Client(null, null, client.referer(), null, null))
          : ApiCall.builder(time, call.method(), url, call.status())
              .traceToken(call.traceToken())
              .client(new Client(null, null, client.referer(), client.origin(), null));
    }

    /** Returns the path of a REST call in an access log, else the URL, always with a host. */
    private String url(CallUrl url) {
      String query = url.query() == null ? "" : "?" + url.query();
      if (this == NGINX && url.path().startsWith("/restapi/v2")) {
        return url.path() + query;
      }
      return url.host().isEmpty() ? "https://demo.docusign.net" + url : url.toString();
    }

    private String line(ApiCall call) {
      String url = call.url().toString();
      String token = Objects.requireNonNullElse(call.traceToken(), "");
      String referer = Objects.requireNonNullElse(call.client().referer(), "");
      String origin = Objects.requireNonNullElse(call.client().origin(), "");
      return switch (this) {
        case NGINX ->
            "10.0.0.1 - - [%s] \"%s %s HTTP/1.1\" %d 17 \"%s\" \"curl/8\"%n"
                .formatted(
                    ACCESS_TIME.format(call.timestamp()),
                    call.method(),
                    url,
                    call.status(),
                    referer.isEmpty() ? "-" : referer);
        case NDJSON ->
            ("{\"time\":\"%s\",\"method\":\"%s\",\"url\":\"%s\",\"status\":%d,"
                    + "\"trace_token\":\"%s\",\"http_referer\":\"%s\",\"http_origin\":\"%s\"}%n")
                .formatted(
                    call.timestamp(), call.method(), url, call.status(), token, referer, origin);
        case CSV ->
            "%s,%s,%s,%d,%s,%s,%s%n"
                .formatted(
                    call.timestamp(), call.method(), url, call.status(), token, referer, origin);
      };
    }
  }

  /**
   * Writes calls to files.
   *
   * @param seconds the calls are made within so many
   * @param files how many files there are
   */
  static LineLogs of(List<ApiCall> calls, int seconds, int files) {
    List<Text> texts = new ArrayList<>();
    List<ApiCall> shown = new ArrayList<>();
    for (int file = 0; file < files; file++) {
      Format format = Format.values()[(file + seconds) % Format.values().length];
      String name = format.name + file;
      StringBuilder text = new StringBuilder(format.head);
      int line = format.head.isEmpty() ? 0 : 1;
      for (int i = file; i < calls.size(); i += files) {
        ApiCall call = calls.get(i);
        Instant time =
            START.plusSeconds(
                Math.floorMod(call.timestamp().getEpochSecond() * 7 + i / 3, seconds));
        ApiCall one = format.shown(time, call).source(name + ":" + ++line).build();
        text.append(format.line(one));
        shown.add(one);
      }
      if (line > (format.head.isEmpty() ? 0 : 1)) {
        texts.add(new Text(name, text.toString()));
      }
    }
    return new LineLogs(texts, shown);
  }

  /** Reads the files, by some threads. */
  List<ApiCall> read(int threads) {
    List<LogSource> sources = new ArrayList<>();
    for (Text text : texts) {
      byte[] bytes = text.text().getBytes(StandardCharsets.UTF_8);
      sources.add(LogSource.of(text.name(), new ByteArrayInputStream(bytes)));
    }
    try (LogCalls logs = Logs.open(sources, ReadLimits.DEFAULT, threads, FormatOptions.NONE)) {
      return ReadingPool.collect(logs.stream(), java.util.stream.Collectors.toList(), threads);
    }
  }
}
