package org.golivecheck.rule;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.ConsentLink;
import org.golivecheck.call.Exclusion;
import org.golivecheck.call.PathIds;
import org.golivecheck.report.PartKind;
import org.golivecheck.report.Profile;
import org.golivecheck.rule.error.ErrorCatalog;
import org.jspecify.annotations.Nullable;

/**
 * The rules, the moment and the calls of a simulated review.
 *
 * @param profile the rule set
 * @param asOf the moment of the review, calls after which are left out; null for the newest call
 * @param since leaves out calls before it; null for none
 * @param until leaves out calls at or after it; null for none
 * @param account keeps only calls of this account, by any of its ids, ignoring case; null for all
 * @param user keeps only calls of this user id, ignoring case; null for all
 * @param host keeps only calls to this host, ignoring case; null for all
 * @param traffic what distinguishes the integration's own traffic with DocuSign from other traffic
 * @param ignored traffic that does not count, for reasons that the log does not show
 * @param thresholds the size of the window, the polling interval, the limits
 * @param errors what errors mean
 * @param consent what the link of consent contains where a log does not show it
 * @param each what has a verdict of its own; null to judge all calls together, or each integration
 *     key where the log shows keys
 */
public record ReviewSettings(
    Profile profile,
    @Nullable Instant asOf,
    @Nullable Instant since,
    @Nullable Instant until,
    @Nullable String account,
    @Nullable String user,
    @Nullable String host,
    Traffic traffic,
    List<TrafficPattern> ignored,
    Thresholds thresholds,
    ErrorCatalog errors,
    ConsentLink consent,
    @Nullable PartKind each) {

  /** Copies the list. */
  public ReviewSettings {
    ignored = List.copyOf(ignored);
  }

  /**
   * What distinguishes an integration's own traffic with DocuSign from other traffic.
   *
   * @param gatewayHosts hosts in front of DocuSign, in lower case
   * @param accountAliases further ids of accounts, in lower case, and the id that each stands for
   * @param integrationKey keeps only calls made with this integration key, ignoring case, and those
   *     of logs that show no key; null for all. A single call does not show it, so {@link
   *     ReviewSettings#keeps} does not ask for it
   */
  public record Traffic(
      Set<String> gatewayHosts,
      Map<String, String> accountAliases,
      @Nullable String integrationKey) {

    private static final String ACCOUNTS = "/accounts/";

    /** No gateway, no alias, all keys. */
    public static final Traffic ANY = new Traffic(Set.of(), Map.of(), null);

    /** Copies set and map, in lower case. */
    public Traffic {
      gatewayHosts = gatewayHosts.stream().map(Traffic::lower).collect(Collectors.toSet());
      accountAliases =
          accountAliases.entrySet().stream()
              .collect(Collectors.toMap(e -> lower(e.getKey()), e -> lower(e.getValue())));
    }

    /** Returns the id that stands for an account, in lower case, whichever of its ids is given. */
    public String account(String id) {
      String lower = lower(id);
      return accountAliases.getOrDefault(lower, lower);
    }

    /**
     * Returns a call as it would have gone to DocuSign itself: without what a gateway puts before
     * the path, and with the id that stands for its account.
     */
    public ApiCall seen(ApiCall call) {
      if (gatewayHosts.isEmpty() && accountAliases.isEmpty()) {
        return call;
      }
      String path = call.url().path();
      String direct = gatewayHosts.contains(call.url().host()) ? withoutPrefix(path) : path;
      direct = accountAliases.isEmpty() ? direct : withAccount(direct);
      return direct.equals(path) ? call : call.withUrl(call.url().withPath(direct));
    }

    private static String withoutPrefix(String path) {
      String lower = lower(path);
      int start = lower.indexOf("/restapi/");
      if (start < 0) {
        start = lower.indexOf("/oauth/");
      }
      return start > 0 ? path.substring(start) : path;
    }

    private String withAccount(String path) {
      int start = lower(path).indexOf(ACCOUNTS);
      if (start < 0) {
        return path;
      }
      int id = start + ACCOUNTS.length();
      int end = path.indexOf('/', id);
      end = end < 0 ? path.length() : end;
      String account = accountAliases.get(lower(path.substring(id, end)));
      return account == null ? path : path.substring(0, id) + account + path.substring(end);
    }

    private static String lower(String text) {
      return text.toLowerCase(Locale.ROOT);
    }
  }

  /** Settings with DocuSign's own thresholds and the catalogue's errors. */
  public ReviewSettings(
      Profile profile,
      @Nullable Instant asOf,
      @Nullable Instant since,
      @Nullable Instant until,
      @Nullable String account,
      @Nullable String user,
      @Nullable String host,
      Traffic traffic) {
    this(
        profile,
        asOf,
        since,
        until,
        account,
        user,
        host,
        traffic,
        List.of(),
        Thresholds.DEFAULT,
        ErrorCatalog.get(),
        ConsentLink.UNKNOWN,
        null);
  }

  /** Settings for any traffic. */
  public ReviewSettings(
      Profile profile,
      @Nullable Instant asOf,
      @Nullable Instant since,
      @Nullable Instant until,
      @Nullable String account,
      @Nullable String user,
      @Nullable String host) {
    this(profile, asOf, since, until, account, user, host, Traffic.ANY);
  }

  /** Returns the same settings for other traffic. */
  public ReviewSettings with(Traffic other) {
    return new ReviewSettings(
        profile,
        asOf,
        since,
        until,
        account,
        user,
        host,
        other,
        ignored,
        thresholds,
        errors,
        consent,
        each);
  }

  /** Returns the same settings that do not count traffic of some patterns either. */
  public ReviewSettings ignoring(List<TrafficPattern> other) {
    return new ReviewSettings(
        profile,
        asOf,
        since,
        until,
        account,
        user,
        host,
        traffic,
        other,
        thresholds,
        errors,
        consent,
        each);
  }

  /** Returns the same settings with other thresholds. */
  public ReviewSettings with(Thresholds other) {
    return new ReviewSettings(
        profile, asOf, since, until, account, user, host, traffic, ignored, other, errors, consent,
        each);
  }

  /** Returns the same settings with other knowledge of errors. */
  public ReviewSettings with(ErrorCatalog other) {
    return new ReviewSettings(
        profile,
        asOf,
        since,
        until,
        account,
        user,
        host,
        traffic,
        ignored,
        thresholds,
        other,
        consent,
        each);
  }

  /** Returns the same settings with what is known of the link of consent. */
  public ReviewSettings with(ConsentLink other) {
    return new ReviewSettings(
        profile,
        asOf,
        since,
        until,
        account,
        user,
        host,
        traffic,
        ignored,
        thresholds,
        errors,
        other,
        each);
  }

  /**
   * Returns the same settings that give each part a verdict of its own.
   *
   * @param other what the parts are, or null to judge all calls together
   */
  public ReviewSettings each(@Nullable PartKind other) {
    return new ReviewSettings(
        profile,
        asOf,
        since,
        until,
        account,
        user,
        host,
        traffic,
        ignored,
        thresholds,
        errors,
        consent,
        other);
  }

  /** The default profile and no filter. */
  public static final ReviewSettings DEFAULT = of(Profile.CLASSIC);

  /** Returns settings with a profile and no filter. */
  public static ReviewSettings of(Profile profile) {
    return new ReviewSettings(profile, null, null, null, null, null, null);
  }

  /** Returns why the review does not count a call, or null for a countable one. */
  public @Nullable Exclusion exclusion(ApiCall call) {
    Exclusion reason = Exclusion.of(call, traffic.gatewayHosts());
    if (reason == null) {
      for (TrafficPattern pattern : ignored) {
        if (pattern.matches(call)) {
          return Exclusion.BY_PATTERN;
        }
      }
    }
    return reason;
  }

  /** Returns whether the settings ask for a call, as far as the call alone shows. */
  public boolean keeps(ApiCall call) {
    Instant time = call.timestamp();
    if ((since != null && time.isBefore(since))
        || (until != null && !time.isBefore(until))
        || (asOf != null && time.isAfter(asOf))
        || (host != null && !host.equalsIgnoreCase(call.url().host()))) {
      return false;
    }
    if (account == null && user == null) {
      return true;
    }
    PathIds ids = PathIds.of(call.url());
    return matchesAccount(ids.accountId() == null ? call.identity().account() : ids.accountId())
        && (matches(user, ids.userId())
            || matches(user, call.client().actsOnBehalfOf())
            || (ids.userId() == null && matches(user, call.identity().user())));
  }

  private boolean matchesAccount(@Nullable String actual) {
    return account == null
        || (actual != null && traffic.account(account).equals(traffic.account(actual)));
  }

  private static boolean matches(@Nullable String wanted, @Nullable String actual) {
    return wanted == null || wanted.equalsIgnoreCase(actual);
  }
}
