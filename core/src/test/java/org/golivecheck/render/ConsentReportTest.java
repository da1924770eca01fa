package org.golivecheck.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.golivecheck.report.Finding;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.Profile;
import org.golivecheck.report.Severity;
import org.golivecheck.report.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The link of consent in the reports for people. */
class ConsentReportTest {
  private static final String BLANK =
      "https://account.docusign.com/oauth/auth?response_type=code&scope=SCOPES"
          + "&client_id=INTEGRATION_KEY&redirect_uri=REDIRECT_URI";

  private static String print(String format, String link) throws IOException {
    ReportBuilder builder = new ReportBuilder(Profile.CLASSIC, Verdict.FAIL);
    Finding finding =
        builder
            .apiError(
                Severity.ERROR, "consent", "consenting-user", "consent_required", "Consent.", 1)
            .toBuilder()
            .consentUrl(builder.safe(link))
            .build();
    GoLiveReport report = builder.finding(finding).build();
    return Printed.print(format, report);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "markdown"})
  void theLinkAndThatOfTheAdministratorCanBeCopied(String format) throws IOException {
    for (String link : List.of(ReportFixtures.CONSENT, BLANK)) {
      assertThat(print(format, link).replaceAll("\\s+", " "))
          .contains(link, link.replace("&scope=", "&scope=openid&admin_consent_scope="))
          .contains("Connected Apps", "claimed domains");
    }
    assertThat(print(format, BLANK).replaceAll("\\s+", " ")).contains("in capitals");
    assertThat(print(format, ReportFixtures.CONSENT)).doesNotContain("in capitals");
  }

  @Test
  void aPageLinksOnlyToDocuSignAndOnlyWithoutBlanks() throws IOException {
    assertThat(print("html", ReportFixtures.CONSENT))
        .contains(
            "<a href=\"https://account-d.docusign.com/oauth/auth?response_type=code&amp;scope=");
    for (String link :
        List.of(BLANK, "https://docusign.example.com/oauth/auth?response_type=code&scope=a")) {
      assertThat(print("html", link))
          .doesNotContain("<a href=\"" + link.substring(0, 30))
          .contains("<code>" + link.replace("&", "&amp;"));
    }
  }
}
