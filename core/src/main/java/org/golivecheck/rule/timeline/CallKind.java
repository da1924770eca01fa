package org.golivecheck.rule.timeline;

import java.util.Objects;
import org.golivecheck.call.DocuSignHosts;
import org.golivecheck.call.DocuSignHosts.Environment;
import org.golivecheck.call.Exclusion;
import org.golivecheck.call.Operation;
import org.jspecify.annotations.Nullable;

/**
 * What many calls have in common.
 *
 * @param operation the API method invoked
 * @param status the HTTP status
 * @param host the host, in lower case
 * @param exclusion why the review does not count such calls, or null
 * @param caller the SDK or user agent, or null
 * @param legacyAuthentication whether they carry the legacy authentication header
 * @param hourlyLimit the account's hourly limit by the response headers, or -1
 * @param timed whether the log shows when they were made; else their times give their place in the
 *     order alone
 * @param key the integration key that they show, in lower case, or null
 * @param account the account that the log shows beside the URL, in lower case; {@link #OF_URL}
 *     where it is the URL's; null where there is none, or an id of another form than the URL's
 * @param plainHttp whether they went to DocuSign by {@code http://}
 */
public record CallKind(
    Operation operation,
    int status,
    String host,
    @Nullable Exclusion exclusion,
    @Nullable String caller,
    boolean legacyAuthentication,
    long hourlyLimit,
    boolean timed,
    @Nullable String key,
    @Nullable String account,
    boolean plainHttp) {

  /** In place of the account in the URL. */
  static final String OF_URL = "";

  /** Returns this kind with what another log of the same calls shows and this does not. */
  CallKind completedBy(CallKind other) {
    return new CallKind(
        operation,
        status,
        host.isEmpty() ? other.host : host,
        exclusion,
        caller == null ? other.caller : caller,
        legacyAuthentication || other.legacyAuthentication,
        hourlyLimit < 0 ? other.hourlyLimit : hourlyLimit,
        timed,
        key == null ? other.key : key,
        account == null ? other.account : account,
        plainHttp || other.plainHttp);
  }

  /** Returns this kind with a key. */
  CallKind ofKey(String other) {
    return new CallKind(
        operation,
        status,
        host,
        exclusion,
        caller,
        legacyAuthentication,
        hourlyLimit,
        timed,
        other,
        account,
        plainHttp);
  }

  /** Returns whether the review counts such calls. */
  public boolean countable() {
    return exclusion == null;
  }

  /** Returns whether such calls failed: DocuSign, or what stands before it, answered 4xx or 5xx. */
  public boolean failed() {
    return exclusion != Exclusion.OTHER_HOST && status >= 400 && status <= 599;
  }

  /** Returns whether such calls succeeded: 2xx. */
  public boolean succeeded() {
    return status >= 200 && status <= 299;
  }

  /** Returns about how many bytes its texts take. */
  long bytes() {
    return (long) operation.template().length()
        + host.length()
        + (caller == null ? 0 : caller.length())
        + (key == null ? 0 : key.length())
        + (account == null ? 0 : account.length());
  }

  /** Returns whether the HTTP method is the one named. */
  public boolean isMethod(String method) {
    return operation.method().equals(method);
  }

  /** Returns the environment that such calls went to, or null where the host does not tell. */
  public @Nullable Environment environment() {
    return DocuSignHosts.environment(host);
  }

  /** Returns whether such calls went to the demo environment, by the host. */
  public boolean demo() {
    return environment() == Environment.DEMO;
  }

  // Spelled out for a quick start, see Operation.
  @Override
  public boolean equals(@Nullable Object other) {
    return other == this
        || (other instanceof CallKind that
            && status == that.status
            && exclusion == that.exclusion
            && legacyAuthentication == that.legacyAuthentication
            && hourlyLimit == that.hourlyLimit
            && timed == that.timed
            && plainHttp == that.plainHttp
            && operation.equals(that.operation)
            && host.equals(that.host)
            && Objects.equals(caller, that.caller)
            && Objects.equals(key, that.key)
            && Objects.equals(account, that.account));
  }

  @Override
  public int hashCode() {
    int hash = operation.hashCode();
    hash = 31 * hash + status;
    hash = 31 * hash + host.hashCode();
    hash = 31 * hash + Objects.hashCode(caller);
    hash = 31 * hash + Objects.hashCode(key);
    hash = 31 * hash + Objects.hashCode(account);
    return 31 * hash + Long.hashCode(hourlyLimit);
  }
}
