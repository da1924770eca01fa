package org.golivecheck.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.golivecheck.call.DocuSignHosts.Environment;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DocuSignHostsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo.docusign.net",
        "account-d.docusign.com",
        "apps-d.docusign.com",
        "api-d.docusign.net",
        "demo.rooms.docusign.com",
        "notary-d.docusign.net",
        "appdemo.docusign.com"
      })
  void demoIsKnownByItsNames(String host) {
    assertThat(DocuSignHosts.environment(host)).isEqualTo(Environment.DEMO);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "www.docusign.net",
        "na3.docusign.net",
        "jp9.docusign.net",
        "account.docusign.com",
        "rooms.docusign.com",
        "na-notary.docusign.net",
        "demonstration.docusign.net",
        "docusign.net"
      })
  void whateverElseIsDocuSignsIsProduction(String host) {
    assertThat(DocuSignHosts.environment(host)).isEqualTo(Environment.PRODUCTION);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "localhost", "demo.example.com", "docusign.net.example.com", "mydocusign.net"})
  void otherHostsAreOfNoEnvironment(String host) {
    assertThat(DocuSignHosts.environment(host)).isNull();
    assertThat(DocuSignHosts.isDocuSign(host)).isFalse();
  }
}
