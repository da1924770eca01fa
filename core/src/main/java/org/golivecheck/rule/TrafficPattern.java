package org.golivecheck.rule;

import org.golivecheck.call.ApiCall;
import org.golivecheck.call.Wildcard;
import org.jspecify.annotations.Nullable;

/**
 * Traffic that is not the integration's although the log looks so: a health check, a colleague's
 * tool. Every pattern that is given must match.
 *
 * @param path a pattern for the path of the URL, without query; null for any
 * @param host a pattern for the host of the URL; null for any
 * @param userAgent a pattern for the User-Agent; null for any
 */
public record TrafficPattern(
    @Nullable Wildcard path, @Nullable Wildcard host, @Nullable Wildcard userAgent) {

  /**
   * Refuses what would match everything.
   *
   * @throws IllegalArgumentException if nothing is given
   */
  public TrafficPattern {
    if (path == null && host == null && userAgent == null) {
      throw new IllegalArgumentException("a pattern of traffic needs path, host or user agent");
    }
  }

  /** Returns whether a call is of this traffic. */
  public boolean matches(ApiCall call) {
    return (path == null || path.matches(call.url().path()))
        && (host == null || host.matches(call.url().host()))
        && (userAgent == null || userAgent.matches(call.client().userAgent()));
  }
}
