package org.golivecheck.rule.review;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.golivecheck.call.LogField;

/**
 * What the calls of a review do not show because of where they were read.
 *
 * @param unread what was not read to its end, why, and what to do; empty if all was read. A review
 *     with anything unread never passes
 * @param fields what logs of the formats read show at their best
 */
public record Coverage(List<String> unread, Set<LogField> fields) {

  /** The coverage of calls that come from no log. */
  public static final Coverage FULL = new Coverage(List.of(), EnumSet.allOf(LogField.class));

  /** Copies the list. */
  public Coverage {
    unread = List.copyOf(unread);
  }
}
