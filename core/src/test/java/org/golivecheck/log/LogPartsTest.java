package org.golivecheck.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.golivecheck.call.ApiCall;
import org.junit.jupiter.api.Test;

class LogPartsTest {
  private static final String CALL =
      "{\"timestamp\":\"2026-11-20T10:00:0%dZ\",\"method\":\"GET\",\"url\":\"https://demo.docusign.net/restapi/v2.1/accounts/1/envelopes\",\"status\":200}\n";

  @Test
  void callsOfAPartHaveTheLinesOfTheWholeLogWhereverItIsCut() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      text.append(i == 3 ? CALL.formatted(i).replace("200", "9") : CALL.formatted(i));
    }
    String log = text.toString();
    List<ApiCall> expected = new ArrayList<>();
    ReadingSummary whole = read(log, 0, expected);

    for (int cut = log.indexOf('\n') + 1; cut < log.length(); cut = log.indexOf('\n', cut) + 1) {
      long before = log.substring(0, cut).lines().count();
      List<ApiCall> calls = new ArrayList<>();
      List<ProblemCount> problems =
          new ArrayList<>(read(log.substring(0, cut), 0, calls).problems());
      problems.addAll(read(log.substring(cut), before, calls).problems());

      assertThat(calls).isEqualTo(expected);
      assertThat(problems.stream().map(LogPartsTest::place).toList())
          .isEqualTo(whole.problems().stream().map(LogPartsTest::place).toList());
    }
    assertThat(expected).hasSize(7).last().extracting(ApiCall::source).isEqualTo("calls.ndjson:8");
    assertThat(whole.problems()).hasSize(1);
  }

  private static String place(ProblemCount problem) {
    return problem.problem().source()
        + " "
        + problem.problem().line()
        + " "
        + problem.problem().message();
  }

  private static ReadingSummary read(String text, long before, List<ApiCall> calls) {
    var stream = new ByteArrayInputStream(text.getBytes(UTF_8));
    try (LogCalls log =
        Logs.open(
            List.of(LogSource.ofPart("calls.ndjson", stream, before)),
            ReadLimits.DEFAULT,
            1,
            FormatOptions.NONE)) {
      log.stream().forEachOrdered(calls::add);
      return log.summary();
    }
  }
}
