package com.example.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.docusign.esign.client.ApiException;
import org.golivecheck.recorder.CallRecorder;
import org.golivecheck.junit.GoLive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The user that it acts for may not send. See it fail with {@code mvn verify -Dshow.failures=true};
 * that it does checks {@link CaughtTest}.
 */
@GoLive(report = "target/golive/{class}.md")
@EnabledIfSystemProperty(named = "show.failures", matches = "true")
class PermissionTest {
  private static StubDocuSign docuSign;
  private static Contracts contracts;

  @BeforeAll
  static void connect(CallRecorder recorder) {
    docuSign = StubDocuSign.start();
    contracts = Sandbox.contracts(docuSign, StubDocuSign.VIEWER_TOKEN, recorder);
  }

  @AfterAll
  static void disconnect() {
    docuSign.close();
  }

  @RepeatedTest(20)
  void sends() {
    assertThatExceptionOfType(ApiException.class)
        .isThrownBy(() -> contracts.send("I agree.", "Ann Example", "ann@example.com"))
        .satisfies(e -> assertThat(e.getResponseBody()).contains("USER_LACKS_PERMISSIONS"));
  }
}
