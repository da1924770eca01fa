package org.golivecheck.cli.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.golivecheck.cli.fetch.LimitedBody.TooLargeException;
import org.junit.jupiter.api.Test;

final class LimitedBodyTest {
  private final LimitedBody body = new LimitedBody(5);
  private final Body source = new Body();

  /** Where a body comes from. */
  private static final class Body implements Flow.Subscription {
    private boolean cancelled;

    @Override
    public void request(long n) {}

    @Override
    public void cancel() {
      cancelled = true;
    }
  }

  private CompletableFuture<byte[]> whole() {
    return body.getBody().toCompletableFuture();
  }

  @Test
  void keepsWhatFits() {
    body.onSubscribe(source);
    body.onNext(List.of(ByteBuffer.wrap(new byte[] {1, 2}), ByteBuffer.wrap(new byte[] {3})));
    body.onNext(List.of(ByteBuffer.wrap(new byte[] {4, 5})));
    assertThat(whole()).isNotDone();
    body.onComplete();

    assertThat(whole().join()).containsExactly(1, 2, 3, 4, 5);
    assertThat(source.cancelled).isFalse();
  }

  @Test
  void stopsAtOnceWhereTooMuchComes() {
    body.onSubscribe(source);
    body.onNext(List.of(ByteBuffer.wrap(new byte[3]), ByteBuffer.wrap(new byte[3])));

    assertThat(source.cancelled).isTrue();
    assertThatThrownBy(() -> whole().join()).hasCauseInstanceOf(TooLargeException.class);
  }

  @Test
  void aBodyThatIsTooLargeIsNotAskedForAgain() {
    TooLargeException failure = new TooLargeException(2_000_000);

    assertThat(Refusal.isTemporary(failure)).isFalse();
    assertThat(Refusal.unreachable(failure, "x", 1)).hasMessageContaining("2000000 bytes; allow");
  }
}
