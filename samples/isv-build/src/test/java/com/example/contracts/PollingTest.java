package com.example.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.golivecheck.recorder.CallRecorder;
import org.golivecheck.junit.GoLive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Every test is green, and still it would not pass Go-Live: it polls. See it fail with {@code mvn
 * verify -Dshow.failures=true}; that it does checks {@link CaughtTest}.
 */
@GoLive(report = "target/golive/{class}.md")
@EnabledIfSystemProperty(named = "show.failures", matches = "true")
class PollingTest {
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

  @RepeatedTest(20)
  void sends() throws Exception {
    assertThat(contracts.send("I agree.", "Ann Example", "ann@example.com")).isNotEmpty();
  }

  @Test
  void waitsForASignature() throws Exception {
    String envelope = contracts.send("I agree.", "Ann Example", "ann@example.com");

    assertThat(contracts.awaitSignature(envelope, 3, Duration.ofMillis(20))).isFalse();
  }
}
