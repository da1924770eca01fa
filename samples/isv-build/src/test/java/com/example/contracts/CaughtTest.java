package com.example.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/**
 * The classes that would not pass fail, after tests that are green; your build has no such test.
 */
class CaughtTest {
  @Test
  void pollingIsCaught() throws Exception {
    EngineExecutionResults run = run(PollingTest.class);

    run.testEvents().assertStatistics(tests -> tests.succeeded(21).failed(0));
    assertThat(failure(run))
        .startsWith("The calls of com.example.contracts.PollingTest would not pass:")
        .contains("PL-001", "was called 3 times", "a Connect webhook");
    Path report = Path.of("target/golive/com.example.contracts.PollingTest.md");
    assertThat(Files.readString(report)).contains("PL-001");
  }

  @Test
  void aMissingPermissionIsCaughtAndWhoHasToAct() {
    EngineExecutionResults run = run(PermissionTest.class);

    run.testEvents().assertStatistics(tests -> tests.succeeded(20).failed(0));
    assertThat(failure(run))
        .contains("GL-002", "USER_LACKS_PERMISSIONS", "For the account administrator");
  }

  private static EngineExecutionResults run(Class<?> type) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(type))
        .configurationParameter(
            "junit.jupiter.conditions.deactivate", "org.junit.*EnabledIfSystemProperty*")
        .execute();
  }

  private static String failure(EngineExecutionResults run) {
    List<String> messages =
        run.containerEvents().failed().stream()
            .map(event -> event.getRequiredPayload(TestExecutionResult.class))
            .map(result -> result.getThrowable().orElseThrow().getMessage())
            .toList();
    assertThat(messages).hasSize(1);
    return messages.get(0);
  }
}
