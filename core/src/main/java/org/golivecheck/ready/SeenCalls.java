package org.golivecheck.ready;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.ApiError;
import org.golivecheck.call.ApiFamily;
import org.golivecheck.call.Client;
import org.golivecheck.call.DocuSignHosts;
import org.golivecheck.call.DocuSignHosts.Environment;
import org.golivecheck.call.Exclusion;
import org.golivecheck.call.Grant;
import org.golivecheck.call.Operations;
import org.golivecheck.rule.ReviewSettings;
import org.jspecify.annotations.Nullable;

/**
 * What the calls of a log show for the checklist. The order of the calls does not matter.
 *
 * <p>Only {@link #add} is thread-safe.
 */
public final class SeenCalls {
  /** More hosts, keys and scopes than an integration has; a log may contain any. */
  private static final int MAX_NAMES = 50;

  private static final Set<Exclusion> OF_OTHERS =
      EnumSet.of(Exclusion.WEB_APP, Exclusion.OTHER_HOST, Exclusion.NO_URL, Exclusion.BY_PATTERN);

  /** What the calls to one environment show. */
  static final class Side {
    /** The APIs that accepted an access token; OAuth by userinfo. */
    final Set<ApiFamily> succeeded = EnumSet.noneOf(ApiFamily.class);

    final Set<ApiFamily> families = EnumSet.noneOf(ApiFamily.class);
    final Set<Grant.Kind> grants = EnumSet.noneOf(Grant.Kind.class);
    final NavigableSet<String> hosts = new TreeSet<>();
    final NavigableSet<String> scopes = new TreeSet<>();

    /** The failures that integrations typically have at first. */
    final Set<Failure> failures = new TreeSet<>();

    boolean createsEnvelopes;
    boolean opensSigning;
    boolean redirected;
    private @Nullable Instant newestToken;

    /** The error of the newest token request; null if it succeeded or there is none. */
    @Nullable ApiError tokenError;

    private void token(ApiCall call) {
      ApiError error =
          call.succeeded() ? null : call.error() == null ? ApiError.EMPTY : call.error();
      boolean newer = newestToken == null || call.timestamp().isAfter(newestToken);
      // A success wins over an error of the same moment, whichever is read first.
      if (newer || (call.timestamp().equals(newestToken) && wins(error, tokenError))) {
        newestToken = call.timestamp();
        tokenError = error;
      }
      Grant grant = call.grant();
      if (call.succeeded() && grant.scopes() != null) {
        for (String scope : grant.scopes().split(" ", -1)) {
          keep(scope, scopes);
        }
      }
      redirected |= call.succeeded() && grant.redirectUri() != null;
    }

    private static boolean wins(@Nullable ApiError error, @Nullable ApiError other) {
      return other != null && (error == null || error.toString().compareTo(other.toString()) < 0);
    }

    boolean tokenSucceeded() {
      return newestToken != null && tokenError == null;
    }

    /** Returns whether an API accepted an access token. */
    boolean acceptsTokens() {
      return !succeeded.isEmpty();
    }

    boolean works() {
      return acceptsTokens() || tokenSucceeded();
    }
  }

  private final ReviewSettings settings;
  final Side demo = new Side();
  final Side production = new Side();

  /** Calls whose host does not show the environment: through a gateway, or without a host. */
  final Side unknown = new Side();

  final NavigableSet<String> keys = new TreeSet<>();
  boolean legacy;

  /** Whether the log shows the headers of a countable call, and so would show the legacy one. */
  boolean headers;

  /**
   * Creates it without calls.
   *
   * @param settings which calls to look at
   */
  public SeenCalls(ReviewSettings settings) {
    this.settings = settings;
  }

  /** Adds a call as it was read. */
  public void add(ApiCall read) {
    ApiCall call = settings.traffic().seen(read);
    Exclusion exclusion = settings.exclusion(call);
    if (!settings.keeps(call)
        || isOfOtherKey(call)
        || (exclusion != null && OF_OTHERS.contains(exclusion))) {
      return;
    }
    ApiFamily api = Operations.family(call.url());
    synchronized (this) {
      add(call, api, exclusion == null);
    }
  }

  private boolean isOfOtherKey(ApiCall call) {
    String wanted = settings.traffic().integrationKey();
    String key = call.identity().integrationKey();
    return wanted != null && key != null && !wanted.equalsIgnoreCase(key);
  }

  private void add(ApiCall call, ApiFamily api, boolean countable) {
    Side side = side(DocuSignHosts.environment(call.url().host()));
    if (DocuSignHosts.isDocuSign(call.url().host())) {
      keep(call.url().host(), side.hosts);
    }
    side.families.add(api);
    String key = call.identity().integrationKey();
    if (key != null) {
      keep(key.toLowerCase(Locale.ROOT), keys);
    }
    if (call.grant().kind() != null) {
      side.grants.add(call.grant().kind());
    }
    legacy |= call.legacyAuthentication();
    headers |= countable && showsHeaders(call);
    String path = call.url().path();
    if (api == ApiFamily.OAUTH && path.endsWith("/token")) {
      side.token(call);
    }
    if (call.succeeded()) {
      if (api != ApiFamily.OAUTH || path.endsWith("/userinfo")) {
        side.succeeded.add(api);
      }
      if (countable && call.method().equals("POST")) {
        side.createsEnvelopes |= path.endsWith("/envelopes");
        side.opensSigning |= path.endsWith("/views/recipient");
      }
    } else if (call.failed()) {
      Failure failure = Failure.of(call.error());
      if (failure != null) {
        side.failures.add(failure);
      }
    }
  }

  /**
   * Returns whether the legacy header would be seen. DocuSign's log contains all headers; another
   * log may contain a chosen few, but hardly DocuSign's own.
   */
  private static boolean showsHeaders(ApiCall call) {
    Client client = call.client();
    return call.legacyAuthentication()
        || client.sdk() != null
        || (client.userAgent() != null && call.vantage() == ApiCall.Vantage.DOCUSIGN);
  }

  /** Keeps the first names in alphabetical order, so that the order of calls does not matter. */
  private static void keep(String name, NavigableSet<String> names) {
    names.add(name);
    if (names.size() > MAX_NAMES) {
      names.pollLast();
    }
  }

  private Side side(@Nullable Environment environment) {
    if (environment == null) {
      return unknown;
    }
    return environment == Environment.DEMO ? demo : production;
  }
}
