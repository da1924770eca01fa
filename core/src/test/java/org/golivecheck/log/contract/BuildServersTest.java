package org.golivecheck.log.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.golivecheck.GoLiveCheck;
import org.golivecheck.log.LogSource;
import org.golivecheck.render.ReportFormats;
import org.golivecheck.render.TextOptions;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.Profile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No report obeys a log: the documented rules by which build agents find commands find none. */
class BuildServersTest {
  /** Azure Pipelines and GitHub's first form: anywhere in a line. TeamCity and GitLab, too. */
  private static final Pattern ANYWHERE =
      Pattern.compile("##vso\\[|##\\[|##teamcity\\[|section_(?:start|end):");

  /** GitHub's second form: after leading blanks. */
  private static final Pattern AT_START = Pattern.compile("(?m)^\\s*::(\\S+)");

  private static final Set<String> OWN = Set.of("error", "warning", "notice");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "##vso[task.setvariable variable=a]b",
        "##[set-env name=a]b",
        "##[error]",
        "::set-output name=a::b",
        "\n::add-mask::b",
        " ::stop-commands::b",
        "##teamcity[buildStop]",
        "section_start:1:a[collapsed=true]\r\u001b[0K",
        "a ::debug::b ::debug::c ::debug::d ::debug::e ::debug::f ::debug::g ::debug::h ::debug::i"
      })
  void noReportContainsACommandOfALog(String payload) throws IOException {
    String json = payload.replace("\n", "\\n").replace("\r", "\\r").replace("\u001b", "\\u001b");
    String line = payload.replaceAll("[\\r\\n\\u001b]", "");
    String log =
        """
        Timestamp: 2026-03-01T09:15:30Z
        TraceToken: %2$s

        GET https://demo.docusign.net/restapi/v2.1/accounts/%2$s/envelopes?a=%2$s
        User-Agent: %2$s

        400 Bad Request

        Content-Type: application/json
        X-DocuSign-TraceToken: %2$s

        {"errorCode":"%1$s","message":"%1$s"}
        """
            .formatted(json, line);
    GoLiveReport report =
        GoLiveCheck.withDefaults()
            .withProfile(Profile.STRICT)
            .withSeries()
            .check(
                List.of(
                    LogSource.of(
                        payload + "/00_BadRequest_Get.txt",
                        new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8))),
                    LogSource.of(payload, new ByteArrayInputStream(new byte[] {1, 2, 3}))));
    for (String format : ReportFormats.names()) {
      for (int width : new int[] {40, 80, 120}) {
        StringBuilder text = new StringBuilder();
        TextOptions options = new TextOptions(width, false, TextOptions.Detail.VERBOSE);
        ReportFormats.writer(format, options).write(report, text);

        assertThat(text).as(format).doesNotContainPattern(ANYWHERE);
        Matcher commands = AT_START.matcher(text);
        while (commands.find()) {
          assertThat(commands.group(1))
              .as(format + ": " + text)
              .matches(command -> isOwn(format, command), "is of our own");
        }
      }
    }
  }

  private static boolean isOwn(String format, String command) {
    return format.equals("github") && OWN.contains(command.replaceAll("[:\\s].*", ""));
  }
}
