package org.golivecheck.call;

/**
 * The rate-limit headers of a response. A number is -1 if the response lacks its header.
 *
 * @param hourlyLimit {@code X-RateLimit-Limit}, calls per hour
 * @param hourlyRemaining {@code X-RateLimit-Remaining}
 * @param hourlyReset {@code X-RateLimit-Reset}, seconds of the Unix epoch
 * @param burstLimit {@code X-BurstLimit-Limit}, calls in 30 seconds
 * @param burstRemaining {@code X-BurstLimit-Remaining}
 */
public record RateLimits(
    long hourlyLimit,
    long hourlyRemaining,
    long hourlyReset,
    long burstLimit,
    long burstRemaining) {

  /** No header at all. */
  public static final RateLimits NONE = new RateLimits(-1, -1, -1, -1, -1);
}
