package org.golivecheck.rule.timeline;

import java.io.IOException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.ApiCall.Gap;
import org.golivecheck.call.ApiCall.Vantage;
import org.golivecheck.call.ApiError;
import org.golivecheck.call.ApiError.BodyForm;
import org.golivecheck.call.Client;
import org.golivecheck.call.DocuSignHosts;
import org.golivecheck.call.Exclusion;
import org.golivecheck.call.Grant;
import org.golivecheck.call.LogField;
import org.golivecheck.call.Operation;
import org.golivecheck.call.Operations;
import org.golivecheck.call.RateLimits;
import org.golivecheck.call.like.CallSink;
import org.golivecheck.call.like.LikeCall;
import org.golivecheck.rule.ReviewSettings;
import org.golivecheck.rule.error.ErrorClass;
import org.golivecheck.text.Guid;
import org.jspecify.annotations.Nullable;

/**
 * Takes calls in any order and makes a time line of them. Not thread-safe; parts filled by several
 * threads are joined by {@link #join}.
 */
public final class TimelineBuilder implements CallSink {
  /** The longest error message that is kept, in characters. */
  private static final int MAX_MESSAGE = 500;

  private static final int MAX_CALLER = 200;

  private static final String ACCOUNTS = "/accounts/";

  /** A request body larger than the smallest limit that a rule knows is worth keeping: 25 MB. */
  private static final long LARGE_BODY = 25L << 20;

  private final ReviewSettings settings;

  /** Whether calls are kept whenever they were. */
  private final boolean anyTime;

  /** Whether calls are kept whatever else they are, and seen as they are. */
  private final boolean keepsAll;

  private final CallRows rows;
  private final KindTable kinds;

  /** Which fields calls show. A log can show less than its format does: headers are off, say. */
  private final EnumSet<LogField> shown = EnumSet.noneOf(LogField.class);

  private boolean any;
  private boolean failures;
  private boolean ownSideAlone = true;
  private long filtered;
  private long leftOut;

  /**
   * Starts an empty time line of the calls that the settings ask for.
   *
   * @param maxTextBytes about how much memory the texts of calls may take; calls that need more are
   *     left out
   */
  public TimelineBuilder(ReviewSettings settings, long maxTextBytes) {
    this.settings = settings;
    anyTime = settings.since() == null && settings.until() == null && settings.asOf() == null;
    keepsAll = keepsAll(settings);
    rows = new CallRows(maxTextBytes);
    kinds = new KindTable(settings);
  }

  private static boolean keepsAll(ReviewSettings settings) {
    return settings.host() == null
        && settings.account() == null
        && settings.user() == null
        && settings.traffic().gatewayHosts().isEmpty()
        && settings.traffic().accountAliases().isEmpty();
  }

  /** Adds the row of a call from its bytes where that is plain, else as any other call. */
  @Override
  public void acceptLike(LikeCall call) {
    if (!keepsAll
        || call.requestBytes() > LARGE_BODY
        || rows.isFull()
        || DocuSignHosts.isLoopback(call.like().url().host())) {
      accept(call.call());
      return;
    }
    if (!anyTime && !settings.keeps(Instant.ofEpochSecond(call.seconds(), call.nanos()))) {
      filtered++;
      return;
    }
    ApiCall like = call.like();
    int length = rows.urls.pack(call.bytes(), call.urlFrom(), call.urlTo());
    KindTable.Entry entry = kinds.find(like, rows.urls);
    if (entry != null && entry.detail == null) {
      entry.detail = detail(call.call(), entry.kind);
      see(like, entry.kind.exclusion());
    }
    if (entry == null || !rows.addLike(call, length, entry)) {
      accept(call.call());
    }
  }

  @Override
  public void accept(ApiCall read) {
    ApiCall call = settings.traffic().seen(read);
    if (!settings.keeps(call)) {
      filtered++;
      return;
    }
    String query = call.url().query();
    int length =
        rows.urls.pack(query == null ? call.url().path() : call.url().path() + "?" + query);
    KindTable.Entry entry = kinds.find(call, rows.urls);
    if (entry == null) {
      entry = kinds.put(call, rows.urls, kind(call, Operations.of(call)));
    }
    leftOut += rows.add(call, length, entry, detail(call, entry.kind)) ? 0 : 1;
    see(call, entry.kind.exclusion());
  }

  /** Notes which fields a call shows. */
  private void see(ApiCall call, @Nullable Exclusion exclusion) {
    any = true;
    failures |= call.failed();
    ownSideAlone &= call.vantage() == Vantage.CLIENT;
    show(LogField.TIME, !call.gaps().contains(Gap.TIME));
    boolean named = !call.gaps().contains(Gap.URL);
    show(LogField.URL, named);
    show(LogField.METHOD, named && !call.gaps().contains(Gap.METHOD));
    show(LogField.CLIENT, call.legacyAuthentication() || isKnown(call.client()));
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
        || client.actsOnBehalfOf() != null;
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

  private void show(LogField field, boolean isShown) {
    if (isShown) {
      shown.add(field);
    }
  }

  /** Takes the calls of another builder, which must not be used afterwards. */
  public TimelineBuilder join(TimelineBuilder other) {
    if (other.rows.size() > rows.size()) {
      return other.join(this);
    }
    take(other);
    return this;
  }

  /** Takes the calls of another builder as those of the next input. */
  public void append(TimelineBuilder input) {
    rows.beginInput();
    take(input);
  }

  private void take(TimelineBuilder other) {
    leftOut += rows.addAll(other.rows) + other.leftOut;
    filtered += other.filtered;
    shown.addAll(other.shown);
    any |= other.any;
    failures |= other.failures;
    ownSideAlone &= other.ownSideAlone;
  }

  /** Writes the calls, from which {@link #read} makes the same time line. */
  public void write(CallsWriter out) throws IOException {
    out.rows(rows);
    out.number(filtered);
    out.number(leftOut);
    out.number((any ? 1 : 0) | (failures ? 2 : 0) | (ownSideAlone ? 4 : 0));
    out.fields(shown);
  }

  /** Takes the calls that a builder with the same settings wrote. */
  public void read(CallsReader in) throws IOException {
    leftOut += in.rows(rows, settings.errors());
    filtered += in.number();
    leftOut += in.number();
    long flags = in.number();
    any |= (flags & 1) != 0;
    failures |= (flags & 2) != 0;
    ownSideAlone &= (flags & 4) != 0;
    shown.addAll(in.fields());
  }

  /** Returns about how many bytes of memory the calls take. */
  public long bytes() {
    return rows.memory();
  }

  /** Returns how many calls the filters left out. */
  public long filtered() {
    return filtered;
  }

  /** Returns how many calls were left out because their texts take too much memory. */
  public long leftOut() {
    return leftOut;
  }

  /**
   * Returns which fields no call shows, of those for which calls make that known; empty without
   * calls.
   */
  public Set<LogField> hidden() {
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
      hidden.removeAll(shown);
    }
    return hidden;
  }

  /** Returns whether all calls, and one at least, are from logs of the integration's own side. */
  public boolean ofOwnSideAlone() {
    return any && ownSideAlone;
  }

  /** Returns the time line. */
  public Timeline build() {
    return Timeline.of(rows, settings.thresholds());
  }

  /** Makes a kind. What it rests on, {@link KindTable} has to compare. */
  private CallKind kind(ApiCall call, Operation operation) {
    return new CallKind(
        operation,
        call.status(),
        call.url().host(),
        settings.exclusion(call),
        caller(call.client()),
        call.legacyAuthentication(),
        call.limits().hourlyLimit(),
        !call.gaps().contains(Gap.TIME),
        key(call),
        account(call),
        call.url().plainHttp() && DocuSignHosts.isDocuSign(call.url().host()));
  }

  private static @Nullable String key(ApiCall call) {
    String key = call.identity().integrationKey();
    return key == null || key.isBlank()
        ? null
        : cut(key.strip(), MAX_CALLER).toLowerCase(Locale.ROOT);
  }

  private @Nullable String account(ApiCall call) {
    String logged = call.identity().account();
    if (logged == null || logged.isBlank()) {
      return null;
    }
    String id = cut(settings.traffic().account(logged.strip()), MAX_CALLER);
    String path = call.url().path();
    int accounts = path.indexOf(ACCOUNTS);
    if (accounts < 0) {
      return id;
    }
    int from = accounts + ACCOUNTS.length();
    int slash = path.indexOf('/', from);
    int length = (slash < 0 ? path.length() : slash) - from;
    if (length == id.length() && path.regionMatches(true, from, id, 0, length)) {
      return CallKind.OF_URL;
    }
    // An account has a GUID and a number.
    return (length == Guid.LENGTH) == (id.length() == Guid.LENGTH) ? id : null;
  }

  /** Names the SDK by its user agent, which has the version; else any user agent; else the SDK. */
  private static @Nullable String caller(Client client) {
    String name = client.userAgent() != null ? client.userAgent() : client.sdk();
    return name == null || name.isBlank() ? null : cut(name.strip(), MAX_CALLER);
  }

  private CallDetail detail(ApiCall call, CallKind kind) {
    if (kind.exclusion() == Exclusion.OTHER_HOST || !hasDetail(call)) {
      return CallDetail.NONE;
    }
    RateLimits limits = call.limits();
    ErrorClass errorClass = null;
    String code = null;
    String message = null;
    if (call.failed()) {
      errorClass = settings.errors().classify(call, kind.operation().api());
      ApiError error = call.error();
      code = error == null ? null : error.code();
      message = error == null ? null : error.message();
    }
    return new CallDetail(
        errorClass,
        code == null ? null : cut(code, MAX_CALLER),
        message == null ? null : cut(message, MAX_MESSAGE),
        call.grant(),
        call.gaps().contains(Gap.STATUS),
        call.succeeded() ? call.itemErrors() : List.of(),
        isHourLow(limits) ? limits.hourlyRemaining() : -1,
        isBurstLow(limits) ? limits.burstRemaining() : -1,
        call.requestBytes() > LARGE_BODY ? call.requestBytes() : -1);
  }

  private static boolean hasDetail(ApiCall call) {
    return call.failed()
        || !call.itemErrors().isEmpty()
        || isHourLow(call.limits())
        || isBurstLow(call.limits())
        || call.requestBytes() > LARGE_BODY
        || !call.grant().equals(Grant.UNKNOWN);
  }

  private static boolean isHourLow(RateLimits limits) {
    return low(limits.hourlyRemaining(), limits.hourlyLimit());
  }

  private static boolean isBurstLow(RateLimits limits) {
    return low(limits.burstRemaining(), limits.burstLimit());
  }

  /** Less than a tenth is left. */
  private static boolean low(long remaining, long limit) {
    return remaining >= 0 && limit > 0 && remaining < limit / 10.0;
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length);
  }
}
