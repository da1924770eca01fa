package org.golivecheck.rule;

import java.util.Comparator;
import org.golivecheck.rule.Review.CallRef;
import org.jspecify.annotations.Nullable;

/**
 * The order of findings in a review: the most severe first, and no two different ones equal.
 *
 * <p>Not a chain of {@code Comparator.comparing}: every run sorts its findings, and a chain of ten
 * links some twenty lambdas, which takes a short run longer than everything it sorts.
 */
final class FindingOrder implements Comparator<Finding> {

  @Override
  public int compare(Finding a, Finding b) {
    int order = b.severity().compareTo(a.severity());
    order = order != 0 ? order : a.rule().compareTo(b.rule());
    // The sum of what is not listed one by one rests on no call of its own, and comes last.
    order = order != 0 ? order : Boolean.compare(a.evidence().isEmpty(), b.evidence().isEmpty());
    order = order != 0 ? order : Long.compare(b.count(), a.count());
    return order != 0 ? order : compareTexts(a, b);
  }

  private static int compareTexts(Finding a, Finding b) {
    int order = compare(a.template(), b.template());
    order = order != 0 ? order : compare(a.method(), b.method());
    order = order != 0 ? order : compare(a.resource(), b.resource());
    order = order != 0 ? order : compare(a.errorCode(), b.errorCode());
    order = order != 0 ? order : a.remedy().compareTo(b.remedy());
    order = order != 0 ? order : a.message().compareTo(b.message());
    return order != 0 ? order : newest(a).compareTo(newest(b));
  }

  /** Orders what is missing as an empty text. */
  private static int compare(@Nullable String a, @Nullable String b) {
    return (a == null ? "" : a).compareTo(b == null ? "" : b);
  }

  private static String newest(Finding finding) {
    if (finding.evidence().isEmpty()) {
      return "";
    }
    CallRef newest = finding.evidence().get(0);
    return newest.time() + newest.source();
  }
}
