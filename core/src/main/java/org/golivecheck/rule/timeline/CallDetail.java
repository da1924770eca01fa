package org.golivecheck.rule.timeline;

import java.util.List;
import java.util.Objects;
import org.golivecheck.call.Grant;
import org.golivecheck.call.ItemError;
import org.golivecheck.rule.error.ErrorClass;
import org.jspecify.annotations.Nullable;

/**
 * What few calls have: equal ones share one.
 *
 * @param error the class of the call's error, or null for a call that did not fail
 * @param errorCode the error code as returned, or null
 * @param errorMessage the beginning of the error message as returned, or null
 * @param grant what a call that signs in asks for
 * @param statusImplied whether the log does not show the status, but the error implies it
 * @param itemErrors the errors of single items inside a 2xx body
 * @param hourlyRemaining calls left in the hour, where few are; else -1
 * @param burstRemaining calls left in the 30-second window, where few are; else -1
 * @param largeBody the size of a request body beyond what a rule watches, in bytes; else -1
 */
public record CallDetail(
    @Nullable ErrorClass error,
    @Nullable String errorCode,
    @Nullable String errorMessage,
    Grant grant,
    boolean statusImplied,
    List<ItemError> itemErrors,
    long hourlyRemaining,
    long burstRemaining,
    long largeBody) {

  /** Nothing out of the ordinary. */
  public static final CallDetail NONE =
      new CallDetail(null, null, null, Grant.UNKNOWN, false, List.of(), -1, -1, -1);

  // Spelled out for a quick start, see Operation.
  @Override
  public boolean equals(@Nullable Object other) {
    return other == this
        || (other instanceof CallDetail that
            && hourlyRemaining == that.hourlyRemaining
            && burstRemaining == that.burstRemaining
            && largeBody == that.largeBody
            && statusImplied == that.statusImplied
            && Objects.equals(error, that.error)
            && Objects.equals(errorCode, that.errorCode)
            && Objects.equals(errorMessage, that.errorMessage)
            && grant.equals(that.grant)
            && itemErrors.equals(that.itemErrors));
  }

  @Override
  public int hashCode() {
    int hash = Objects.hashCode(error);
    hash = 31 * hash + Objects.hashCode(errorCode);
    hash = 31 * hash + Objects.hashCode(errorMessage);
    hash = 31 * hash + grant.hashCode();
    hash = 31 * hash + Boolean.hashCode(statusImplied);
    hash = 31 * hash + itemErrors.hashCode();
    hash = 31 * hash + Long.hashCode(hourlyRemaining);
    hash = 31 * hash + Long.hashCode(burstRemaining);
    return 31 * hash + Long.hashCode(largeBody);
  }

  /** Returns this detail with what another log of the same call shows and this does not. */
  CallDetail completedBy(CallDetail other) {
    if (other.equals(NONE)) {
      return this;
    }
    boolean hasError = errorCode != null || errorMessage != null;
    CallDetail said = hasError || error == null ? this : other;
    return new CallDetail(
        said.error == null ? error : said.error,
        said.errorCode,
        said.errorMessage,
        grant.equals(Grant.UNKNOWN) ? other.grant : grant,
        statusImplied && other.statusImplied,
        itemErrors.isEmpty() ? other.itemErrors : itemErrors,
        hourlyRemaining < 0 ? other.hourlyRemaining : hourlyRemaining,
        burstRemaining < 0 ? other.burstRemaining : burstRemaining,
        largeBody < 0 ? other.largeBody : largeBody);
  }

  /** Returns about how many bytes its texts take. */
  long bytes() {
    long bytes = length(errorCode) + length(errorMessage);
    bytes += length(grant.scopes()) + length(grant.redirectUri());
    for (ItemError error : itemErrors) {
      bytes += length(error.code()) + length(error.message());
    }
    return bytes;
  }

  private static long length(@Nullable String text) {
    return text == null ? 0 : text.length();
  }
}
