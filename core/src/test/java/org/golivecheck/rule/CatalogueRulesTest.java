package org.golivecheck.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.golivecheck.rule.CallLog.envelope;

import org.golivecheck.report.Finding;
import org.golivecheck.report.Profile;
import org.golivecheck.report.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What rules owe to the catalogue of operations: other APIs, and templates instead of paths. */
class CatalogueRulesTest {
  private static final String ROOMS =
      "https://demo.rooms.docusign.com/restapi/v2/accounts/1e2d3c4b-0000-4000-8000-000000000001/";
  private static final String CLICK =
      "https://demo.docusign.net/clickapi/v1/accounts/1e2d3c4b-0000-4000-8000-000000000001/";

  @ParameterizedTest
  @EnumSource(Profile.class)
  void anApiThatGoesLiveByASupportCaseIsAHintOfItsOwn(Profile profile) {
    CallLog log =
        new CallLog()
            .call(0, "GET", ROOMS + "rooms")
            .call(1, "GET", ROOMS + "rooms/7")
            .call(2, "GET", CLICK + "clickwraps")
            .clean(3, 1);

    assertThat(log.findings(profile, "GL-013"))
        .extracting(Finding::count, Finding::severity)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(2L, Severity.INFO),
            org.assertj.core.groups.Tuple.tuple(1L, Severity.INFO));
    assertThat(log.findings(profile, "GL-013").get(0).message().toString()).contains("Rooms API");
    assertThat(log.findings(profile, "GL-012")).isEmpty();
  }

  @Test
  void theOtherApisAreNamed() {
    CallLog log =
        new CallLog().call(0, "GET", ROOMS + "rooms").call(1, "GET", CLICK + "clickwraps");

    assertThat(log.finding("GL-012").message().toString())
        .endsWith("2 calls went to other APIs (click, rooms).");
  }

  @ParameterizedTest
  @CsvSource({"31457280,0,0", "31457281,1,0", "41943040,1,0", "41943041,1,1"})
  void clickAndRoomsHaveRequestLimitsOfTheirOwn(long bytes, int ofClick, int ofRooms) {
    CallLog click =
        new CallLog().add(0, "POST", CLICK + "clickwraps", call -> call.requestBytes(bytes));
    CallLog rooms = new CallLog().add(0, "POST", ROOMS + "rooms", call -> call.requestBytes(bytes));

    assertThat(click.findings("SZ-001")).hasSize(ofClick);
    assertThat(rooms.findings("SZ-001")).hasSize(ofRooms);
  }

  @Test
  void trailingSlashesDoNotHideAnOperation() {
    CallLog log =
        new CallLog()
            .call(0, "PUT", "/envelopes/status")
            .call(1, "PUT", "/envelopes/status/")
            .call(2, "POST", envelope(1) + "/views/recipient/", 201)
            .call(3, "GET", envelope(1) + "/");

    assertThat(log.findings("PL-005")).hasSize(1);
    assertThat(log.findings("PL-007")).hasSize(1);
  }

  @Test
  void bothVersionsOfAnOperationAreOneFinding() {
    String path = "accounts/1e2d3c4b-0000-4000-8000-000000000001/envelopes";
    CallLog log =
        new CallLog()
            .error(0, "POST", "https://demo.docusign.net/restapi/v2/" + path, 400, "X_Y", "No.")
            .error(1, "POST", "https://demo.docusign.net/restapi/v2.1/" + path, 400, "X_Y", "No.");

    assertThat(log.finding("ER-validation").count()).isEqualTo(2);
  }

  @Test
  void documentsOfDifferentNumbersAreOneOperation() {
    CallLog log =
        new CallLog()
            .add(0, "PUT", envelope(1) + "/documents/1", call -> call.requestBytes(1L << 26))
            .add(1, "PUT", envelope(2) + "/documents/2", call -> call.requestBytes(1L << 26));

    assertThat(log.finding("SZ-002").count()).isEqualTo(2);
    assertThat(log.finding("SZ-002").fingerprint().toString()).endsWith("/documents/{documentId}");
  }
}
