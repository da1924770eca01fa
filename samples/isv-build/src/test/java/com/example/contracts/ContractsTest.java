package com.example.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.golivecheck.recorder.CallRecorder;
import org.golivecheck.junit.GoLive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Passes: 20 calls or more, no error, and nothing is asked twice. */
@GoLive(report = {"target/golive/{class}.md", "target/golive/{class}.json"})
class ContractsTest {
  private static StubDocuSign docuSign;
  private static Contracts contracts;

  @BeforeAll
  static void connect(CallRecorder recorder) {
    docuSign = StubDocuSign.start();
    contracts = Sandbox.contracts(docuSign, StubDocuSign.TOKEN, recorder);
  }

  @AfterAll
  static void disconnect() {
    docuSign.close();
  }

  @RepeatedTest(10)
  void aContractIsSignedInOurOwnPage() throws Exception {
    String envelope = contracts.send("I agree.", "Ann Example", "ann@example.com");

    String page = contracts.signingPage(envelope, "Ann Example", "ann@example.com");

    assertThat(page).startsWith("https://");
  }

  @Test
  void docuSignTellsUsThatItWasSigned() {
    assertThat(contracts.signed("{\"event\":\"envelope-completed\"}")).isTrue();
  }
}
