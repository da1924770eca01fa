package org.golivecheck.log.exchange;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.golivecheck.text.Ascii;
import org.jspecify.annotations.Nullable;

/** The prologue keys and headers of which something is kept. All others are read past. */
public enum FieldName {
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

  static final int COUNT = values().length;

  private static final FieldName[][] BY_LENGTH = byLength();

  private final String label;

  @SuppressWarnings("ImmutableEnumChecker") // Never changed, and faster to compare than a text.
  private final byte[] lowerCase;

  FieldName(String name) {
    label = name;
    lowerCase = Ascii.bytes(Ascii.lower(name));
  }

  /** Returns the name as DocuSign writes it. */
  public String label() {
    return label;
  }

  /** Returns the field with this name in any case, or null where nothing of it is kept. */
  public static @Nullable FieldName of(byte[] bytes, int from, int length) {
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

  /** Returns the field with this name in any case, or null where nothing of it is kept. */
  public static @Nullable FieldName of(String name) {
    byte[] bytes = name.getBytes(StandardCharsets.ISO_8859_1);
    return of(bytes, 0, bytes.length);
  }

  /** Compares from the end, since many names begin in the same way. */
  private boolean matches(byte[] bytes, int from) {
    int i = lowerCase.length - 1;
    // Sound, because names are tokens: no byte but a letter is changed into another token byte
    // that one of these names has.
    while (i >= 0 && (bytes[from + i] | 0x20) == lowerCase[i]) {
      i--;
    }
    return i < 0;
  }

  private static FieldName[][] byLength() {
    List<List<FieldName>> lists = new ArrayList<>();
    for (FieldName name : values()) {
      int length = name.lowerCase.length;
      while (lists.size() <= length) {
        lists.add(new ArrayList<>());
      }
      lists.get(length).add(name);
    }
    FieldName[][] table = new FieldName[lists.size()][];
    for (int length = 0; length < table.length; length++) {
      table[length] = lists.get(length).toArray(new FieldName[0]);
    }
    return table;
  }
}
