package org.golivecheck.log.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.golivecheck.log.exchange.FieldName;
import org.golivecheck.log.exchange.Response;
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
    "200OK,              NONE",
    "' 200 OK',          NONE",
    "HTTP/1.1 200 OK,    NONE",
    "'',                 NONE"
  })
  void statusLineHasAForm(String text, StatusForm expected) {
    byte[] bytes = (text + "\r\n").getBytes(java.nio.charset.StandardCharsets.UTF_8);
    LogLine line = new LogLine();
    line.set(bytes, 0, bytes.length, false);

    assertThat(StatusForm.of(line)).isEqualTo(expected);
  }

  @Test
  void everyFieldIsFoundByItsNameInAnyCase() {
    for (FieldName field : FieldName.values()) {
      for (String name : new String[] {field.label(), upper(field), lower(field)}) {
        byte[] bytes = name.getBytes(java.nio.charset.StandardCharsets.US_ASCII);

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
