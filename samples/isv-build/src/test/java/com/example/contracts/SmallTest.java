package com.example.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.golivecheck.recorder.CallRecorder;
import org.golivecheck.junit.GoLive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Passes with one call, because {@code .golive-check.yml} suppresses GL-001. */
@GoLive
class SmallTest {
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

  @Test
  void aContractIsSent() throws Exception {
    assertThat(contracts.send("I agree.", "Ann Example", "ann@example.com")).isNotEmpty();
  }
}
