package org.golivecheck.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.golivecheck.rule.CallLog.envelope;

import org.golivecheck.report.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The polling rules beside those that decide the verdict. */
class PollingRulesTest {
  private static CallLog gets(String path, double... minutes) {
    CallLog log = new CallLog();
    for (double minute : minutes) {
      log.call(minute, "GET", path);
    }
    return log;
  }

  @ParameterizedTest
  @CsvSource({"14.999,0", "15,1", "19.999,1", "20,0"})
  void theMarginIsMissingFrom15To20Minutes(double gap, int findings) {
    assertThat(gets(envelope(1), 0, gap).findings("PL-002")).hasSize(findings);
    assertThat(gets("/envelopes", 0, gap).findings("PL-002")).hasSize(findings);
  }

  @Test
  void aMissingMarginIsOneFindingAResource() {
    CallLog log = gets(envelope(1), 0, 16, 35, 50, 55);
    log.call(5, "GET", envelope(2)).call(22, "GET", envelope(2));

    assertThat(log.findings("PL-002")).extracting(Finding::count).containsExactly(3L, 1L);
    assertThat(log.findings("PL-002").get(0).message().toString())
        .contains("3 times 15 to 20 minutes after the call before (median gap 16 min)");
  }

  @Test
  void aPageNeedsNoMargin() {
    CallLog log =
        new CallLog().call(0, "GET", "/envelopes").call(16, "GET", "/envelopes?start_position=9");

    assertThat(log.findings("PL-002")).isEmpty();
    assertThat(log.findings("PL-004")).isEmpty();
  }

  @Test
  void pagesOfTheListAreOneFinding() {
    CallLog log = new CallLog();
    for (int page = 0; page < 4; page++) {
      log.call(page / 60.0, "GET", "/envelopes?count=100&start_position=" + 100 * page);
    }

    Finding finding = log.finding("PL-004");

    assertThat(finding.count()).isEqualTo(3);
    assertThat(finding.message().toString())
        .startsWith("3 further pages of GET ")
        .contains("gap 1 s");
    assertThat(log.findings("PL-003")).isEmpty();
  }

  @Test
  void aRepeatedListingIsNoPage() {
    assertThat(gets("/envelopes", 0, 1).findings("PL-004")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"14.999,1", "15,0"})
  void theBulkStatusMayBeReadEvery15Minutes(double gap, int findings) {
    CallLog log =
        new CallLog()
            .call(0, "PUT", "/envelopes/status?envelope_ids=request_body")
            .call(gap, "PUT", "/envelopes/status");

    assertThat(log.findings("PL-005")).hasSize(findings);
  }

  @Test
  void otherPutsAreNoStatusReads() {
    CallLog log =
        new CallLog()
            .call(0, "PUT", envelope(1))
            .call(1, "PUT", envelope(1))
            .call(2, "GET", "/envelopes/status")
            .call(3, "GET", "/envelopes/status");

    assertThat(log.findings("PL-005")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?include=recipients", "/documents", "/documents/1", "/recipients"})
  void statusAndDocumentsSoonAfterARecipientViewAreFound(String part) {
    CallLog log =
        new CallLog()
            .call(0, "POST", envelope(1) + "/views/recipient", 201)
            .call(10, "GET", envelope(1) + part);

    assertThat(log.finding("PL-007").count()).isEqualTo(1);
    assertThat(log.finding("PL-007").remedy()).contains("event parameter").contains("Connect");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/custom_fields", "/documents/1/tabs", "/audit_events", "/notification"})
  void otherPartsOfAnEnvelopeAreNoStatus(String part) {
    CallLog log =
        new CallLog()
            .call(0, "POST", envelope(1) + "/views/recipient", 201)
            .call(1, "GET", envelope(1) + part);

    assertThat(log.findings("PL-007")).isEmpty();
  }

  @Test
  void readsOfOtherEnvelopesAndLaterOnesAndAfterFailedOrOtherViewsAreLeftAlone() {
    CallLog log =
        new CallLog()
            .call(0, "GET", envelope(1))
            .call(1, "POST", envelope(1) + "/views/recipient", 201)
            .call(2, "GET", envelope(2))
            .call(11.001, "GET", envelope(1))
            .call(20, "POST", envelope(3) + "/views/recipient", 400)
            .call(21, "GET", envelope(3))
            .call(30, "POST", envelope(4) + "/views/sender", 201)
            .call(31, "GET", envelope(4));

    assertThat(log.findings("PL-007")).isEmpty();
  }

  @Test
  void readsAfterSigningAreOneFindingForTheLog() {
    CallLog log = new CallLog();
    for (int i = 0; i < 5; i++) {
      log.call(i, "POST", envelope(i) + "/views/recipient", 201)
          .call(i + 0.5, "GET", envelope(i))
          .call(i + 0.6, "GET", envelope(i) + "/documents/combined");
    }

    assertThat(log.finding("PL-007").count()).isEqualTo(10);
    assertThat(log.finding("PL-007").message().toString()).contains("00000004/documents/combined");
  }

  @ParameterizedTest
  @CsvSource({"/templates,1", "/users,1", "/envelopes/status,1", "/envelopes,0", "'',1"})
  void whatIsNoEnvelopeIsAHintWhenReadAgain(String path, int findings) {
    assertThat(gets(path, 0, 1).findings("PL-010")).hasSize(findings);
    assertThat(gets(path, 0, 15).findings("PL-010")).isEmpty();
  }

  @Test
  void pagesOfOtherListsAreNoRepetition() {
    CallLog log =
        new CallLog()
            .call(0, "GET", "/templates?count=10")
            .call(1, "GET", "/templates?count=10&start_position=10")
            .call(2, "GET", "/templates?count=10&start_position=20");

    assertThat(log.findings("PL-010")).isEmpty();
  }

  @Test
  void repeatedReadsOfOneOperationAreOneFinding() {
    CallLog log = gets("/templates", 0, 1, 2, 17, 18);

    assertThat(log.finding("PL-010").count()).isEqualTo(3);
  }

  @Test
  void differentResourcesOfOneEnvelopeAreCountedByEnvelope() {
    CallLog log =
        gets(envelope(1), 0)
            .call(1, "GET", envelope(1) + "/recipients")
            .call(2, "GET", envelope(1) + "/documents")
            .call(3, "GET", envelope(2) + "/documents/1")
            .call(4, "GET", envelope(2) + "/documents/2")
            .call(5, "GET", envelope(3));

    assertThat(log.finding("PL-011").count()).isEqualTo(3);
    assertThat(log.finding("PL-011").message().toString())
        .startsWith("Different resources of 2 envelopes were read");
  }

  @Test
  void theSameResourceOrALaterReadIsNotSeveralReads() {
    CallLog log =
        gets(envelope(1), 0, 1).call(16, "GET", envelope(1) + "/recipients").call(17, "POST", "/x");

    assertThat(log.findings("PL-011")).isEmpty();
  }
}
