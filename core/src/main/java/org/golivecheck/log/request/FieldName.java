package org.golivecheck.log.request;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The prologue keys and headers of which something is kept. All others are read past. */
enum FieldName {
  /** Prologue: the trace token of the call. */
  TRACE_TOKEN("TraceToken"),
  /** Prologue: when the call ended. */
  TIMESTAMP("Timestamp"),
  USER_AGENT("User-Agent"),
  SDK("X-DocuSign-SDK"),
  REFERER("Referer"),
  ORIGIN("Origin"),
  ACT_ON_BEHALF("X-DocuSign-Act-On-Behalf"),
  ACT_AS_USER("X-DocuSign-Act-As-User"),
  /** The legacy way to sign in. Its value is a credential: only its presence is kept. */
  AUTHENTICATION("X-DocuSign-Authentication"),
  CONTENT_LENGTH("Content-Length"),
  CONTENT_TYPE("Content-Type"),
  RESPONSE_TRACE_TOKEN("X-DocuSign-TraceToken"),
  TIME_TRACK("X-DocuSign-TimeTrack"),
  HOURLY_LIMIT("X-RateLimit-Limit"),
  HOURLY_REMAINING("X-RateLimit-Remaining"),
  HOURLY_RESET("X-RateLimit-Reset"),
  BURST_LIMIT("X-BurstLimit-Limit"),
  BURST_REMAINING("X-BurstLimit-Remaining");

  private static final FieldName[][] BY_LENGTH = byLength();

  private final String label;
  private final String lowerCase;

  FieldName(String name) {
    label = name;
    lowerCase = name.toLowerCase(Locale.ROOT);
  }

  /** Returns the name as DocuSign writes it. */
  String label() {
    return label;
  }

  /** Returns the field with this name in any case, or null where nothing of it is kept. */
  static @Nullable FieldName of(byte[] bytes, int from, int length) {
    if (length >= BY_LENGTH.length) {
      return null;
    }
    for (FieldName candidate : BY_LENGTH[length]) {
      if (candidate.matches(bytes, from)) {
        return candidate;
      }
    }
    return null;
  }

  private boolean matches(byte[] bytes, int from) {
    for (int i = 0; i < lowerCase.length(); i++) {
      // Sound, because names are tokens: no byte but a letter is changed into another token byte
      // that one of these names has.
      if ((bytes[from + i] | 0x20) != lowerCase.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static FieldName[][] byLength() {
    int longest = Arrays.stream(values()).mapToInt(name -> name.lowerCase.length()).max().orElse(0);
    FieldName[][] table = new FieldName[longest + 1][];
    for (int length = 0; length <= longest; length++) {
      int wanted = length;
      table[length] =
          Arrays.stream(values())
              .filter(name -> name.lowerCase.length() == wanted)
              .toArray(FieldName[]::new);
    }
    return table;
  }
}
