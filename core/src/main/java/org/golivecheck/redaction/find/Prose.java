package org.golivecheck.redaction.find;

import java.util.Locale;
import java.util.Set;
import org.golivecheck.redaction.find.Detector.Match;
import org.golivecheck.text.Ascii;
import org.jspecify.annotations.Nullable;

/**
 * Finds secrets in prose, where no separator follows their name: {@code password is hunter2},
 * {@code the access token 7Qx9v2Lm}. Only what looks random is one, because mostly plain words
 * follow: {@code the password is required}, {@code token expired}.
 */
final class Prose {
  /** The last words of the names that prose uses. */
  private static final String[] NOUNS = {
    "password",
    "passwd",
    "pwd",
    "secret",
    "token",
    "key",
    "code",
    "passcode",
    "passphrase",
    "pin",
    "otp",
    "jwt"
  };

  /** Words that a number follows, as in {@code HmacSHA256} or {@code HTTP/1.1}. */
  private static final Set<String> TECHNICAL =
      Set.of(
          "aes", "base", "hmacsha", "http", "https", "iso", "oauth", "pkcs", "rfc", "sha", "utf");

  private static final String TOKEN = "token";
  private static final int MIN_LENGTH = 6;
  private static final int MIN_LETTERS = 3;
  private static final int MIN_DIGITS = 4;
  private static final int MAX_QUOTED = 200;

  private Prose() {}

  /** Returns whether a word of a name that prose uses ends at a position. */
  static boolean endsNoun(String text, int end) {
    if ("denpty".indexOf(Chars.at(text, end - 1) | 0x20) < 0) {
      return false;
    }
    for (String noun : NOUNS) {
      if (text.regionMatches(true, end - noun.length(), noun, 0, noun.length())) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns the secret after a name, or null.
   *
   * @param name where the name begins
   * @param end where it ends
   * @param label what it says
   */
  static @Nullable Match find(String text, int name, int end, @Nullable Label label) {
    if ((label != Label.SECRET && label != Label.SECRET_FIELD)
        || Chars.at(text, end) != ' '
        || "/.".indexOf(Chars.at(text, name - 1)) >= 0
        || !endsNoun(text, end)
        || isKept(text, name, end)) {
      return null;
    }
    int from = Chars.skipSpaces(text, end);
    int value = afterVerb(text, from);
    boolean stated = value > from;
    int to =
        LabelledValues.withoutPunctuation(text, value, LabelledValues.endOfSecret(text, value));
    int quote = LabelledValues.skipBackslashes(text, value);
    if (Chars.isQuote(Chars.at(text, quote))) {
      value = quote + 1;
      to = endOfQuoted(text, quote);
    }
    // A number after a token is how long it is valid.
    boolean number =
        stated && !text.regionMatches(true, end - TOKEN.length(), TOKEN, 0, TOKEN.length());
    boolean digits = number && to - value >= MIN_DIGITS && Ascii.isNumber(text, value, to);
    boolean found = digits || looksRandom(text, value, to, stated);
    return found ? new Match(value, to, label.marker()) : null;
  }

  /** Returns where the text after a verb, with or without a colon, begins; without one, itself. */
  private static int afterVerb(String text, int from) {
    int end = from;
    if (text.startsWith("is", from)) {
      end += 2;
    } else if (text.startsWith("was", from)) {
      end += 3;
    }
    end += end > from && Chars.at(text, end) == ':' ? 1 : 0;
    return end > from && Chars.isSpace(Chars.at(text, end)) ? Chars.skipSpaces(text, end) : from;
  }

  /** Returns whether the word before a name makes it harmless, as in "trace token". */
  private static boolean isKept(String text, int name, int end) {
    int word = name - 1;
    while (name - word < Label.MAX_LENGTH && Chars.isName(Chars.at(text, word - 1))) {
      word--;
    }
    return Chars.at(text, name - 1) == ' '
        && word < name - 1
        && Label.keeps(text.substring(word, end));
  }

  /** Returns where a quoted value ends, or its beginning if it has no end nearby. */
  private static int endOfQuoted(String text, int quote) {
    int limit = Math.min(text.length(), quote + MAX_QUOTED);
    for (int i = quote + 1; i < limit; i++) {
      if (text.charAt(i) == text.charAt(quote)) {
        int end = i;
        while (end > quote + 1 && text.charAt(end - 1) == '\\') {
          end--;
        }
        return end;
      }
    }
    return quote + 1;
  }

  /**
   * Returns whether a value is hardly a word, a quantity, a time or the name of a standard.
   *
   * @param stated whether a verb says that it is the value; then it may also be letters with a sign
   *     between them
   */
  private static boolean looksRandom(String text, int from, int to, boolean stated) {
    int letters = 0;
    int digits = 0;
    int changes = 0;
    boolean signs = false;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      boolean digit = Ascii.isDigit(c);
      if (digit || Ascii.isLetter(c)) {
        letters += digit ? 0 : 1;
        digits += digit ? 1 : 0;
        char before = i > from ? text.charAt(i - 1) : ' ';
        changes += Ascii.isLetterOrDigit(before) && Ascii.isDigit(before) != digit ? 1 : 0;
        signs |= "!@#$^*+~".indexOf(before) >= 0 && letters > 1;
      }
    }
    boolean mixed =
        digits > 0
            && (letters >= MIN_LETTERS || changes > 1)
            && text.charAt(from) != '/'
            && !isTechnical(text, from, letters)
            && !isDate(text, from);
    return to - from >= MIN_LENGTH && (mixed || (stated && signs));
  }

  /** Returns whether the only letters are such a word at the beginning. */
  private static boolean isTechnical(String text, int from, int letters) {
    int end = from;
    while (Ascii.isLetter(Chars.at(text, end))) {
      end++;
    }
    return end - from == letters
        && TECHNICAL.contains(text.substring(from, end).toLowerCase(Locale.ROOT));
  }

  /** Returns whether a date begins at a position, such as {@code 2026-11-28T10:15:30Z}. */
  private static boolean isDate(String text, int from) {
    for (int i = from; i < from + 4; i++) {
      if (!Ascii.isDigit(Chars.at(text, i))) {
        return false;
      }
    }
    return Chars.at(text, from + 4) == '-';
  }
}
