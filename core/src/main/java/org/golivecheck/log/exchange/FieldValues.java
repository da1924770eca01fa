package org.golivecheck.log.exchange;

import java.util.Arrays;
import org.golivecheck.call.Client;
import org.golivecheck.call.RateLimits;
import org.jspecify.annotations.Nullable;

/**
 * The values of one header block of which something is kept. The first of each name counts. Reused;
 * not thread-safe.
 */
public final class FieldValues {
  private final @Nullable String[] values = new String[FieldName.COUNT];
  private @Nullable FieldName open;
  private boolean cut;

  /** Forgets all values. */
  public void clear() {
    Arrays.fill(values, null);
    open = null;
    cut = false;
  }

  /**
   * Takes a header.
   *
   * @param field the header, or null for one of which nothing is kept
   * @param value what it says, without blanks around it
   */
  public void add(@Nullable FieldName field, String value) {
    if (opens(field)) {
      put(value);
    }
  }

  /**
   * Begins a header whose value is worth reading only if it is kept.
   *
   * @param field the header, or null for one of which nothing is kept
   * @return whether {@link #put} should be called with its value
   */
  public boolean opens(@Nullable FieldName field) {
    open = field != null && isEmpty(field) ? field : null;
    return open != null;
  }

  /** Returns whether the last header is kept, so that the folded part of it is worth reading. */
  public boolean isOpen() {
    return open != null;
  }

  /** Takes the value of the header begun, or a further, folded part of it. */
  public void put(String value) {
    if (open != null) {
      String before = value(open);
      String whole = before == null || before.isEmpty() ? value : before + " " + value;
      values[index(open)] = open == FieldName.AUTHENTICATION ? "" : whole;
    }
  }

  /** Notes that a limit cut the value just taken. */
  public void noteCut() {
    cut = true;
  }

  private @Nullable String value(FieldName field) {
    return values[index(field)];
  }

  @SuppressWarnings("EnumOrdinal") // Quicker than an EnumMap without C2.
  private static int index(FieldName field) {
    return field.ordinal();
  }

  private boolean isEmpty(FieldName field) {
    String value = value(field);
    return value == null || value.isEmpty();
  }

  /** Returns whether the header is there, with a value or without. */
  public boolean has(FieldName field) {
    return value(field) != null;
  }

  /** Returns the value, or null where it is missing or empty. */
  public @Nullable String text(FieldName field) {
    return isEmpty(field) ? null : value(field);
  }

  /** Returns the value as a number, or -1 where it is missing or no number below 10^18. */
  public long number(FieldName field) {
    return number(value(field));
  }

  /** Returns a text as a number, or -1 if it is null or not a number below 10^18. */
  public static long number(@Nullable String value) {
    if (value == null || value.isEmpty() || value.length() > 18) {
      return -1;
    }
    long number = 0;
    for (int i = 0; i < value.length(); i++) {
      int digit = value.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }

  /** Returns who asks, by the headers of a request. */
  public Client client() {
    String behalf = text(FieldName.ACT_ON_BEHALF);
    return new Client(
        text(FieldName.USER_AGENT),
        text(FieldName.SDK),
        text(FieldName.REFERER),
        text(FieldName.ORIGIN),
        behalf != null ? behalf : text(FieldName.ACT_AS_USER));
  }

  /** Returns what the headers of a response say of the limits. */
  public RateLimits limits() {
    long hourlyLimit = number(FieldName.HOURLY_LIMIT);
    long hourlyRemaining = number(FieldName.HOURLY_REMAINING);
    long hourlyReset = number(FieldName.HOURLY_RESET);
    long burstLimit = number(FieldName.BURST_LIMIT);
    long burstRemaining = number(FieldName.BURST_REMAINING);
    // Sound: each is -1 or more, so the bits of all are set only if all are -1.
    return (hourlyLimit & hourlyRemaining & hourlyReset & burstLimit & burstRemaining) == -1
        ? RateLimits.NONE
        : new RateLimits(hourlyLimit, hourlyRemaining, hourlyReset, burstLimit, burstRemaining);
  }

  /** Returns whether a limit cut one of the values. */
  public boolean cut() {
    return cut;
  }
}
