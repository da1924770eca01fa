package org.golivecheck.log.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.golivecheck.call.ApiCall;
import org.golivecheck.log.ReadLimits;

/** What is true of every entry, whatever its bodies contain. */
class RequestLogPropertyTest {
  private static final String TOKEN = "0a1b2c3d-0000-4000-8000-aabbccddeeff";
  private static final String OTHER_TOKEN = "ffffffff-0000-4000-8000-aabbccddeeff";

  /** An entry to be printed. The hostile parts of bodies are lines like those of the format. */
  record Entry(
      boolean requestLineFirst,
      boolean tokens,
      boolean length,
      String method,
      int status,
      List<String> headers,
      String requestBody,
      String responseBody) {

    byte[] print() {
      String prologue =
          (tokens ? "TraceToken: " + TOKEN + "\r\n" : "") + "Timestamp: 2026-03-01T09:15:30Z\r\n";
      String requestLine = method + " https://demo.docusign.net/restapi/v2.1/accounts/1\r\n";
      int bytes = requestBody.getBytes(StandardCharsets.UTF_8).length;
      StringBuilder text = new StringBuilder();
      text.append(
          requestLineFirst ? requestLine + "\r\n" + prologue : prologue + "\r\n" + requestLine);
      text.append(requestLineFirst ? "\r\n" : "");
      text.append("Origin: https://example.com\r\n");
      headers.forEach(header -> text.append(header).append("\r\n"));
      text.append(length ? "Content-Length: " + bytes + "\r\n\r\n" : "\r\n");
      text.append(requestBody).append(bytes == 0 ? "" : "\r\n\r\n");
      text.append(status).append(" Word\r\n").append(requestLineFirst ? "" : "\r\n");
      headers.forEach(header -> text.append(header).append("\r\n"));
      text.append(tokens ? "x-docusign-tracetoken: " + TOKEN + "\r\n" : "A: b\r\n");
      text.append("\r\n").append(responseBody);
      return text.toString().getBytes(StandardCharsets.UTF_8);
    }
  }

  @Provide
  Arbitrary<Entry> entries() {
    Arbitrary<Boolean> flag = Arbitraries.of(true, false);
    return Combinators.combine(
            flag,
            flag,
            Arbitraries.of("GET", "POST", "PUT", "DELETE"),
            Arbitraries.of(200, 201, 204, 302, 400, 404, 429, 500),
            headers(),
            bodies(),
            bodies())
        .as(
            (first, tokens, method, status, headers, request, response) ->
                new Entry(first, tokens, true, method, status, headers, request, response));
  }

  private static Arbitrary<List<String>> headers() {
    return Arbitraries.of(
            "Accept: */*",
            "x-csrf-token: abc",
            "Cookie: a\r\n  b",
            "Empty:",
            "Accept-Language: en-GBen-US; q=0.9")
        .list()
        .ofMaxSize(4);
  }

  /** Bodies of lines as an attacker would write them, and of any other text. */
  private static Arbitrary<String> bodies() {
    Arbitrary<String> line =
        Arbitraries.oneOf(
            Arbitraries.of(
                "",
                " ",
                "200 OK",
                "500",
                "404 NotFound",
                "404 Not Found",
                "A: b",
                "X-DocuSign-TraceToken: " + OTHER_TOKEN,
                "TraceToken: " + OTHER_TOKEN,
                "Content-Length: 3",
                "Timestamp: 2020-01-01T00:00:00Z",
                "GET https://example.com/restapi/v2.1/accounts/2",
                "{\"errorDetails\": {\"a\": 1}}"),
            Arbitraries.strings().ofMaxLength(12));
    Arbitrary<String> end = Arbitraries.of("\r\n", "\n", "\r\n\r\n", "");
    return Combinators.combine(line, end)
        .as(String::concat)
        .list()
        .ofMaxSize(12)
        .map(lines -> String.join("", lines));
  }

  @Property
  void whatIsPrintedIsReadBack(@ForAll("entries") Entry entry) {
    // Without tokens the length decides, and the true line comes right after the content.
    ApiCall call = Reading.of(Reading.SOURCE, entry.print()).call();

    assertThat(call.timestamp()).isEqualTo(Instant.parse("2026-03-01T09:15:30Z"));
    assertThat(call.method()).isEqualTo(entry.method());
    assertThat(call.status()).isEqualTo(entry.status());
    assertThat(call.client().origin()).isEqualTo("https://example.com");
    assertThat(call.traceToken()).isEqualTo(entry.tokens() ? TOKEN : null);
    assertThat(call.requestBytes())
        .isEqualTo(entry.requestBody().getBytes(StandardCharsets.UTF_8).length);
    if (call.error() != null) {
      assertThat(call.error().text()).isEqualTo(entry.responseBody());
    }
  }

  @Property
  void readingDoesNotDependOnTheSizeOfParts(
      @ForAll("entries") Entry entry, @ForAll @IntRange(min = 1, max = 300) int size) {
    byte[] bytes = entry.print();

    Reading inParts = Reading.of(Reading.SOURCE, Reading.inParts(bytes, size), ReadLimits.DEFAULT);

    assertThat(inParts).isEqualTo(Reading.of(Reading.SOURCE, bytes));
  }

  @Property
  void smallLimitsDoNotDependOnTheSizeOfPartsEither(
      @ForAll("entries") Entry entry, @ForAll @IntRange(min = 1, max = 300) int size) {
    ReadLimits limits =
        ReadLimits.DEFAULT
            .with("entries", 1)
            .with("entry-bytes", 1)
            .with("total-bytes", 1)
            .with("ratio", 1)
            .with("line-bytes", 300)
            .with("headers", 2)
            .with("depth", 4)
            .with("text-bytes", 1)
            .with("seconds", 1);
    byte[] bytes = entry.print();

    Reading inParts = Reading.of(Reading.SOURCE, Reading.inParts(bytes, size), limits);

    assertThat(inParts)
        .isEqualTo(Reading.of(Reading.SOURCE, Reading.inParts(bytes, bytes.length), limits));
  }

  @Property
  void anyBytesAreACallOrAProblem(
      @ForAll("entries") Entry entry,
      @ForAll @Size(max = 20) byte[] noise,
      @ForAll @IntRange(max = 2_000) int place) {
    byte[] bytes = entry.print();
    int at = Math.min(place, bytes.length);
    ByteArrayOutputStream broken = new ByteArrayOutputStream();
    broken.write(bytes, 0, at);
    broken.writeBytes(noise);
    broken.write(bytes, at, bytes.length - at);

    Reading reading = Reading.of(Reading.SOURCE, broken.toByteArray());

    assertThat(reading.calls().size() + reading.problems().size()).isEqualTo(1);
  }

  @Property
  void eventsHandOnEveryByteOnceInBothPasses(
      @ForAll("entries") Entry entry, @ForAll @IntRange(min = 1, max = 300) int size) {
    byte[] bytes = entry.print();
    Recorder search = new Recorder();
    Recorder replay = new Recorder();

    push(new RequestLogParser(ReadLimits.DEFAULT, search), 0, bytes, size);
    push(new RequestLogParser(ReadLimits.DEFAULT, replay), search.chosen, bytes, size);

    assertThat(search.all.toByteArray()).isEqualTo(bytes);
    assertThat(replay.all.toByteArray()).isEqualTo(bytes);
    assertThat(replay.statuses).isEqualTo(1);
    assertThat(replay.chosen).isEqualTo(search.chosen);
    assertThat(replay.status).isEqualTo(entry.status());
    assertThat(replay.responseBody.toString(StandardCharsets.UTF_8))
        .isEqualTo(entry.responseBody());
    assertThat(replay.requestBody.toString(StandardCharsets.UTF_8)).startsWith(entry.requestBody());
  }

  private static void push(RequestLogParser parser, int ordinal, byte[] bytes, int size) {
    parser.startKnowing(ordinal);
    for (int at = 0; at < bytes.length; at += size) {
      // A copy of its own for each part shows a parser that looks beyond it.
      byte[] part = Arrays.copyOfRange(bytes, at, Math.min(at + size, bytes.length));
      parser.feed(part, 0, part.length);
    }
    parser.end();
  }

  /** Writes down all events. */
  private static final class Recorder implements RequestLogListener {
    private final ByteArrayOutputStream all = new ByteArrayOutputStream();
    private final ByteArrayOutputStream requestBody = new ByteArrayOutputStream();
    private final ByteArrayOutputStream responseBody = new ByteArrayOutputStream();
    private int statuses;
    private int status;
    private int chosen = -1;

    private void write(LogLine line) {
      all.write(line.bytes(), line.from(), line.to() - line.from());
    }

    @Override
    public void prologue(LogLine line) {
      write(line);
    }

    @Override
    public void requestLine(LogLine line) {
      write(line);
    }

    @Override
    public void requestHeader(LogLine line) {
      write(line);
    }

    @Override
    public void requestBody(byte[] bytes, int from, int to) {
      all.write(bytes, from, to - from);
      requestBody.write(bytes, from, to - from);
    }

    @Override
    public void status(Candidate candidate, LogLine line) {
      write(line);
      statuses++;
      status = candidate.status();
    }

    @Override
    public void responseHeader(LogLine line) {
      write(line);
    }

    @Override
    public void responseBody(byte[] bytes, int from, int to) {
      all.write(bytes, from, to - from);
      responseBody.write(bytes, from, to - from);
    }

    @Override
    public void other(byte[] bytes, int from, int to) {
      all.write(bytes, from, to - from);
    }

    @Override
    public void end(int ordinal) {
      chosen = ordinal;
    }
  }
}
