package org.golivecheck.cli.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.golivecheck.cli.console.ExitCode;
import org.golivecheck.cli.console.Session;
import org.golivecheck.cli.fetch.LogFetcher;
import org.jspecify.annotations.Nullable;

/**
 * The program that {@code gate} runs. If golive-check is asked to end, so is the program, and
 * golive-check ends after what was fetched is judged.
 */
final class Program implements LogFetcher.Integration, AutoCloseable {
  /** How long to wait for output, which what the program left running may keep open. */
  private static final long LAST_OUTPUT_MILLIS = 2_000;

  private final List<String> words;
  private final Session session;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread atShutdown = new Thread(this::endAtShutdown);
  private @Nullable Process process;
  private @Nullable Thread output;
  private @Nullable ExitCode outcome;

  Program(List<String> words, Session session) {
    this.words = words;
    this.session = session;
  }

  boolean isNone() {
    return words.isEmpty();
  }

  @Override
  public void start() throws IOException {
    Process started =
        new ProcessBuilder(words)
            .redirectInput(ProcessBuilder.Redirect.INHERIT)
            .redirectErrorStream(true)
            .start();
    process = started;
    Runtime.getRuntime().addShutdownHook(atShutdown);
    Thread copying = new Thread(() -> copy(started));
    copying.setDaemon(true);
    copying.start();
    output = copying;
  }

  private void copy(Process from) {
    try {
      session.messages().copy(from.getInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean await(Duration atMost) {
    Process running = process;
    try {
      return running == null || running.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** Waits for its end, and returns what is to be done about it. */
  ExitCode outcome() {
    Process ended = process;
    if (outcome != null || ended == null) {
      return outcome == null ? ExitCode.PASS : outcome;
    }
    ExitCode code = ExitCode.NO_VERDICT;
    try {
      code = ExitCode.ofProgram(ended.waitFor());
      if (output != null) {
        output.join(LAST_OUTPUT_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!code.equals(ExitCode.PASS)) {
      session.messages().warning(words.get(0) + " ended with exit code " + code.code());
    }
    outcome = code;
    return code;
  }

  private void endAtShutdown() {
    if (process != null) {
      // Process.destroy would close its output, too.
      process.toHandle().destroy();
    }
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(atShutdown);
    } catch (IllegalStateException e) {
      session.messages().detail("ending, as asked");
    }
  }
}
