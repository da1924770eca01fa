package org.golivecheck.log.redact;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.ApiCall.Gap;
import org.golivecheck.call.ApiError;
import org.golivecheck.call.ItemError;
import org.golivecheck.call.Operations;
import org.jspecify.annotations.Nullable;

/**
 * A digest of everything that a review looks at in a sequence of calls. Two logs with equal digests
 * get the same findings.
 */
final class CallsDigest {
  private long hash;
  private long count;

  /** Adds a call. */
  void add(ApiCall call) {
    count++;
    Instant time = call.gaps().contains(Gap.TIME) ? Instant.EPOCH : call.timestamp();
    add(time, call.method(), call.url(), call.status(), call.duration(), call.gaps());
    add(lower(call.traceToken()), call.vantage(), call.answeredByDocuSign(), call.limits());
    add(Operations.of(call), lower(call.identity().integrationKey()), call.client().sdk());
    add(call.client().legacyAuthentication(), call.client().userAgent() == null);
    ApiError error = call.error();
    if (error != null) {
      add(error.code(), error.message() == null, error.form());
    }
    for (ItemError item : call.itemErrors()) {
      add(item.code());
    }
  }

  private static @Nullable String lower(@Nullable String text) {
    return text == null ? null : text.toLowerCase(Locale.ROOT);
  }

  private void add(@Nullable Object... facts) {
    for (Object fact : facts) {
      hash = (hash ^ Objects.toString(fact).hashCode()) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 32;
    }
  }

  /** Returns how many calls were added. */
  long count() {
    return count;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CallsDigest that && hash == that.hash && count == that.count;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(hash);
  }
}
