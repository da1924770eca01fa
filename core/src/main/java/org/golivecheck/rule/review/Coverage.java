package org.golivecheck.rule.review;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.golivecheck.call.LogField;
import org.golivecheck.call.Unanswered;

/**
 * What the calls of a review do not show because of where they were read.
 *
 * @param unread what was not read to its end, why, and what to do; empty if all was read. A review
 *     with anything unread never passes
 * @param fields what logs of the formats read show at their best
 * @param unreadOf of {@code unread} what concerns each input, in the order of the inputs; empty if
 *     everything concerns all calls
 * @param unanswered requests that got no response, by host and cause
 */
public record Coverage(
    List<String> unread,
    Set<LogField> fields,
    List<List<String>> unreadOf,
    List<Unanswered> unanswered) {

  /** The coverage of calls that come from no log. */
  public static final Coverage FULL = new Coverage(List.of(), EnumSet.allOf(LogField.class));

  /** Copies the lists. */
  public Coverage {
    unread = List.copyOf(unread);
    unreadOf = List.copyOf(unreadOf);
    unanswered = List.copyOf(unanswered);
  }

  /** The coverage of calls that are not told apart by their inputs. */
  public Coverage(List<String> unread, Set<LogField> fields) {
    this(unread, fields, List.of(), List.of());
  }
}
