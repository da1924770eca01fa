package org.golivecheck.redaction.find;

import org.golivecheck.text.Ascii;
import org.jspecify.annotations.Nullable;

/** Finds e-mail addresses, also with the at sign written {@code %40}. */
final class EmailAddresses implements Detector {

  @Override
  public @Nullable Match find(String text, int at) {
    if (!isLocal(text, at) || (at > 0 && isLocal(text, at - 1))) {
      return null;
    }
    int end = at;
    while (end < text.length() && isLocal(text, end)) {
      end++;
    }
    int domain = afterAtSign(text, end);
    int to = domain < 0 ? -1 : endOfDomain(text, domain);
    return to < 0 ? null : new Match(at, to, Markers.EMAIL);
  }

  private static int afterAtSign(String text, int at) {
    if (Chars.at(text, at) == '@') {
      return at + 1;
    }
    return text.startsWith("%40", at) ? at + 3 : -1;
  }

  /** Returns where a domain name ends, or -1 where the text is none. */
  private static int endOfDomain(String text, int from) {
    int end = from;
    while (end < text.length() && isDomain(text.charAt(end))) {
      end++;
    }
    while (end > from && (text.charAt(end - 1) == '.' || text.charAt(end - 1) == '-')) {
      end--;
    }
    int dot = text.lastIndexOf('.', end - 1);
    boolean domain = dot > from && end - dot > 2 && Character.isLetter(text.charAt(dot + 1));
    return domain ? end : -1;
  }

  private static boolean isDomain(char c) {
    return Ascii.isLetterOrDigit(c) || c == '-' || c == '.' || isForeignLetter(c);
  }

  private static boolean isLocal(String text, int i) {
    char c = text.charAt(i);
    // An apostrophe belongs to O'Brien, but not to a quoted address.
    return c == '\''
        ? Ascii.isLetterOrDigit(Chars.at(text, i - 1))
            && Ascii.isLetterOrDigit(Chars.at(text, i + 1))
        : Chars.isName(c) || c == '.' || c == '+' || isForeignLetter(c);
  }

  private static boolean isForeignLetter(char c) {
    return c > '\u007f' && (Character.isLetter(c) || Character.isSurrogate(c));
  }
}
