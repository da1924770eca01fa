package org.golivecheck.call;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.golivecheck.call.ApiError.BodyForm;
import org.jspecify.annotations.Nullable;

/**
 * One API request with its response, as a log shows it. Immutable.
 *
 * <p>Contains only what the rules need, and neither bodies nor credentials. Texts are as logged and
 * may contain personal data; they are redacted when a report is made.
 */
public final class ApiCall {
  /** The method of a call whose log shows neither method nor URL. */
  public static final String NO_METHOD = "-";

  /** Who saw a call, and so which calls a log contains. */
  public enum Vantage {
    /** DocuSign: every call went to it, under any name of its host. */
    DOCUSIGN,
    /** The integration's own side, where calls to other hosts are logged too. */
    CLIENT
  }

  /** A part of a call that its log does not show. */
  public enum Gap {
    /**
     * The time. {@code timestamp} is that of the nearest earlier call in the log that has one, or a
     * time in 1970.
     */
    TIME,
    /** Method and URL, which are {@link #NO_METHOD} and {@code /}. */
    URL,
    /** The method, which is {@link #NO_METHOD}. */
    METHOD,
    /** The status, which the text of an SDK lacks. {@code status} is what its error implies. */
    STATUS
  }

  // Set only before a call is handed out: by its builder or the method that copies it.
  private Instant timestamp;
  private String method;
  private CallUrl url;
  private int status;
  private @Nullable String traceToken;
  private String source = "";
  private int ordinal;
  private @Nullable String loggedOperation;
  private Client client = Client.UNKNOWN;
  private boolean legacyAuthentication;
  private long requestBytes = -1;
  private @Nullable Duration duration;
  private @Nullable ApiError error;
  private List<ItemError> itemErrors = List.of();
  private RateLimits limits = RateLimits.NONE;
  private boolean answeredByDocuSign;
  private Identity identity = Identity.UNKNOWN;
  private Grant grant = Grant.UNKNOWN;
  private Vantage vantage = Vantage.DOCUSIGN;
  private Set<Gap> gaps = Set.of();

  private ApiCall(Instant timestamp, String method, CallUrl url, int status) {
    this.timestamp = Objects.requireNonNull(timestamp, "timestamp");
    this.method = method.toUpperCase(Locale.ROOT);
    this.url = Objects.requireNonNull(url, "url");
    this.status = status;
    if (method.isEmpty()) {
      throw new IllegalArgumentException("method is empty");
    }
    if (status < 0 || status > 999) {
      throw new IllegalArgumentException("status is not from 0 to 999: " + status);
    }
  }

  private ApiCall(ApiCall from) {
    timestamp = from.timestamp;
    method = from.method;
    url = from.url;
    status = from.status;
    traceToken = from.traceToken;
    source = from.source;
    ordinal = from.ordinal;
    loggedOperation = from.loggedOperation;
    client = from.client;
    legacyAuthentication = from.legacyAuthentication;
    requestBytes = from.requestBytes;
    duration = from.duration;
    error = from.error;
    itemErrors = from.itemErrors;
    limits = from.limits;
    answeredByDocuSign = from.answeredByDocuSign;
    identity = from.identity;
    grant = from.grant;
    vantage = from.vantage;
    gaps = from.gaps;
  }

  /**
   * Starts a call from the four parts that every call has.
   *
   * @param timestamp when the call ended
   * @param method the HTTP method
   * @param url the absolute URL, or a path
   * @param status the HTTP status
   * @return a builder whose other parts are unknown
   * @throws IllegalArgumentException if the method is empty or the status is not from 0 to 999
   */
  public static Builder builder(Instant timestamp, String method, String url, int status) {
    return new Builder(new ApiCall(timestamp, method, CallUrl.parse(url), status));
  }

  /** Returns a builder that begins with the parts of this call. */
  public Builder toBuilder() {
    return new Builder(new ApiCall(this));
  }

  /** Returns whether the response says that the call failed: a 4xx or 5xx status. */
  public boolean failed() {
    return status >= 400 && status <= 599;
  }

  /** Returns whether the response says that the call succeeded: a 2xx status. */
  public boolean succeeded() {
    return status >= 200 && status <= 299;
  }

  /** Returns the same call with another URL. */
  public ApiCall withUrl(CallUrl other) {
    ApiCall copy = new ApiCall(this);
    copy.url = other;
    return copy;
  }

  /**
   * Returns the same call at another place in the order of its log.
   *
   * @param otherTimestamp the new time
   * @param otherOrdinal the number of earlier calls with the same source
   */
  public ApiCall placedAt(Instant otherTimestamp, int otherOrdinal) {
    ApiCall copy = new ApiCall(this);
    copy.timestamp = otherTimestamp;
    copy.ordinal = otherOrdinal;
    return copy;
  }

  /** Returns the same call, read from another place. */
  public ApiCall withSource(String other) {
    ApiCall copy = new ApiCall(this);
    copy.source = other;
    return copy;
  }

  /** Returns a call that differs from this one in what nearly every call has of its own. */
  public ApiCall again(
      Instant otherTimestamp,
      CallUrl otherUrl,
      @Nullable String otherToken,
      String otherSource,
      long otherRequestBytes,
      @Nullable Duration otherDuration) {
    ApiCall copy = new ApiCall(this);
    copy.timestamp = otherTimestamp;
    copy.url = otherUrl;
    copy.traceToken = otherToken;
    copy.source = otherSource;
    copy.requestBytes = otherRequestBytes;
    copy.duration = otherDuration;
    return copy;
  }

  /** Returns when the call ended, with the precision of the log. */
  public Instant timestamp() {
    return timestamp;
  }

  /** Returns the HTTP method in upper case. */
  public String method() {
    return method;
  }

  /** Returns the URL. */
  public CallUrl url() {
    return url;
  }

  /** Returns the HTTP status, 0 to 999. */
  public int status() {
    return status;
  }

  /** Returns the value of {@code X-DocuSign-TraceToken}, or null if the log has none. */
  public @Nullable String traceToken() {
    return traceToken;
  }

  /**
   * Returns where the call was read, such as {@code logs.zip!00_OK_GetEnvelope.txt} or {@code
   * app.log:17}. The line or record number decides the order of calls with equal timestamps.
   */
  public String source() {
    return source;
  }

  /**
   * Returns the number of earlier calls with the same source, since several records may share a
   * line.
   */
  public int ordinal() {
    return ordinal;
  }

  /** Returns the name that the log gives to the operation, which is only a hint, or null. */
  public @Nullable String loggedOperation() {
    return loggedOperation;
  }

  /** Returns the client that made the call. */
  public Client client() {
    return client;
  }

  /**
   * Returns whether the call carries {@code X-DocuSign-Authentication}, a way of signing in that
   * DocuSign is switching off.
   */
  public boolean legacyAuthentication() {
    return legacyAuthentication;
  }

  /** Returns the size of the request body in bytes, or -1 if it is unknown. */
  public long requestBytes() {
    return requestBytes;
  }

  /** Returns how long the call took, or null if the log does not show it. */
  public @Nullable Duration duration() {
    return duration;
  }

  /** Returns what the body of an unsuccessful call says, or null for a 2xx call. */
  public @Nullable ApiError error() {
    return error;
  }

  /** Returns the errors of single items inside a 2xx body, at most a few. */
  public List<ItemError> itemErrors() {
    return itemErrors;
  }

  /** Returns the rate-limit headers of the response. */
  public RateLimits limits() {
    return limits;
  }

  /** Returns whether the response carries an {@code X-DocuSign-TraceToken} header. */
  public boolean answeredByDocuSign() {
    return answeredByDocuSign;
  }

  /** Returns for whom the call was made, according to the log. */
  public Identity identity() {
    return identity;
  }

  /** Returns what a call that signs in asks for. */
  public Grant grant() {
    return grant;
  }

  /** Returns who saw the call. */
  public Vantage vantage() {
    return vantage;
  }

  /** Returns the parts of every call that this log does not show. */
  public Set<Gap> gaps() {
    return gaps;
  }

  private List<@Nullable Object> values() {
    return Arrays.asList(
        timestamp,
        method,
        url,
        status,
        traceToken,
        source,
        ordinal,
        loggedOperation,
        client,
        legacyAuthentication,
        requestBytes,
        duration,
        error,
        itemErrors,
        limits,
        answeredByDocuSign,
        identity,
        grant,
        vantage,
        gaps);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ApiCall that && values().equals(that.values());
  }

  @Override
  public int hashCode() {
    return values().hashCode();
  }

  @Override
  public String toString() {
    return "ApiCall" + values();
  }

  /** Collects the parts of a call. Not thread-safe. */
  public static final class Builder {
    private final ApiCall call;

    private Builder(ApiCall call) {
      this.call = call;
    }

    /** Sets the trace token; null if the log has none. */
    public Builder traceToken(@Nullable String value) {
      call.traceToken = value;
      return this;
    }

    /** Sets where the call was read; empty if it is not set. */
    public Builder source(String value) {
      call.source = value;
      return this;
    }

    /** Sets the name that the log gives to the operation; null if the log has none. */
    public Builder loggedOperation(@Nullable String value) {
      call.loggedOperation = value;
      return this;
    }

    /** Sets the client that made the call. */
    public Builder client(Client value) {
      call.client = value;
      return this;
    }

    /** Sets whether the call carries {@code X-DocuSign-Authentication}. */
    public Builder legacyAuthentication(boolean value) {
      call.legacyAuthentication = value;
      return this;
    }

    /** Sets the size of the request body in bytes; -1 if it is unknown. */
    public Builder requestBytes(long value) {
      call.requestBytes = value;
      return this;
    }

    /** Sets how long the call took; null if the log does not show it. */
    public Builder duration(@Nullable Duration value) {
      call.duration = value;
      return this;
    }

    /** Sets what the body of an unsuccessful call says; null for a 2xx call. */
    public Builder error(@Nullable ApiError value) {
      call.error = value;
      return this;
    }

    /**
     * Sets what the body of an unsuccessful call says, as DocuSign writes it.
     *
     * @param code the error code, or null
     * @param message the message, or null
     */
    public Builder error(@Nullable String code, @Nullable String message) {
      return error(new ApiError(code, message, BodyForm.DOCUSIGN, null, ""));
    }

    /** Sets the errors of single items inside a 2xx body. */
    public Builder itemErrors(List<ItemError> value) {
      call.itemErrors = List.copyOf(value);
      return this;
    }

    /** Sets the rate-limit headers of the response. */
    public Builder limits(RateLimits value) {
      call.limits = value;
      return this;
    }

    /** Sets whether the response carries an {@code X-DocuSign-TraceToken} header. */
    public Builder answeredByDocuSign(boolean value) {
      call.answeredByDocuSign = value;
      return this;
    }

    /** Sets for whom the call was made, according to the log. */
    public Builder identity(Identity value) {
      call.identity = value;
      return this;
    }

    /** Sets what a call that signs in asks for. */
    public Builder grant(Grant value) {
      call.grant = value;
      return this;
    }

    /** Sets who saw the call; {@link Vantage#DOCUSIGN} if it is not set. */
    public Builder vantage(Vantage value) {
      call.vantage = value;
      return this;
    }

    /** Sets the parts of the call that the log does not show. */
    public Builder gaps(Set<Gap> value) {
      call.gaps = Set.copyOf(value);
      return this;
    }

    /** Returns the call. */
    public ApiCall build() {
      return new ApiCall(call);
    }
  }
}
