package org.golivecheck.call;

import org.golivecheck.text.Ascii;
import org.jspecify.annotations.Nullable;

/**
 * The ids in the path of a call, and the kind of resource for the polling rules.
 *
 * @param accountId the segment after {@code /accounts/}, in lower case, or null
 * @param userId the GUID or number after {@code /users/}, in lower case, or null
 * @param envelopeId the GUID of the envelope in lower case for {@link Kind#ENVELOPE}, otherwise
 *     null
 * @param kind what the path leads to
 */
public record PathIds(
    @Nullable String accountId, @Nullable String userId, @Nullable String envelopeId, Kind kind) {

  /** The number of segments before a collection of an account. */
  private static final int COLLECTION_DEPTH = 5;

  /** What a path leads to. */
  public enum Kind {
    /**
     * An envelope of eSignature REST or anything below it: {@code
     * /restapi/v2.1/accounts/{accountId}/envelopes/{envelopeId}} with a GUID as envelope id.
     */
    ENVELOPE,
    /** The list of envelopes, {@code /restapi/v2.1/accounts/{accountId}/envelopes}. */
    ENVELOPE_LIST,
    /** Anything else, such as {@code .../envelopes/status}. */
    OTHER
  }

  /**
   * Returns the ids in the path of a URL. Words of the path are compared ignoring case. The query
   * and trailing slashes are ignored.
   *
   * @param url any URL
   */
  public static PathIds of(CallUrl url) {
    String account = null;
    String user = null;
    Segments segments = new Segments(url.path());
    while (segments.next()) {
      if (account == null && segments.is("accounts")) {
        account = accountAfter(segments);
      } else if (user == null && segments.is("users")) {
        user = userAfter(segments);
      }
    }
    return withKind(url, account, user);
  }

  private static @Nullable String accountAfter(Segments segments) {
    boolean id = segments.next() && !segments.isEmpty() && !segments.is("provisioning");
    return id ? Ascii.lower(segments.text()) : null;
  }

  private static @Nullable String userAfter(Segments segments) {
    boolean id = segments.next() && (segments.isGuid() || segments.isNumber());
    return id ? Ascii.lower(segments.text()) : null;
  }

  private static PathIds withKind(CallUrl url, @Nullable String account, @Nullable String user) {
    Segments segments = new Segments(url.path());
    if (account == null || !leadsToEnvelopes(segments)) {
      return new PathIds(account, user, null, Kind.OTHER);
    }
    if (segments.isLast()) {
      return new PathIds(account, user, null, Kind.ENVELOPE_LIST);
    }
    return segments.next() && segments.isGuid()
        ? new PathIds(account, user, Ascii.lower(segments.text()), Kind.ENVELOPE)
        : new PathIds(account, user, null, Kind.OTHER);
  }

  /** Moves to {@code envelopes}, and returns whether the path up to there is as expected. */
  private static boolean leadsToEnvelopes(Segments segments) {
    return segments.nextIs("restapi")
        && segments.next()
        && (segments.is("v2.1") || segments.is("v2"))
        && segments.nextIs("accounts")
        && segments.skipToNext()
        && segments.is("envelopes");
  }

  /**
   * Returns a text that is the same for two URLs if their paths lead to the same resource: the path
   * without trailing slashes, in lower case up to the collection ({@code
   * /restapi/v2.1/accounts/{accountId}/envelopes}), with GUIDs in lower case after it. It does not
   * include host and query.
   *
   * @param url any URL
   */
  public static String resourceKey(CallUrl url) {
    StringBuilder key = new StringBuilder(url.path().length());
    Segments segments = new Segments(url.path());
    for (int i = 0; segments.next(); i++) {
      boolean fold = i < COLLECTION_DEPTH || segments.isGuid();
      key.append('/').append(fold ? Ascii.lower(segments.text()) : segments.text());
    }
    return key.toString();
  }
}
