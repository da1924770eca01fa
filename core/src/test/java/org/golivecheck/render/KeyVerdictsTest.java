package org.golivecheck.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.GoLiveReport.KeyVerdict;
import org.golivecheck.report.GoLiveReport.KeyWindow;
import org.golivecheck.report.GoLiveReport.Reason;
import org.golivecheck.report.Profile;
import org.golivecheck.report.Verdict;
import org.golivecheck.report.data.ReportData;
import org.junit.jupiter.api.Test;

/** Every report for people names each of several keys with its verdict. */
final class KeyVerdictsTest {
  private static final String K1 = "11111111-aaaa-4aaa-8aaa-aaaaaaaaaaaa";
  private static final String K2 = "22222222-aaaa-4aaa-8aaa-aaaaaaaaaaaa";

  private final ReportBuilder builder = new ReportBuilder(Profile.CLASSIC, Verdict.FAIL);

  private KeyVerdict passing(String key) {
    return new ReportData.KeyVerdict(
        builder.safe(key), Verdict.PASS, List.of(), new KeyWindow(20, 20, 0), 25, 30);
  }

  private KeyVerdict failing(String key) {
    Reason reason =
        new Reason("GL-002", builder.safe("1 of the newest 20 countable calls failed."));
    return new ReportData.KeyVerdict(
        key == null ? null : builder.safe(key),
        Verdict.FAIL,
        List.of(reason),
        new KeyWindow(20, 20, 7),
        21,
        22);
  }

  private static String print(String format, GoLiveReport report) {
    try {
      StringBuilder out = new StringBuilder();
      ReportFormats.writer(format).write(report, out);
      return out.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void textListsThem() {
    GoLiveReport report =
        builder.build().toBuilder().keys(List.of(passing(K1), failing(K2), failing(null))).build();

    assertThat(print("text", report))
        .contains(
            """
            Integration keys, each judged by itself
              PASS  11111111-aaaa-4aaa-8aaa-aaaaaaaaaaaa
                25 countable calls.
              FAIL  22222222-aaaa-4aaa-8aaa-aaaaaaaaaaaa
                21 countable calls. 1 of the newest 20 countable calls failed. Needs 7 more
                clean calls.
              FAIL  no key shown
            """);
  }

  @Test
  void markdownListsThem() {
    assertThat(
            print(
                "markdown",
                builder.build().toBuilder().keys(List.of(passing(K1), failing(K2))).build()))
        .contains("### Integration keys, each judged by itself")
        .contains("**PASS** <code>" + K1 + "</code>")
        .contains("**FAIL** <code>" + K2 + "</code><br>21 countable calls.");
  }

  @Test
  void htmlListsThem() {
    assertThat(
            print(
                "html",
                builder.build().toBuilder().keys(List.of(passing(K1), failing(K2))).build()))
        .contains("<a href=\"#keys\">Integration keys: 2</a>")
        .contains("<code>" + K1 + "</code></th><td>PASS</td>")
        .contains("<code>" + K2 + "</code></th><td>FAIL</td>")
        .contains("21 countable calls. 1 of the newest 20 countable calls failed.");
  }

  @Test
  void oneKeyIsNotToldTwice() {
    GoLiveReport report = builder.build().toBuilder().keys(List.of(failing(K1))).build();

    assertThat(print("text", report)).doesNotContain("Integration keys");
    assertThat(print("markdown", report)).doesNotContain("Integration keys");
    assertThat(print("html", report)).doesNotContain("Integration keys");
    assertThat(print("json", report)).contains("\"key\": \"" + K1 + "\"");
  }
}
