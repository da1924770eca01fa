package org.golivecheck.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.golivecheck.call.ApiCall;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A long log is read faster after its first lines, and every line as it is read in a short one. */
class LikeRecordsTest {
  private static final String GUID = "6e7f0b1c-405f-4a21-8444-627dc7b5f9ab";
  private static final String OTHER = "11111111-2222-4333-8444-555555555555";
  private static final String JSON =
      "{\"timestamp\":\"2026-11-01T00:00:00.5Z\",\"method\":\"GET\",\"url\":"
          + "\"https://demo.docusign.net/restapi/v2.1/accounts/1/envelopes/"
          + GUID
          + "\",\"status\":200,\"trace_token\":\""
          + GUID
          + "\",\"duration_ms\":217,\"message\":\"done\",\"nothing\":1.5}";
  private static final String ACCESS =
      "10.0.0.1 - - [01/Nov/2026:00:00:00 +0000] \"GET /restapi/v2.1/accounts/1/envelopes?a=b"
          + " HTTP/1.1\" 200 512 \"-\" \"Agent/1.0\"";

  private static final String CSV =
      "2026-11-01T00:00:00.5Z,GET,https://demo.docusign.net/restapi/v2.1/accounts/1/envelopes/"
          + GUID
          + ",200,"
          + GUID
          + ",217,done,";

  private static final String NAMES =
      "timestamp,method,url,status,trace_token,duration_ms,message,user_agent";

  /** Changes to a record, of which some are read in the ordinary way alone. */
  private static final List<String[]> CHANGES =
      List.of(
          new String[] {"GET", "GET"},
          new String[] {"GET", "PUT"},
          new String[] {"GET", "get"},
          new String[] {GUID, OTHER},
          new String[] {GUID + "\",\"dur", "\",\"dur"},
          new String[] {GUID + "\",\"dur", "-\",\"dur"},
          new String[] {GUID + "\",\"dur", " x \",\"dur"},
          new String[] {",\"trace_token\":\"" + GUID + "\"", ""},
          new String[] {"200", "201"},
          new String[] {"200", "404"},
          new String[] {"200", "404,\"status\":200"},
          new String[] {"200", "200,\"error_code\":\"X_Y\""},
          new String[] {"200", "404,\"error_code\":\"X_Y\",\"error_message\":\"no\""},
          new String[] {"200", "2x0"},
          new String[] {"200", "null"},
          new String[] {"217", "218"},
          new String[] {"217", "\"1 s\""},
          new String[] {"217", "2e1"},
          new String[] {"done", "d\\u006fne"},
          new String[] {"done", "d\u00f6ne"},
          new String[] {"done", "failed"},
          new String[] {"done", "Received HTTP response headers after 2.5ms - 200"},
          new String[] {"00.5Z", "00Z"},
          new String[] {"00.5Z", "01.123456789Z"},
          new String[] {"00.5Z", "60Z"},
          new String[] {"00.5Z", "00"},
          new String[] {"00.5Z", "00.5+01:00"},
          new String[] {"2026-11-01T", "2026-02-30T"},
          new String[] {"2026-11-01T", "2028-02-29T"},
          new String[] {"/envelopes", "/envelopes//"},
          new String[] {"/restapi/", "/oauth/"},
          new String[] {"/restapi/v2.1/accounts/1", "/restapi/v2.1/accounts/2"},
          new String[] {"https://demo.docusign.net", "https://na3.docusign.net"},
          new String[] {"https://demo.docusign.net", "//demo.docusign.net"},
          new String[] {"https://demo.docusign.net", ""},
          new String[] {"https://demo.docusign.net", "demo.docusign.net"},
          new String[] {GUID + "\",\"status", GUID + "?a=b&c\",\"status"},
          new String[] {GUID + "\",\"status", GUID + "?\",\"status"},
          new String[] {GUID + "\",\"status", GUID + "#x\",\"status"},
          new String[] {"1.5", "[1]"},
          new String[] {"1.5", "{\"a\":{\"b\":null}}"},
          new String[] {"1.5", "01"},
          new String[] {"1.5", "{\"method\":\"PUT\"}"},
          new String[] {"\"nothing\":1.5", "\"request_bytes\":30000000"},
          new String[] {"\"nothing\":1.5", "\"request_bytes\":12"},
          new String[] {"\"status\":200", "\"http\":{\"response\":{\"status_code\":200}}"},
          new String[] {"\"status\":200", "\"status\":{\"code\":200,\"text\":\"OK\"}"},
          new String[] {"\"url\":", "\"url\":{\"path\":\"/x\"},\"uri\":"},
          new String[] {"\"nothing\":1.5", "\"url\":{\"scheme\":\"https\",\"a\":{\"b\":1}}"},
          new String[] {"\"nothing\":1.5", "\"event\":{\"duration\":250000000}"},
          new String[] {"\"nothing\":1.5", "\"response_body\":{\"errorCode\":\"X_Y\"}"},
          new String[] {"\"nothing\":1.5", "\"headers\":{\"Date\":{\"status\":404}}"},
          new String[] {"\"nothing\":1.5", "\"account\":\"1\",\"user_agent\":\"A\""},
          new String[] {"\"nothing\":1.5", "\"headers\":{\"Authorization\":\"Bearer x\"}"},
          new String[] {",GET", ",\"GET\""},
          new String[] {",GET", ", GET"},
          new String[] {",GET", ", \"GET\" "},
          new String[] {",GET", ",\"GET\"x"},
          new String[] {",217,done", ",218,\"do\"\"ne\""},
          new String[] {",217,done", ",218,do\"ne"},
          new String[] {",217,done", ",218,'done"},
          new String[] {",217,done", ",218,'=done"},
          new String[] {",217,done", ",218,\"do\nne\""},
          new String[] {",217,done,", ",218,done"},
          new String[] {",217,done,", ",218,done,,"},
          new String[] {",217,done,", ",218,done,Agent\r"},
          new String[] {",217,done,", ",218,done,Agent,\"1,0\""},
          new String[] {",217,done,", ",218,done,\"Agent, 1\""},
          new String[] {",217,done,", ",218,d\tone,A"},
          new String[] {",217,done,", ",218,d\\one,A\\x"},
          new String[] {",217,done,", ",218,d\u007fone,A\u007f"},
          new String[] {",217,done,", ",218,a long text up to \u00f6 and on,A \u00f6"},
          new String[] {",217,done,", ",218,a long text up to \u0001 and on,A"},
          new String[] {"?a=b", ""},
          new String[] {"?a=b", "?start_position=100"},
          new String[] {"?a=b", "?a=\\x22b"},
          new String[] {" HTTP/1.1", ""},
          new String[] {"512", "-"},
          new String[] {"Agent/1.0", "-"},
          new String[] {"Agent/1.0", "Other \\\"1\\\""},
          new String[] {"00:00:00 +", "00:00:01 -"},
          new String[] {"00:00:00 +", "25:00:00 +"});

  @ParameterizedTest
  @ValueSource(strings = {JSON, ACCESS, CSV})
  void aRecordIsReadAsInAShortLog(String record) {
    List<String> lines = new ArrayList<>();
    for (String[] change : CHANGES) {
      if (record.contains(change[0])) {
        lines.add(record.replace(change[0], change[1]));
      }
    }
    List<String> twice = new ArrayList<>(lines);
    for (int i = lines.size(); i-- > 0; ) {
      twice.add(lines.get(i).replace("00:00:0", "00:01:0").replace("/accounts/", "/accounts/9"));
    }
    int first = record.equals(CSV) ? 1 : 0;
    List<String> longLog = new ArrayList<>();
    for (int i = 0; i < 250; i++) {
      longLog.add(record);
    }
    longLog.addAll(twice);
    longLog.addAll(twice);

    List<ApiCall> atOnce = read(longLog, 250);

    List<ApiCall> oneByOne = new ArrayList<>();
    for (int from = 0; from < 2 * twice.size(); from++) {
      List<String> shortLog = List.of(record, twice.get(from % twice.size()));
      int line = 250 + from + 1;
      for (ApiCall call : read(shortLog, 1)) {
        long breaks = twice.stream().limit(from % twice.size()).filter(this::isLong).count();
        long ofRound = twice.stream().filter(this::isLong).count() * (from / twice.size());
        oneByOne.add(call.withSource("log:" + (first + line + breaks + ofRound)));
      }
    }
    assertThat(oneByOne).hasSizeGreaterThan(twice.size());
    for (int i = 0; i < oneByOne.size(); i++) {
      assertThat(atOnce.get(i)).isEqualTo(oneByOne.get(i));
    }
    assertThat(atOnce).hasSameSizeAs(oneByOne);
  }

  private boolean isLong(String line) {
    return line.contains("\n");
  }

  /** Returns the calls after the first ones. */
  private static List<ApiCall> read(List<String> lines, int first) {
    String names = lines.get(0).equals(CSV) ? NAMES + "\n" : "";
    byte[] text = (names + String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    try (LogCalls calls =
        Logs.open(
            List.of(LogSource.of("log", new ByteArrayInputStream(text))), ReadLimits.DEFAULT, 1)) {
      return calls.stream().skip(first).toList();
    }
  }
}
