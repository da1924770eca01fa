package org.golivecheck.call;

import org.jspecify.annotations.Nullable;

/**
 * The client that made a call, as far as its request headers show.
 *
 * @param userAgent the {@code User-Agent} header, or null
 * @param sdk the {@code X-DocuSign-SDK} header, or null
 * @param referer the {@code Referer} header, or null
 * @param origin the {@code Origin} header, or null
 * @param actsOnBehalfOf the user named by {@code X-DocuSign-Act-On-Behalf}, or null
 */
public record Client(
    @Nullable String userAgent,
    @Nullable String sdk,
    @Nullable String referer,
    @Nullable String origin,
    @Nullable String actsOnBehalfOf) {

  /** A client about which nothing is known. */
  public static final Client UNKNOWN = new Client(null, null, null, null, null);
}
