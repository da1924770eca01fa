package org.golivecheck.call;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.golivecheck.call.ApiError.BodyForm;
import org.jspecify.annotations.Nullable;

/**
 * One API request with its response, as a log shows it.
 *
 * <p>Contains only what the rules need, and neither bodies nor credentials. Texts are as logged and
 * may contain personal data; they are redacted when a report is made.
 *
 * @param timestamp when the call ended, with the precision of the log
 * @param method the HTTP method in upper case
 * @param url the URL
 * @param status the HTTP status, 100 to 999
 * @param traceToken the value of {@code X-DocuSign-TraceToken}, or null if the log has none
 * @param source where the call was read, such as {@code logs.zip!00_OK_GetEnvelope.txt} or {@code
 *     app.log:17}; the line or record number decides the order of calls with equal timestamps
 * @param ordinal the number of earlier calls with the same source, since several records may share
 *     a line
 * @param loggedOperation the name that the log gives to the operation, which is only a hint, or
 *     null
 * @param client the client that made the call
 * @param requestBytes the size of the request body in bytes, or -1 where unknown
 * @param duration how long the call took, or null if the log does not show it
 * @param error what the body of an unsuccessful call says, or null for a 2xx call
 * @param itemErrors the errors of single items inside a 2xx body, at most a few; never null
 * @param limits the rate-limit headers of the response
 * @param answeredByDocuSign whether the response carries an {@code X-DocuSign-TraceToken} header
 * @param identity for whom the call was made, according to the log
 * @param grant what a call that signs in asks for
 * @param vantage who saw the call
 * @param gaps the parts of every call that this log does not show; never null
 */
public record ApiCall(
    Instant timestamp,
    String method,
    CallUrl url,
    int status,
    @Nullable String traceToken,
    String source,
    int ordinal,
    @Nullable String loggedOperation,
    Client client,
    long requestBytes,
    @Nullable Duration duration,
    @Nullable ApiError error,
    List<ItemError> itemErrors,
    RateLimits limits,
    boolean answeredByDocuSign,
    Identity identity,
    Grant grant,
    Vantage vantage,
    Set<Gap> gaps) {

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

  /** Checks the required parts. */
  public ApiCall {
    Objects.requireNonNull(timestamp, "timestamp");
    Objects.requireNonNull(url, "url");
    method = method.toUpperCase(Locale.ROOT);
    if (method.isEmpty()) {
      throw new IllegalArgumentException("method is empty");
    }
    if (status < 0 || status > 999) {
      throw new IllegalArgumentException("status is not of three digits: " + status);
    }
    itemErrors = List.copyOf(itemErrors);
    gaps = Set.copyOf(gaps);
  }

  /**
   * Starts a call from the four parts that every call has.
   *
   * @param timestamp when the call ended
   * @param method the HTTP method
   * @param url the absolute URL, or a path
   * @param status the HTTP status
   * @return a builder whose other parts are unknown
   */
  public static Builder builder(Instant timestamp, String method, String url, int status) {
    return new Builder(timestamp, method, CallUrl.parse(url), status);
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
    return with(timestamp, other, source, ordinal);
  }

  /**
   * Returns the same call at another place in the order of its log.
   *
   * @param otherTimestamp the new time
   * @param otherOrdinal the number of earlier calls with the same source
   */
  public ApiCall placedAt(Instant otherTimestamp, int otherOrdinal) {
    return with(otherTimestamp, url, source, otherOrdinal);
  }

  /** Returns the same call, read from another place. */
  public ApiCall withSource(String other) {
    return with(timestamp, url, other, ordinal);
  }

  /** Returns a call that differs from this one in what nearly every call has of its own. */
  public ApiCall again(
      Instant otherTimestamp,
      CallUrl otherUrl,
      @Nullable String otherToken,
      String otherSource,
      long otherRequestBytes,
      @Nullable Duration otherDuration) {
    return new ApiCall(
        otherTimestamp,
        method,
        otherUrl,
        status,
        otherToken,
        otherSource,
        ordinal,
        loggedOperation,
        client,
        otherRequestBytes,
        otherDuration,
        error,
        itemErrors,
        limits,
        answeredByDocuSign,
        identity,
        grant,
        vantage,
        gaps);
  }

  private ApiCall with(
      Instant otherTimestamp, CallUrl otherUrl, String otherSource, int otherOrdinal) {
    return new ApiCall(
        otherTimestamp,
        method,
        otherUrl,
        status,
        traceToken,
        otherSource,
        otherOrdinal,
        loggedOperation,
        client,
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

  /** Collects the parts of a call. Not thread-safe. */
  public static final class Builder {
    private final Instant timestamp;
    private final String method;
    private final CallUrl url;
    private final int status;
    private @Nullable String traceToken;
    private String source = "";
    private @Nullable String loggedOperation;
    private Client client = Client.UNKNOWN;
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

    private Builder(Instant timestamp, String method, CallUrl url, int status) {
      this.timestamp = timestamp;
      this.method = method;
      this.url = url;
      this.status = status;
    }

    /** Sets the trace token; null if the log has none. */
    public Builder traceToken(@Nullable String value) {
      traceToken = value;
      return this;
    }

    /** Sets where the call was read. */
    public Builder source(String value) {
      source = value;
      return this;
    }

    /** Sets the name that the log gives to the operation; null if the log has none. */
    public Builder loggedOperation(@Nullable String value) {
      loggedOperation = value;
      return this;
    }

    /** Sets the client that made the call. */
    public Builder client(Client value) {
      client = value;
      return this;
    }

    /** Sets the size of the request body in bytes; -1 where unknown. */
    public Builder requestBytes(long value) {
      requestBytes = value;
      return this;
    }

    /** Sets how long the call took; null if the log does not show it. */
    public Builder duration(@Nullable Duration value) {
      duration = value;
      return this;
    }

    /** Sets what the body of an unsuccessful call says, or null for a 2xx call. */
    public Builder error(@Nullable ApiError value) {
      error = value;
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
      itemErrors = value;
      return this;
    }

    /** Sets the rate-limit headers of the response. */
    public Builder limits(RateLimits value) {
      limits = value;
      return this;
    }

    /** Sets whether the response carries an {@code X-DocuSign-TraceToken} header. */
    public Builder answeredByDocuSign(boolean value) {
      answeredByDocuSign = value;
      return this;
    }

    /** Sets for whom the call was made, according to the log. */
    public Builder identity(Identity value) {
      identity = value;
      return this;
    }

    /** Sets what a call that signs in asks for. */
    public Builder grant(Grant value) {
      grant = value;
      return this;
    }

    /** Sets who saw the call; {@link Vantage#DOCUSIGN} if it is not set. */
    public Builder vantage(Vantage value) {
      vantage = value;
      return this;
    }

    /** Sets the parts of the call that the log does not show. */
    public Builder gaps(Set<Gap> value) {
      gaps = value;
      return this;
    }

    /**
     * Returns the call.
     *
     * @throws IllegalArgumentException if the method is empty or the status does not have three
     *     digits
     */
    public ApiCall build() {
      return new ApiCall(
          timestamp,
          method,
          url,
          status,
          traceToken,
          source,
          0,
          loggedOperation,
          client,
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
  }
}
