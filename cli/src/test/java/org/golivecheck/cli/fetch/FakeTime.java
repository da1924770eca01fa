package org.golivecheck.cli.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A clock that stands still but for waiting, which takes no time. */
final class FakeTime extends Requests.Time {
  final List<Duration> slept = new ArrayList<>();
  Instant now = Instant.parse("2026-11-20T10:30:00Z");

  /** What happens while somebody waits. */
  Runnable meanwhile = () -> {};

  @Override
  Instant now() {
    return now;
  }

  @Override
  void sleep(Duration duration) {
    slept.add(duration);
    now = now.plus(duration);
    meanwhile.run();
  }
}
