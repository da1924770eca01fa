package org.golivecheck.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** To which class a call goes, whichever recorder, client and thread makes it. */
@Isolated
class RunningClassesTest {
  private final CallRecorder first = new CallRecorder();
  private final CallRecorder second = new CallRecorder();
  private final ExecutorService pool = Executors.newSingleThreadExecutor();

  @BeforeEach
  void begin() throws Exception {
    // The thread of the pool inherits a class that has finished.
    CallRecorder before = new CallRecorder();
    RunningClasses.enter(before);
    pool.submit(() -> {}).get();
    RunningClasses.leave(before);
    RunningClasses.takeUnattributed();
  }

  @AfterEach
  void end() {
    RunningClasses.leave(first);
    RunningClasses.leave(second);
    RunningClasses.takeUnattributed();
    pool.shutdown();
  }

  private static void call(CallRecorder recorder) {
    recorder
        .request("GET", "https://demo.docusign.net/restapi/v2.1/accounts/1/users?email=a%40b.c")
        .status(200)
        .end();
  }

  private void callInPool(CallRecorder recorder) throws Exception {
    pool.submit(() -> call(recorder)).get();
  }

  private static void inThread(CallRecorder of, Runnable task) throws InterruptedException {
    Thread thread =
        new Thread(
            () -> {
              RunningClasses.enter(of);
              task.run();
            });
    thread.start();
    thread.join();
  }

  @Test
  void callsGoToTheClassOfTheThreadWhoseverRecorder() throws Exception {
    inThread(first, () -> call(first));
    inThread(second, () -> call(first));
    inThread(second, () -> call(CallRecorder.current()));

    assertThat(first.recorded()).isEqualTo(1);
    assertThat(second.recorded()).isEqualTo(2);
    assertThat(RunningClasses.takeUnattributed()).isEmpty();
  }

  @Test
  void callsOfPoolsGoToTheOnlyClassThatRuns() throws Exception {
    RunningClasses.enter(first);
    RunningClasses.leave(first);
    RunningClasses.enter(second);

    callInPool(first);
    callInPool(CallRecorder.current());

    assertThat(first.recorded()).isZero();
    assertThat(second.recorded()).isEqualTo(2);
  }

  @Test
  void callsOfSharedPoolsAndClientsBelongToNoneOfSeveralAndAreSaid() throws Exception {
    inThread(first, () -> {});
    inThread(second, () -> {});

    callInPool(CallRecorder.current());

    assertThat(first.recorded() + second.recorded()).isZero();
    assertThat(RunningClasses.takeUnattributed())
        .startsWith("1 call belongs to no test class")
        .contains("GET https://demo.docusign.net/restapi/v2.1/accounts/1/users in thread pool-")
        .doesNotContain("email")
        .contains("RunningClasses.executor(pool)");
  }

  @Test
  void aClientOfOneClassIsTrustedUntilAnotherUsesIt() throws Exception {
    inThread(first, () -> {});
    inThread(second, () -> {});
    callInPool(first);
    assertThat(first.recorded()).isEqualTo(1);
    assertThat(RunningClasses.takeUnattributed()).isEmpty();

    inThread(second, () -> call(first));

    assertThat(RunningClasses.takeUnattributed()).startsWith("1 call").contains("share");
    assertThat(second.recorded()).isEqualTo(1);
    callInPool(first);
    assertThat(RunningClasses.takeUnattributed()).startsWith("1 call");
  }

  @Test
  void lateCallsGoToNoFinishedClassAndAreNotLost() throws Exception {
    RunningClasses.enter(first);
    RunningClasses.leave(first);

    callInPool(first);

    assertThat(first.recorded()).isZero();
    assertThat(RunningClasses.takeUnattributed()).startsWith("1 call belongs");
  }

  @Test
  void anExecutorCarriesTheClassThatHandsTasksOver() throws Exception {
    Executor shared = RunningClasses.executor(pool);
    inThread(first, () -> shared.execute(() -> call(CallRecorder.current())));
    inThread(second, () -> shared.execute(() -> call(CallRecorder.current())));
    pool.submit(() -> {}).get();

    assertThat(first.recorded()).isEqualTo(1);
    assertThat(second.recorded()).isEqualTo(1);
  }

  @Test
  void callsOfTestsThatNobodyJudgesAreIgnored() throws Exception {
    RunningClasses.enter(first);
    RunningClasses.leave(first);
    RunningClasses.enterUnjudged();

    call(first);
    call(CallRecorder.current());

    assertThat(first.recorded()).isZero();
    assertThat(RunningClasses.takeUnattributed()).isEmpty();
  }

  @Test
  void aRecorderOfNoClassKeepsItsCalls() {
    RunningClasses.enter(first);
    CallRecorder own = new CallRecorder();

    call(own);

    assertThat(own.recorded()).isEqualTo(1);
  }
}
