package org.golivecheck.log.redact;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.ApiError;
import org.golivecheck.text.Ascii;

/**
 * The ids in the calls of a log: trace tokens and error codes, which are kept, and the numbers in
 * the paths of URLs, which are ids wherever they occur. A number alone does not show whether it is
 * an id or a time. Only hashes are kept, so that a log of millions of calls fits in memory.
 */
final class KnownIds {
  /** Shorter numbers are counts and codes. */
  static final int LONG = 5;

  private final Set<Long> tokens = new HashSet<>();
  private final Set<Long> numbers = new HashSet<>();
  private final Set<Long> codes = new HashSet<>();

  /** Adds the ids of a call. */
  void learn(ApiCall call) {
    String token = call.traceToken();
    if (token != null && Headers.isPlainToken(token)) {
      tokens.add(hash(token));
    }
    ApiError error = call.error();
    if (error != null && error.code() != null) {
      codes.add(hash(error.code()));
    }
    call.itemErrors().forEach(item -> codes.add(hash(item.code())));
    for (String segment : call.url().path().split("/", -1)) {
      if (segment.length() >= LONG && Ascii.isNumber(segment)) {
        numbers.add(hash(segment));
      }
    }
  }

  /** Returns whether a text is a trace token, in any case. */
  boolean isTraceToken(String text) {
    return tokens.contains(hash(text));
  }

  /** Returns whether a text is an error code, in any case. */
  boolean isErrorCode(String text) {
    return codes.contains(hash(text));
  }

  /** Returns whether a number is an id. */
  boolean isId(String number) {
    return numbers.contains(hash(number));
  }

  private static long hash(String text) {
    long hash = text.length();
    for (char c : text.toLowerCase(Locale.ROOT).toCharArray()) {
      hash = hash * 0x9E3779B97F4A7C15L + c;
      hash ^= hash >>> 29;
    }
    return hash;
  }
}
