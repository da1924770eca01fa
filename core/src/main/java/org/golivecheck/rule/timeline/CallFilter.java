package org.golivecheck.rule.timeline;

import java.time.Instant;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.PathIds;
import org.golivecheck.rule.ReviewSettings;
import org.jspecify.annotations.Nullable;

/** Keeps the calls that the settings ask for. */
final class CallFilter {
  private final ReviewSettings settings;

  CallFilter(ReviewSettings settings) {
    this.settings = settings;
  }

  boolean keeps(ApiCall call) {
    Instant time = call.timestamp();
    if ((settings.since() != null && time.isBefore(settings.since()))
        || (settings.until() != null && !time.isBefore(settings.until()))
        || (settings.asOf() != null && time.isAfter(settings.asOf()))
        || (settings.host() != null && !settings.host().equalsIgnoreCase(call.url().host()))) {
      return false;
    }
    if (settings.account() == null && settings.user() == null) {
      return true;
    }
    PathIds ids = PathIds.of(call.url());
    return matches(settings.account(), ids.accountId())
        && (matches(settings.user(), ids.userId())
            || matches(settings.user(), call.client().actsOnBehalfOf()));
  }

  private static boolean matches(@Nullable String wanted, @Nullable String actual) {
    return wanted == null || wanted.equalsIgnoreCase(actual);
  }
}
