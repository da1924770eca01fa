package org.golivecheck.log.request;

import org.golivecheck.log.request.BodyPosition.Fit;

/**
 * Finds the true status line among the lines that look like one, in the order in which they come:
 * the first one whose headers contain the entry's own trace token; without one, the line where the
 * request's {@code Content-Length} ends; otherwise the last one. Keeps only ordinals.
 */
final class StatusChoice {
  private final ShortValue ownToken = new ShortValue();
  private long contentLength;
  private boolean converted;
  private boolean settled;
  private boolean sure;
  private int last;
  private int byLength;
  private Fit fit = Fit.NONE;

  /** Begins an entry. */
  void reset() {
    ownToken.clear();
    contentLength = -1;
    converted = false;
    settled = false;
    sure = false;
    last = 0;
    byLength = 0;
    fit = Fit.NONE;
  }

  /** Sets the entry's own trace token. The first one counts. */
  void ownToken(LogLine line) {
    if (ownToken.isEmpty()) {
      ownToken.append(line);
    }
  }

  /** Sets the {@code Content-Length} of the request. The first readable one counts. */
  void contentLength(ShortValue value) {
    if (contentLength < 0) {
      contentLength = value.number();
    }
  }

  /** Sets whether the entry has bare line feeds, so that CR LF may have been rewritten. */
  void converted(boolean value) {
    converted = value;
  }

  /**
   * Adds a line that is followed by headers.
   *
   * @param form its form; one with several words is used only without any other
   * @param position where it begins
   * @return whether it is now the likeliest by {@code Content-Length}
   */
  boolean add(int ordinal, StatusForm form, BodyPosition position) {
    last = ordinal;
    if (form == StatusForm.NUMBER_AND_WORDS) {
      return false;
    }
    sure = true;
    Fit here = position.fitOf(contentLength, converted);
    if (here.compareTo(fit) <= 0) {
      return false;
    }
    fit = here;
    byLength = ordinal;
    return true;
  }

  /** Returns whether a line of this form may still be the true one. */
  boolean admits(StatusForm form) {
    return form != StatusForm.NONE && !(form == StatusForm.NUMBER_AND_WORDS && sure);
  }

  /** Adds a trace token among the headers of the latest line. */
  void responseToken(ShortValue token) {
    if (sure && !ownToken.isEmpty() && token.sameAs(ownToken)) {
      settle();
    }
  }

  /** Ends the search: the latest line is the true one. */
  private void settle() {
    settled = true;
  }

  /** Returns whether the true line is known already. */
  boolean settled() {
    return settled;
  }

  /** Returns whether no line was added yet. */
  boolean isEmpty() {
    return last == 0;
  }

  /** Returns the ordinal of the true line as far as known, or 0 if there is none. */
  int chosen() {
    return settled || byLength == 0 ? last : byLength;
  }
}
