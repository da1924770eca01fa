package org.golivecheck.junit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import org.golivecheck.recorder.CallRecorder;
import org.golivecheck.recorder.CallRecording;
import org.golivecheck.report.FailOn;
import org.golivecheck.report.PartKind;
import org.golivecheck.report.Profile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Classes of tests as an integration has them; {@link GoLiveExtensionTest} runs them. */
final class RecordedClasses {
  static final String REPORTS = "target/golive-extension-test/";
  static final String TEAM = "target/golive-extension-test/team.yml";
  private static final String ACCOUNT =
      "https://demo.docusign.net/restapi/v2.1/accounts/5f2c9b1e-0000-4000-8000-000000000001";

  private RecordedClasses() {}

  static void create(CallRecorder recorder, int calls) {
    for (int i = 0; i < calls; i++) {
      recorder.request("POST", ACCOUNT + "/envelopes").status(201).end();
    }
  }

  static void poll(CallRecorder recorder) {
    for (int i = 0; i < 2; i++) {
      String envelope = "/envelopes/896db51f-0000-4000-8000-000000000002";
      recorder.request("GET", ACCOUNT + envelope).status(200).end();
    }
  }

  static void fail(CallRecorder recorder, String code) {
    CallRecording call = recorder.request("POST", ACCOUNT + "/envelopes").status(400);
    byte[] body = ("{\"errorCode\":\"" + code + "\"}").getBytes(StandardCharsets.UTF_8);
    call.responseBody(body, 0, body.length).end();
  }

  /** The client of an integration, which all its test classes share. */
  static final Client SHARED =
      ClientBuilder.newClient()
          .register(
              (ClientRequestFilter) request -> request.abortWith(Response.status(201).build()),
              Integer.MAX_VALUE);

  abstract static class Sharing {
    @BeforeAll
    static void connect(CallRecorder recorder) {
      SHARED.register(new RecordingClientFilter(recorder));
    }

    @RepeatedTest(20)
    void creates(CallRecorder recorder) {
      long before = recorder.recorded();
      SHARED.target(ACCOUNT + "/envelopes").request().post(null).close();
      assertThat(recorder.recorded()).isEqualTo(before + 1);
    }
  }

  @GoLive
  static class SharesFirst extends Sharing {}

  @GoLive
  static class SharesSecond extends Sharing {}

  @GoLive
  static class SetsTheFieldTooLate {
    static CallRecorder recorder;

    @BeforeAll
    static void create() {
      recorder = new CallRecorder();
    }

    @Test
    void creates() {}
  }

  @GoLive(report = {REPORTS + "passes.json", REPORTS + "passes.xml"})
  static class Passes {
    @Test
    void creates(CallRecorder recorder) {
      create(recorder, 10);
    }

    @AfterAll
    static void cleanUp(CallRecorder recorder) {
      create(recorder, 10);
    }
  }

  @GoLive(report = REPORTS + "{class}.md")
  static class Polls {
    @Test
    void polls(CallRecorder recorder) {
      create(recorder, 20);
      poll(recorder);
    }
  }

  @GoLive(except = {"gl-001", "INVALID_REQUEST_BODY"})
  static class FailsAsKnown {
    @Test
    void fails(CallRecorder recorder) {
      fail(recorder, "INVALID_REQUEST_BODY");
    }
  }

  @GoLive(except = "GL-001")
  static class FailsUnlikeKnown {
    @Test
    void fails(CallRecorder recorder) {
      fail(recorder, "INVALID_REQUEST_BODY");
    }
  }

  @GoLive(profile = Profile.CURRENT)
  static class PassesCurrent {
    @Test
    void fails(CallRecorder recorder) {
      fail(recorder, "INVALID_REQUEST_BODY");
    }
  }

  @GoLive(profile = Profile.CURRENT, failOn = FailOn.WARNING)
  static class FailsOnWarning {
    @Test
    void fails(CallRecorder recorder) {
      fail(recorder, "INVALID_REQUEST_BODY");
    }
  }

  @GoLive(failOn = FailOn.NEVER, report = REPORTS + "never.txt")
  static class OnlyReports {
    @Test
    void polls(CallRecorder recorder) {
      poll(recorder);
    }
  }

  @GoLive(config = TEAM)
  static class SmallAsConfigured {
    @Test
    void creates(CallRecorder recorder) {
      create(recorder, 1);
    }
  }

  @GoLive(config = TEAM)
  static class PollsAsConfigured {
    @Test
    void polls(CallRecorder recorder) {
      poll(recorder);
    }
  }

  @GoLive(config = TEAM, profile = Profile.CURRENT, except = "PL-001")
  static class PollsUnlikeConfigured {
    @Test
    void polls(CallRecorder recorder) {
      poll(recorder);
    }
  }

  @GoLive(config = "")
  static class SmallWithoutConfiguration {
    @Test
    void creates(CallRecorder recorder) {
      create(recorder, 1);
    }
  }

  @GoLive(config = "target/golive-extension-test/missing.yml")
  static class MissesConfiguration {
    @Test
    void creates(CallRecorder recorder) {
      create(recorder, 20);
    }
  }

  @GoLive(except = "GL-001")
  static class CallsOtherApis {
    @Test
    void polls(CallRecorder recorder) {
      for (int i = 0; i < 20; i++) {
        recorder.request("GET", "http://localhost:8080/agreements/1").status(200).end();
      }
    }
  }

  @GoLive
  static class RecordsNothing {
    @Test
    void forgets() {}
  }

  @GoLive(report = REPORTS + "replaces.txt")
  static class ReplacesItsClient {
    @Test
    void creates(CallRecorder recorder) {
      create(recorder, 20);
    }

    @RepeatedTest(3)
    void callsByAnotherClient() {}
  }

  @GoLive
  static class CallsTooLate {
    static final Thread[] LATE = new Thread[1];

    @Test
    void creates(CallRecorder recorder) {
      create(recorder, 20);
      LATE[0] = new Thread(() -> create(recorder, 1));
    }
  }

  @GoLive(except = "GL-001")
  static class CallsAfterAnother {
    @Test
    void creates(CallRecorder recorder) {
      create(recorder, 1);
    }
  }

  @GoLive
  static class GetsNoAnswer {
    @Test
    void connectionFails(CallRecorder recorder) {
      recorder.request("GET", ACCOUNT).end();
    }
  }

  @GoLive
  static class RunsNothing {
    @Test
    @Disabled
    void isDisabled() {}

    @Test
    void lacksItsSandbox() {
      Assumptions.abort("no sandbox");
    }
  }

  @GoLive(report = REPORTS + "shared.json")
  static class SharesReport {
    @Test
    void creates(CallRecorder recorder) {
      create(recorder, 20);
    }
  }

  @GoLive(report = "./" + REPORTS + "x/../shared.json")
  static class SharesReportToo {
    @Test
    void creates(CallRecorder recorder) {
      create(recorder, 20);
    }
  }

  @GoLive(report = REPORTS + "report.doc")
  static class WrongReport {
    @Test
    void creates(CallRecorder recorder) {
      create(recorder, 20);
    }
  }

  @GoLive(each = PartKind.ACCOUNT, report = REPORTS + "accounts.json")
  static class JudgesEachAccount {
    @Test
    void creates(CallRecorder recorder) {
      create(recorder, 20);
      recorder.request("POST", ACCOUNT.replace("0001", "0002") + "/envelopes").status(201).end();
    }
  }

  @GoLive(except = "PL-01")
  static class WrongException {
    @Test
    void creates(CallRecorder recorder) {
      create(recorder, 20);
    }
  }

  @GoLive(report = "pom.xml/report.json")
  static class UnwritableReport {
    @Test
    void creates(CallRecorder recorder) {
      create(recorder, 20);
    }
  }

  @ExtendWith(GoLiveExtension.class)
  static class NoSettings {
    @Test
    void runs() {}
  }

  @GoLive(calls = REPORTS + "calls.ndjson")
  static class OwnRecorder {
    private static final CallRecorder RECORDER =
        new CallRecorder("orders", 50, InstantSource.fixed(Instant.parse("2026-11-02T09:30:00Z")));

    @Test
    void creates(CallRecorder recorder) {
      assertThat(recorder).isSameAs(RECORDER);
      RECORDER.clear();
      create(recorder, 20);
    }
  }

  @GoLive(report = REPORTS + "outer.json")
  static class Outer {
    @Test
    void creates(CallRecorder recorder) {
      create(recorder, 5);
    }

    @Nested
    class Inner {
      @Test
      void creates(CallRecorder recorder) {
        create(recorder, 15);
      }
    }

    @Nested
    @GoLive(report = REPORTS + "apart.json")
    class Apart {
      @Test
      void creates(CallRecorder recorder) {
        create(recorder, 21);
      }
    }
  }

  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  @GoLive
  static class TakesItInConstructor {
    private final CallRecorder recorder;

    TakesItInConstructor(CallRecorder recorder) {
      this.recorder = recorder;
    }

    @BeforeAll
    void sameEverywhere(CallRecorder other) {
      assertThat(other).isSameAs(recorder);
    }

    @Test
    void creates() {
      create(recorder, 20);
    }
  }

  @GoLive(profile = Profile.STRICT, report = REPORTS + "{class}.json")
  abstract static class Base {
    @RepeatedTest(10)
    void creates(CallRecorder recorder) {
      create(recorder, 2);
    }
  }

  @Execution(ExecutionMode.CONCURRENT)
  static class Parallel1 extends Base {}

  @Execution(ExecutionMode.CONCURRENT)
  static class Parallel2 extends Base {}

  @Execution(ExecutionMode.CONCURRENT)
  static class Parallel3 extends Base {
    @Test
    void polls(CallRecorder recorder) {
      poll(recorder);
    }
  }
}
