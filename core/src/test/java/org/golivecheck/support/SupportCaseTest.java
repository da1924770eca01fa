package org.golivecheck.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.golivecheck.redaction.Redactor;
import org.golivecheck.redaction.SafeText;
import org.golivecheck.report.Finding;
import org.golivecheck.report.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SupportCaseTest {
  @ParameterizedTest
  @CsvSource({
    "demo.docusign.net,                     Demo",
    "account-d.docusign.com,                Demo",
    "eu.docusign.net,                       Production",
    "na2.docusign.net;DEMO.docusign.net,    Demo and Production",
    "'',                                    Environment unknown",
  })
  void tellsTheEnvironmentByTheHosts(String hosts, String environment) {
    Set<String> all = hosts.isEmpty() ? Set.of() : Set.of(hosts.split(";"));

    assertThat(facts(all, null).environments()).isEqualTo(environment);
  }

  private static SupportCase.Facts facts(Set<String> hosts, Boolean thirdParty) {
    return new SupportCase.Facts(hosts, null, null, null, null, thirdParty);
  }

  @Test
  void theRouteToSupportIsThatOfTheCase() {
    String third = "Third-Party integrations (third-party integrations only)";
    String own = "APIs & Development > Docusign APIs";

    assertThat(facts(Set.of(), true).route()).contains(third).doesNotContain(own);
    assertThat(facts(Set.of(), false).route()).contains(own).doesNotContain(third);
    assertThat(facts(Set.of(), null).route()).contains(third, own);
  }

  @Test
  void everyActorHasAChannel() {
    assertThat(SupportChannel.of("account-plan-owner/docusign-support"))
        .isEqualTo(SupportChannel.DOCUSIGN);
    assertThat(SupportChannel.of("docusign-service")).isEqualTo(SupportChannel.DOCUSIGN);
    assertThat(SupportChannel.of("account-admin")).isEqualTo(SupportChannel.ADMINISTRATOR);
    assertThat(SupportChannel.of("network-operator")).isEqualTo(SupportChannel.NETWORK);
    assertThat(SupportChannel.of("integration-developer")).isEqualTo(SupportChannel.PROVIDER);
    assertThat(SupportChannel.of("whoever")).isEqualTo(SupportChannel.PROVIDER);
  }

  @Test
  void hintsGoIntoNoLetter() {
    SafeText text = new Redactor().redact("text");
    Finding hint =
        Finding.builder("PL-006", Severity.INFO)
            .title("Webhooks")
            .basis("heuristic")
            .category("polling")
            .actor("integration-developer")
            .message(text)
            .remedy("Use Connect")
            .count(1)
            .fingerprint(text)
            .build();

    assertThat(SupportLetter.concerns(hint)).isFalse();
  }
}
