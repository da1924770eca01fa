package org.golivecheck.log.request;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.golivecheck.log.exchange.FieldName;
import org.golivecheck.log.exchange.Response;
import org.golivecheck.log.request.BodyPosition.Fit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The small parts of the reader, each by its own table. */
class SmallPartsTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "00_OK_GetAccountSharedAccess.txt,              GetAccountSharedAccess",
        "logs.zip!04_OK_GetEnvelope.txt,                GetEnvelope",
        "a.zip!b.zip!dir/07_429_SendEnvelope.txt,       SendEnvelope",
        "dir\\03_Created_RequestRecipientToken.TXT,     RequestRecipientToken",
        "T2016-07-17T10_24_03__00_OK_GetFolderList.txt, GetFolderList",
        "02_NotFound_GetUserProfileImage (1).txt,       GetUserProfileImage",
        "9_OK_GetEnvelope.txt,                          GetEnvelope",
        "0_O_G.txt,                                     G",
        "00_OK_Get:A0-b.txt,                            Get:A0",
        "x_OK_GetEnvelope.txt,                          none",
        "00_a/b_GetEnvelope.txt,                        none",
        "00_a!b_GetEnvelope.txt,                        none",
        "00_a\\b_GetEnvelope.txt,                       none",
        "00_Created_.txt,                               none",
        "00_OK.txt,                                     none",
        "OK_GetEnvelope.txt,                            none",
        "_OK_GetEnvelope.txt,                           none",
        "00__GetEnvelope.txt,                           none",
        "00_OK_GetEnvelope.log,                         none",
        ".txt,                                          none",
        "_.txt,                                         none",
        "-,                                             none"
      })
  void operationIsTakenFromTheNameOfTheEntry(String source, String expected) {
    assertThat(OperationHint.of(source)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "REST0_Start,2020-01-01T00:00:37.6245701Z;REST0_End,2020-01-01T00:00:37.6558014Z"
            + " | PT0.0312313S",
        "caller text;REST0_Start,2020-01-01T00:00:01Z;;REST0_End,2020-01-01T00:00:03Z; | PT2S",
        "rest0_end,2020-01-01T00:00:03Z; rest0_start,2020-01-01T00:00:01Z | PT2S",
        "REST0_Start,2020-01-01T00:00:01Z;REST0_End,2020-01-01T00:00:01Z | PT0S",
        "REST0_Start,2020-01-01T00:00:03Z;REST0_End,2020-01-01T00:00:01Z | none",
        "REST0_Start,2020-01-01T00:00:03Z;REST0_End,2020-01-02T00:00:03Z | PT24H",
        "REST0_Start,2020-01-01T00:00:03Z;REST0_End,2020-01-02T00:00:04Z | none",
        "REST0_Start,2020-01-01T00:00:03Z | none",
        "REST0_Start,soon;REST0_End,2020-01-01T00:00:03Z | none",
        "'' | none",
        "none | none"
      })
  void durationIsTakenFromTheTimeTrack(String header, Duration expected) {
    assertThat(Response.timeTrack(header)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "200,                NUMBER",
    "200 OK,             NUMBER_AND_WORD",
    "429 429,            NUMBER_AND_WORD",
    "'200 OK \t',        NUMBER_AND_WORD",
    "000 None,           NUMBER_AND_WORD",
    "404 Not Found,      NUMBER_AND_WORDS",
    "'200  OK',          NONE",
    "'200\tOK',          NONE",
    "2000 OK,            NONE",
    "20 OK,              NONE",
    "200: OK,            NONE",
    "2OO OK,             NONE",
    "20O OK,             NONE",
    "200OK,              NONE",
    "' 200 OK',          NONE",
    "HTTP/1.1 200 OK,    NONE",
    "'',                 NONE"
  })
  void statusLineHasAForm(String text, StatusForm expected) {
    assertThat(StatusForm.of(line(text + "\r\n", false))).isEqualTo(expected);
    assertThat(StatusForm.of(line(text, true))).isEqualTo(StatusForm.NONE);
  }

  @Test
  void aStatusLineIsAtMost256BytesLong() {
    String text = "404 " + "x".repeat(250);

    assertThat(StatusForm.of(line(text + "\r\n", false))).isEqualTo(StatusForm.NUMBER_AND_WORD);
    assertThat(StatusForm.of(line(text + "x\r\n", false))).isEqualTo(StatusForm.NONE);
    assertThat(StatusForm.statusOf(line(text, false))).isEqualTo(404);
  }

  private static LogLine line(String text, boolean cut) {
    byte[] bytes = ("//" + text + ">>").getBytes(US_ASCII);
    LogLine line = new LogLine();
    line.set(bytes, 2, bytes.length - 2, cut);
    return line;
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "GET /,                       GET, /",
        "get https://x/y,             get, https://x/y",
        "'GET \t /a ',                GET, /a",
        "GET /a b,                    GET, /a b",
        "GET /a HTTP/1.1,             GET, /a",
        "GET /a  http/2,              GET, /a",
        "GET h://x,                   GET, h://x",
        "GET abcdefghijklmnop://x,    GET, abcdefghijklmnop://x",
        "abcdefghijklmnopqrstuvwxyzabcdef /, abcdefghijklmnopqrstuvwxyzabcdef, /",
        "GET abcdefghijklmnopq://x,   none, none",
        "abcdefghijklmnopqrstuvwxyzabcdefg /, none, none",
        "GET ://x,                    none, none",
        "GET http://,                 none, none",
        "GET http:/x,                 none, none",
        "GET http:x/y,                none, none",
        "GET http//xy,                none, none",
        "GET x,                       none, none",
        "'GET ',                      none, none",
        "GET,                         none, none",
        "GET/,                        none, none",
        "G3T /,                       none, none",
        "' GET /',                    none, none",
        "/,                           none, none",
        "'',                          none, none"
      })
  void requestLineIsAMethodAndAUrl(String text, String method, String url) {
    LogLine line = line(text + "\r\n", false);

    assertThat(RequestLine.matches(line)).isEqualTo(url != null);
    assertThat(RequestLine.parse(line))
        .isEqualTo(url == null ? null : new RequestLine(method, url));
  }

  /** Line breaks are written N and R, and a line that comes in pieces is cut at each bar. */
  @ParameterizedTest
  @CsvSource({
    // body, Content-Length, as logged, if CR LF may have become LF
    "'',          -1, NONE,  NONE",
    "'',           0, EXACT, EXACT",
    "'',           1, NONE,  NONE",
    "abcN,         2, NONE,  NONE",
    "abcN,         3, EXACT, EXACT",
    "abcN,         4, EXACT, EXACT",
    "abcN,         5, NONE,  EXACT",
    "abcN,         6, NONE,  NONE",
    "abcRN,        2, NONE,  NONE",
    "abcRN,        3, EXACT, EXACT",
    "abcRN,        5, EXACT, EXACT",
    "abcRRNRN,     3, EXACT, EXACT",
    "a|b|c|R|N,    2, NONE,  NONE",
    "a|b|c|R|N,    3, EXACT, EXACT",
    "a|b|c|R|N,    6, NONE,  EXACT",
    "RNRN,         0, EXACT, EXACT",
    "aNNNNb,       5, NONE,  NONE",
    "aNNNNb,       6, EXACT, EXACT",
    "aNNNNb,       7, NONE,  POSSIBLE",
    "aNNNNb,       9, NONE,  POSSIBLE",
    "aNNNNb,      10, NONE,  EXACT",
    "aNNNNb,      11, NONE,  NONE",
    "aNNNNbNN,     8, EXACT, EXACT",
    "aNNNNbNN,     9, NONE,  POSSIBLE",
    "aNNNNbNN,    10, NONE,  EXACT",
    "aNNNNbNN,    14, NONE,  EXACT",
    "aNNNNbNN,    15, NONE,  NONE"
  })
  void aBodyEndsWhereItsLengthAgrees(String body, long length, Fit asLogged, Fit ifConverted) {
    BodyPosition used = position("xNyRNz");
    used.reset();
    advance(used, body);
    BodyPosition copy = position("xN");
    copy.set(used);

    for (BodyPosition position : List.of(used, copy)) {
      assertThat(position.fitOf(length, false)).isEqualTo(asLogged);
      assertThat(position.fitOf(length, true)).isEqualTo(ifConverted);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'',   true,  0",
    "a,    true,  1",
    "aN,   false, 1",
    "a|N,  false, 1",
    "aNN,  true,  1",
    "aNRN, true,  1",
    "RN,   true,  0",
    "NaN,  false, 2",
    "aNNb, true,  4",
  })
  void aPositionKnowsWhetherTheLineBeforeWasEmpty(String body, boolean afterBlank, long content) {
    BodyPosition copy = position(afterBlank ? "xN" : "");
    copy.set(position(body));

    assertThat(copy.afterBlankLine()).isEqualTo(afterBlank);
    assertThat(copy.contentEnd()).isEqualTo(content);
  }

  private static BodyPosition position(String body) {
    BodyPosition position = new BodyPosition();
    position.reset();
    advance(position, body);
    return position;
  }

  private static void advance(BodyPosition position, String body) {
    for (String part : body.replace('R', '\r').replace('N', '\n').split("\\||(?<=\n)", -1)) {
      byte[] bytes = ("\n\n" + part + "\n").getBytes(US_ASCII);
      position.advance(bytes, 2, 2 + part.length());
    }
  }

  @Test
  void everyFieldIsFoundByItsNameInAnyCase() {
    for (FieldName field : FieldName.values()) {
      for (String name : new String[] {field.label(), upper(field), lower(field)}) {
        byte[] bytes = name.getBytes(US_ASCII);

        assertThat(FieldName.of(bytes, 0, bytes.length)).isEqualTo(field);
        assertThat(FieldName.of(bytes, 0, bytes.length - 1)).isNotEqualTo(field);
      }
    }
  }

  private static String upper(FieldName field) {
    return field.label().toUpperCase(java.util.Locale.ROOT);
  }

  private static String lower(FieldName field) {
    return field.label().toLowerCase(java.util.Locale.ROOT);
  }
}
