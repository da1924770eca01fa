package org.golivecheck.rule;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.ConsentLink;
import org.golivecheck.call.DocuSignHosts;
import org.golivecheck.call.Exclusion;
import org.golivecheck.call.PathIds;
import org.golivecheck.report.PartKind;
import org.golivecheck.report.Profile;
import org.golivecheck.rule.error.ErrorCatalog;
import org.jspecify.annotations.Nullable;

/**
 * The rules, the moment and the calls of a simulated review. Immutable: every {@code with} method
 * returns other settings.
 */
public final class ReviewSettings {
  /** The default profile and no filter. */
  public static final ReviewSettings DEFAULT = new ReviewSettings();

  private Profile profile = Profile.CLASSIC;
  private @Nullable Instant asOf;
  private @Nullable Instant since;
  private @Nullable Instant until;
  private @Nullable String account;
  private @Nullable String user;
  private @Nullable String host;
  private Traffic traffic = Traffic.ANY;
  private List<TrafficPattern> ignored = List.of();
  private Thresholds thresholds = Thresholds.DEFAULT;
  private ErrorCatalog errors = ErrorCatalog.get();
  private ConsentLink consent = ConsentLink.UNKNOWN;
  private @Nullable PartKind each;

  private ReviewSettings() {}

  private ReviewSettings(ReviewSettings from) {
    profile = from.profile;
    asOf = from.asOf;
    since = from.since;
    until = from.until;
    account = from.account;
    user = from.user;
    host = from.host;
    traffic = from.traffic;
    ignored = from.ignored;
    thresholds = from.thresholds;
    errors = from.errors;
    consent = from.consent;
    each = from.each;
  }

  /** Returns settings with a profile and no filter. */
  public static ReviewSettings of(Profile profile) {
    return DEFAULT.withProfile(profile);
  }

  /** Returns the rule set. */
  public Profile profile() {
    return profile;
  }

  /** Returns the same settings with another value of {@link #profile()}. */
  public ReviewSettings withProfile(Profile value) {
    ReviewSettings other = new ReviewSettings(this);
    other.profile = value;
    return other;
  }

  /** Returns the moment of the review, calls after which are left out; null for the newest call. */
  public @Nullable Instant asOf() {
    return asOf;
  }

  /** Returns the same settings with another value of {@link #asOf()}. */
  public ReviewSettings withAsOf(@Nullable Instant value) {
    ReviewSettings other = new ReviewSettings(this);
    other.asOf = value;
    return other;
  }

  /** Returns the time before which calls are left out; null for none. */
  public @Nullable Instant since() {
    return since;
  }

  /** Returns the same settings with another value of {@link #since()}. */
  public ReviewSettings withSince(@Nullable Instant value) {
    ReviewSettings other = new ReviewSettings(this);
    other.since = value;
    return other;
  }

  /** Returns the time from which on calls are left out; null for none. */
  public @Nullable Instant until() {
    return until;
  }

  /** Returns the same settings with another value of {@link #until()}. */
  public ReviewSettings withUntil(@Nullable Instant value) {
    ReviewSettings other = new ReviewSettings(this);
    other.until = value;
    return other;
  }

  /** Returns the account whose calls are kept, by any of its ids, ignoring case; null for all. */
  public @Nullable String account() {
    return account;
  }

  /** Returns the same settings with another value of {@link #account()}. */
  public ReviewSettings withAccount(@Nullable String value) {
    ReviewSettings other = new ReviewSettings(this);
    other.account = value;
    return other;
  }

  /** Returns the id of the user whose calls are kept, ignoring case; null for all. */
  public @Nullable String user() {
    return user;
  }

  /** Returns the same settings with another value of {@link #user()}. */
  public ReviewSettings withUser(@Nullable String value) {
    ReviewSettings other = new ReviewSettings(this);
    other.user = value;
    return other;
  }

  /** Returns the host to which calls are kept, ignoring case; null for all. */
  public @Nullable String host() {
    return host;
  }

  /** Returns the same settings with another value of {@link #host()}. */
  public ReviewSettings withHost(@Nullable String value) {
    ReviewSettings other = new ReviewSettings(this);
    other.host = value;
    return other;
  }

  /** Returns what distinguishes the integration's own traffic with DocuSign from other traffic. */
  public Traffic traffic() {
    return traffic;
  }

  /** Returns the same settings with another value of {@link #traffic()}. */
  public ReviewSettings withTraffic(Traffic value) {
    ReviewSettings other = new ReviewSettings(this);
    other.traffic = value;
    return other;
  }

  /** Returns traffic that does not count, for reasons that the log does not show. */
  public List<TrafficPattern> ignored() {
    return ignored;
  }

  /** Returns the same settings with another value of {@link #ignored()}. */
  public ReviewSettings withIgnored(List<TrafficPattern> value) {
    ReviewSettings other = new ReviewSettings(this);
    other.ignored = List.copyOf(value);
    return other;
  }

  /** Returns the size of the window, the polling interval, the limits. */
  public Thresholds thresholds() {
    return thresholds;
  }

  /** Returns the same settings with another value of {@link #thresholds()}. */
  public ReviewSettings withThresholds(Thresholds value) {
    ReviewSettings other = new ReviewSettings(this);
    other.thresholds = value;
    return other;
  }

  /** Returns what errors mean. */
  public ErrorCatalog errors() {
    return errors;
  }

  /** Returns the same settings with another value of {@link #errors()}. */
  public ReviewSettings withErrors(ErrorCatalog value) {
    ReviewSettings other = new ReviewSettings(this);
    other.errors = value;
    return other;
  }

  /** Returns what the link of consent contains where a log does not show it. */
  public ConsentLink consent() {
    return consent;
  }

  /** Returns the same settings with another value of {@link #consent()}. */
  public ReviewSettings withConsent(ConsentLink value) {
    ReviewSettings other = new ReviewSettings(this);
    other.consent = value;
    return other;
  }

  /**
   * Returns what has its own verdict; null to judge all calls together, or each integration key
   * where the log shows keys.
   */
  public @Nullable PartKind each() {
    return each;
  }

  /** Returns the same settings with another value of {@link #each()}. */
  public ReviewSettings withEach(@Nullable PartKind value) {
    ReviewSettings other = new ReviewSettings(this);
    other.each = value;
    return other;
  }

  /**
   * What distinguishes an integration's own traffic with DocuSign from other traffic.
   *
   * @param gatewayHosts hosts in front of DocuSign, in lower case
   * @param accountAliases further ids of accounts, in lower case, and the id that each stands for
   * @param integrationKey the integration key whose calls are kept, ignoring case, with those of
   *     logs that show no key; null for all. A single call does not show it, so {@link
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
     * Returns a call as it would have gone to DocuSign itself: without what a gateway, or a stub on
     * this machine, puts before the path, with {@code /restapi} where they lack it, and with the
     * account id that replaces an alias.
     */
    public ApiCall seen(ApiCall call) {
      ApiCall direct = DocuSignHosts.direct(call, gatewayHosts);
      if (accountAliases.isEmpty()) {
        return direct;
      }
      return direct.withUrl(direct.url().withPath(withAccount(direct.url().path())));
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
    if (!keeps(call.timestamp()) || (host != null && !host.equalsIgnoreCase(call.url().host()))) {
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

  /** Returns whether the settings ask for calls of a time. */
  public boolean keeps(Instant time) {
    return (since == null || !time.isBefore(since))
        && (until == null || time.isBefore(until))
        && (asOf == null || !time.isAfter(asOf));
  }

  private boolean matchesAccount(@Nullable String actual) {
    return account == null
        || (actual != null && traffic.account(account).equals(traffic.account(actual)));
  }

  private static boolean matches(@Nullable String wanted, @Nullable String actual) {
    return wanted == null || wanted.equalsIgnoreCase(actual);
  }

  private List<@Nullable Object> values() {
    return Arrays.asList(
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
        each);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ReviewSettings that && values().equals(that.values());
  }

  @Override
  public int hashCode() {
    return values().hashCode();
  }

  @Override
  public String toString() {
    return "ReviewSettings" + values();
  }
}
