package org.golivecheck.log.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.golivecheck.call.ApiCall;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.LogProblem;
import org.golivecheck.log.ProblemCode;
import org.golivecheck.log.ReadLimits;
import org.golivecheck.log.exchange.Response;
import org.golivecheck.log.format.ReadContext;
import org.golivecheck.log.format.ReadSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestLogReaderTest {
  private static final String TOKEN = "0a1b2c3d-0000-4000-8000-aabbccddeeff";
  private static final String BEFORE_HEADERS =
      "TraceToken: "
          + TOKEN
          + "\r\nTimestamp: 2026-03-01T09:15:30Z\r\n\r\n"
          + "POST https://demo.docusign.net/restapi/v2.1/accounts/1/envelopes\r\n";
  private static final String REQUEST = BEFORE_HEADERS + "Accept: */*\r\n\r\n";
  private static final String RESPONSE =
      "201 Created\r\n\r\nX-DocuSign-TraceToken: " + TOKEN + "\r\n\r\n";

  private final RequestLogReader reader = new RequestLogReader();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TraceToken: a\r\nTimestamp: b\r\n",
        "timestamp: b\nTRACETOKEN: a\n",
        "\uFEFF\r\n \n\nTraceToken: a",
        "GET https://demo.docusign.net/restapi/v2.1/accounts/1\r\n\r\nTraceToken: a\r\n",
        "GET https://demo.docusign.net/restapi/v2.1/accounts/1 HTTP/1.1\r\n\r\nTimestamp: a\r\n",
        "POST https://demo.docusign.net/restapi/v2.1/accounts/1\r\nHost: a\r\n",
        "put /restapi/v2.1/accounts/1"
      })
  void requestLogIsRecognised(String head) {
    byte[] bytes = head.getBytes(StandardCharsets.UTF_8);

    assertThat(reader.recognises(bytes, bytes.length, FormatOptions.NONE)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\r\n",
        "{\"log\":{}}",
        "PK\u0003\u0004",
        "POST https://demo.docusign.net/oauth/token HTTP/1.1\r\nHost: a\r\n",
        "POST https://demo.docusign.net/oauth/token HTTP/1.1\r\n",
        "HTTP/1.1 200 OK\r\nDate: a\r\n",
        "10.0.0.1 - - [01/Mar/2026:09:15:30 +0000] \"GET / HTTP/1.1\" 200 1",
        "timestamp,method,url,status\n",
        "TraceToken a\r\n",
        "GET it done\r\n"
      })
  void otherTextIsNotRecognised(String head) {
    byte[] bytes = head.getBytes(StandardCharsets.UTF_8);

    assertThat(reader.recognises(bytes, bytes.length, FormatOptions.NONE)).isFalse();
  }

  @Test
  void onlyTheFilledPartOfTheHeadIsLookedAt() {
    byte[] bytes = "\r\nTraceToken: a\r\n".getBytes(StandardCharsets.UTF_8);

    assertThat(reader.recognises(bytes, 2, FormatOptions.NONE)).isFalse();
  }

  @Test
  void sessionReadsOneEntryAfterAnother() throws IOException {
    List<ApiCall> calls = new ArrayList<>();
    List<LogProblem> problems = new ArrayList<>();
    ReadSession session =
        reader.open(new ReadContext(ReadLimits.DEFAULT, FormatOptions.NONE, problems::add));

    session.read(
        "1", stream(BEFORE_HEADERS + "Origin: https://example.com\r\n\r\n" + RESPONSE), calls::add);
    session.read("2", stream("TraceToken: x\r\nGET"), calls::add);
    session.read("3", stream(REQUEST + RESPONSE), calls::add);

    assertThat(calls).extracting(ApiCall::source).containsExactly("1", "3");
    assertThat(calls.get(1).client().origin()).isNull();
    assertThat(problems).extracting(LogProblem::source).containsExactly("2");
  }

  @Test
  void entryWhoseBytesCannotBeReadIsNoCall() throws IOException {
    List<ApiCall> calls = new ArrayList<>();
    ReadSession session =
        reader.open(new ReadContext(ReadLimits.DEFAULT, FormatOptions.NONE, problem -> {}));
    InputStream in = new SequenceInputStream(stream(REQUEST + RESPONSE), new BrokenStream());

    assertThatThrownBy(() -> session.read("1", in, calls::add)).hasMessage("broken");
    session.read("2", stream(REQUEST + RESPONSE), calls::add);

    assertThat(calls).extracting(ApiCall::source).containsExactly("2");
  }

  @Test
  void twoHundredMegabytesInOneLinePass() {
    String answer = RESPONSE + "{\"documentBase64\":\"";

    assertThat(read(REQUEST, "QUJD", "\r\n\r\n" + RESPONSE, 200).call().status()).isEqualTo(201);
    assertThat(read(REQUEST + answer, "QUJD", "", 200).call().status()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "\n", "\r\n", "200 OK\r\nA: b\r\n", "200 OK\r\n", "{\"a\": [\"b\"]},\r\n"})
  void manyMegabytesOfAnyRequestBodyPass(String part) {
    Reading reading = read(REQUEST, part, "\r\n\r\n" + RESPONSE, 20);

    assertThat(reading.call().status()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"errorDetails\":[", "[", "<a>", "200 OK\r\nA: b\r\n", "\\u"})
  void manyMegabytesOfAnyResponseBodyPass(String part) {
    Reading reading = read(REQUEST + RESPONSE, part, "", 20);

    assertThat(reading.call().status()).isEqualTo(201);
  }

  @Test
  void headOfAnErrorBodyIsKept() {
    String error = RESPONSE.replace("201 Created", "500 InternalServerError");
    ApiCall call = read(REQUEST + error, "0123456789", "", 20).call();

    assertThat(call.error().text()).hasSize(Response.HEAD_BYTES).startsWith("0123456789012");
    assertThat(call.error().message()).isEqualTo("null truncated");
  }

  @Test
  void lineBeyondTheLimitIsCutAndReported() {
    String agent = "User-Agent: " + "x".repeat(100_000) + "\r\nOrigin: https://example.com\r\n\r\n";
    Reading reading = Reading.of(BEFORE_HEADERS + agent + RESPONSE);

    assertThat(reading.calls().get(0).client().origin()).isEqualTo("https://example.com");
    assertThat(reading.calls().get(0).client().userAgent()).hasSizeBetween(65_000, 65_536);
    assertThat(reading.problems())
        .extracting(LogProblem::code)
        .containsExactly(ProblemCode.ENTRY_LIMIT);
    assertThat(reading.problems().get(0).message())
        .contains("65536 bytes")
        .contains("--limit line-bytes=");
  }

  @Test
  void lineBeyondTheLimitOfWhichNothingIsKeptIsNoProblem() {
    String cookie = "Cookie: " + "x".repeat(100_000) + "\r\nOrigin: https://example.com\r\n\r\n";

    assertThat(Reading.of(BEFORE_HEADERS + cookie + RESPONSE).call().client().origin())
        .isEqualTo("https://example.com");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"TraceToken: ", "POST https://demo.docusign.net/", "X-DocuSign-TraceToken: "})
  void aCutOfAnythingThatIsKeptIsReported(String start) {
    String entry = BEFORE_HEADERS + "\r\n" + RESPONSE;
    int at = entry.indexOf(start) + start.length();
    String cut = entry.substring(0, at) + "x".repeat(100_000) + entry.substring(at);

    assertThat(Reading.of(entry).problems()).isEmpty();
    assertThat(Reading.of(cut).problems())
        .extracting(LogProblem::code)
        .containsExactly(ProblemCode.ENTRY_LIMIT);
  }

  @Test
  void aStatusLineAndTheBlankLineAfterItHaveAKilobyte() {
    String status = BEFORE_HEADERS + "\r\n201 Created\r\n";

    assertThat(Reading.of(status + " ".repeat(1_009) + "\r\nA: b\r\n\r\n").call().status())
        .isEqualTo(201);
    assertThat(Reading.of(status + " ".repeat(1_010) + "\r\nA: b\r\n\r\n").calls()).isEmpty();
  }

  @Test
  void headersBeyondTheLimitAreIgnoredAndReported() {
    String headers = "A: b\r\n".repeat(1_000) + "Origin: https://example.com\r\n\r\n";
    Reading reading = Reading.of(BEFORE_HEADERS + headers + RESPONSE);

    assertThat(reading.calls().get(0).client().origin()).isNull();
    assertThat(reading.problems())
        .extracting(LogProblem::code)
        .containsExactly(ProblemCode.ENTRY_LIMIT);
    assertThat(reading.problems().get(0).message()).contains("1000").contains("--limit headers=");
  }

  @Test
  void asManyHeadersAsTheLimitAllowsAreRead() {
    String headers = "A: b\r\n".repeat(999) + "Origin: https://example.com\r\n\r\n";

    assertThat(Reading.of(BEFORE_HEADERS + headers + RESPONSE).call().client().origin())
        .isEqualTo("https://example.com");
  }

  @Test
  void aStatusOfZeroIsNoResponse() {
    Reading reading = Reading.of(REQUEST + RESPONSE.replace("201", "000"));

    assertThat(reading.problems())
        .extracting(LogProblem::code)
        .containsExactly(ProblemCode.NO_STATUS_LINE);
  }

  @Test
  void problemNamesWhatIsWrongAndWhatIsExpected() {
    Reading reading = Reading.of("TraceToken: a\r\nTimestamp: tomorrow\r\n\r\nGET /a\r\n\r\n");

    assertThat(reading.problems())
        .containsExactly(
            new LogProblem(
                ProblemCode.NO_TIMESTAMP,
                Reading.SOURCE,
                2,
                -1,
                "Unreadable Timestamp 'tomorrow'; the entry is left out. "
                    + "Expected a UTC time such as 2026-01-31T09:30:00.1234567Z."));
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Reads an entry with some megabytes between two texts, made while they are read. */
  private static Reading read(String before, String part, String after, long megabytes) {
    byte[] block = part.repeat(64 * 1024 / part.length()).getBytes(StandardCharsets.UTF_8);
    InputStream middle =
        new InputStream() {
          private long left = megabytes << 20;

          @Override
          public int read() {
            throw new UnsupportedOperationException();
          }

          @Override
          public int read(byte[] bytes, int offset, int length) {
            if (left <= 0) {
              return -1;
            }
            int count = Math.min(length, block.length);
            System.arraycopy(block, 0, bytes, offset, count);
            left -= count;
            return count;
          }
        };
    InputStream entry =
        new SequenceInputStream(
            Collections.enumeration(Arrays.asList(stream(before), middle, stream(after))));
    return Reading.of("big.txt", entry, ReadLimits.DEFAULT);
  }

  /** Fails when it is read. */
  private static final class BrokenStream extends InputStream {
    @Override
    public int read() throws IOException {
      throw new IOException("broken");
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      throw new IOException("broken");
    }
  }
}
