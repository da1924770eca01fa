package org.golivecheck.rule.timeline;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.ApiCall.Gap;
import org.golivecheck.call.ApiCall.Vantage;
import org.golivecheck.call.ApiError;
import org.golivecheck.call.ApiError.BodyForm;
import org.golivecheck.call.Client;
import org.golivecheck.call.Exclusion;
import org.golivecheck.call.LogField;
import org.golivecheck.call.RateLimits;
import org.jspecify.annotations.Nullable;

/**
 * Which fields calls show. A format can show more than a log of it does: headers are switched off,
 * columns left out. Not thread-safe.
 */
final class ShownFields {
  private final EnumSet<LogField> seen = EnumSet.noneOf(LogField.class);
  private boolean any;
  private boolean failures;
  private boolean ownSideAlone = true;

  void add(ApiCall call, @Nullable Exclusion exclusion) {
    any = true;
    failures |= call.failed();
    ownSideAlone &= call.vantage() == Vantage.CLIENT;
    show(LogField.TIME, !call.gaps().contains(Gap.TIME));
    boolean named = !call.gaps().contains(Gap.URL);
    show(LogField.URL, named);
    show(LogField.METHOD, named && !call.gaps().contains(Gap.METHOD));
    show(LogField.CLIENT, isKnown(call.client()));
    show(LogField.LIMITS, isShown(call.limits()));
    show(LogField.OAUTH, exclusion == Exclusion.OAUTH);
    ApiError error = call.error();
    show(LogField.ERROR, error != null && isShown(error));
  }

  // Field by field: the equality of records is made at its first use, and costs every run a tenth.

  private static boolean isKnown(Client client) {
    return client.userAgent() != null
        || client.sdk() != null
        || client.referer() != null
        || client.origin() != null
        || client.actsOnBehalfOf() != null
        || client.legacyAuthentication();
  }

  private static boolean isShown(RateLimits limits) {
    return limits.hourlyLimit() >= 0
        || limits.hourlyRemaining() >= 0
        || limits.hourlyReset() >= 0
        || limits.burstLimit() >= 0
        || limits.burstRemaining() >= 0;
  }

  private static boolean isShown(ApiError error) {
    return error.form() != BodyForm.EMPTY || error.code() != null || error.message() != null;
  }

  private void show(LogField field, boolean shown) {
    if (shown) {
      seen.add(field);
    }
  }

  void join(ShownFields other) {
    seen.addAll(other.seen);
    any |= other.any;
    failures |= other.failures;
    ownSideAlone &= other.ownSideAlone;
  }

  /** Returns whether all calls, and one at least, are from logs of the integration's own side. */
  boolean ofOwnSideAlone() {
    return any && ownSideAlone;
  }

  /** Returns what no call shows; of no call that is nothing. */
  Set<LogField> hidden() {
    EnumSet<LogField> hidden = EnumSet.noneOf(LogField.class);
    if (any) {
      hidden.addAll(
          EnumSet.of(
              LogField.TIME,
              LogField.METHOD,
              LogField.URL,
              LogField.CLIENT,
              LogField.LIMITS,
              LogField.OAUTH));
      if (failures) {
        hidden.add(LogField.ERROR);
      }
      hidden.removeAll(seen);
    }
    return hidden;
  }

  void write(CallsWriter out) throws IOException {
    out.number((any ? 1 : 0) | (failures ? 2 : 0) | (ownSideAlone ? 4 : 0));
    out.fields(seen);
  }

  void read(CallsReader in) throws IOException {
    long flags = in.number();
    any |= (flags & 1) != 0;
    failures |= (flags & 2) != 0;
    ownSideAlone &= (flags & 4) != 0;
    seen.addAll(in.fields());
  }
}
