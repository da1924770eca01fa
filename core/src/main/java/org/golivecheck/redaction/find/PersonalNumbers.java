package org.golivecheck.redaction.find;

import org.golivecheck.text.Ascii;
import org.jspecify.annotations.Nullable;

/**
 * Finds numbers of people without a label: telephone numbers in international and North American
 * form, card numbers and IBANs whose check digits are right.
 */
final class PersonalNumbers implements Detector {
  private static final int MAX_CARD = 19;
  private static final int MAX_IBAN = 34;

  /** E.164: at most 15 digits. Numbers shorter than 8 digits are not numbers of people. */
  private static final int MIN_PHONE = 8;

  private static final int MAX_PHONE = 15;

  @Override
  public @Nullable Match find(String text, int at) {
    char c = text.charAt(at);
    if (joins(Chars.at(text, at - 1))) {
      return null;
    }
    int end = -1;
    if (c == '+') {
      end = endOfPhone(text, at);
    } else if (c == '(') {
      end = endOfAmerican(text, at, "(###) ###-####", "(###)###-####");
    } else if (Ascii.isDigit(c)) {
      end = endOfAmerican(text, at, "###-###-####", "###.###.####");
      end = end < 0 ? endOfCard(text, at) : end;
    } else if (Ascii.isUpper(c)) {
      end = endOfIban(text, at);
    }
    return end < 0 || joins(Chars.at(text, end)) ? null : new Match(at, end, Markers.PERSONAL);
  }

  /** Returns whether a character is part of the word next to it. */
  private static boolean joins(char c) {
    return Ascii.isLetterOrDigit(c) || c == '_' || c == '-' || c == '+';
  }

  private static int endOfPhone(String text, int at) {
    int digits = 0;
    int end = at;
    int i = at + 1;
    if (Chars.at(text, i) == '0') {
      return -1;
    }
    while (digits <= MAX_PHONE && i < text.length()) {
      char c = text.charAt(i);
      if (Ascii.isDigit(c)) {
        digits++;
        end = i + 1;
      } else if (" -./()".indexOf(c) < 0 || i - end >= 2) {
        break;
      }
      i++;
    }
    return digits >= MIN_PHONE && digits <= MAX_PHONE ? end : -1;
  }

  private static int endOfAmerican(String text, int at, String... forms) {
    for (String form : forms) {
      int i = 0;
      while (i < form.length() && fits(form.charAt(i), Chars.at(text, at + i))) {
        i++;
      }
      if (i == form.length()) {
        return at + i;
      }
    }
    return -1;
  }

  private static boolean fits(char form, char c) {
    return form == '#' ? Ascii.isDigit(c) : form == c;
  }

  private static int endOfCard(String text, int at) {
    int digits = 0;
    int sum = 0;
    int other = 0;
    int end = at;
    for (int i = at; digits <= MAX_CARD && i < text.length(); i++) {
      char c = text.charAt(i);
      if (Ascii.isDigit(c)) {
        int value = c - '0';
        int twice = value > 4 ? 2 * value - 9 : 2 * value;
        int sumBefore = sum;
        sum = other + value;
        other = sumBefore + twice;
        digits++;
        end = i + 1;
      } else if ((c != ' ' && c != '-') || i > end) {
        break;
      }
    }
    return digits >= 14 && digits <= MAX_CARD && sum % 10 == 0 && isIssuer(text, at, digits)
        ? end
        : -1;
  }

  /** ISO/IEC 7812: the large networks' numbers begin so. */
  private static boolean isIssuer(String text, int at, int digits) {
    int two = (text.charAt(at) - '0') * 10 + Character.digit(Chars.at(text, at + 1), 10);
    return switch (digits) {
      case 14 -> two == 30 || two == 36 || two == 38 || two == 39;
      case 15 -> two == 34 || two == 37;
      case 16 -> two == 35 || (two >= 40 && two <= 55) || (two >= 22 && two <= 27) || two >= 60;
      default -> two >= 40 && two < 70;
    };
  }

  /** ISO 13616: two letters, two check digits, and as many letters and digits as a bank wants. */
  private static int endOfIban(String text, int at) {
    if (!Ascii.isUpper(Chars.at(text, at + 1))
        || !Ascii.isDigit(Chars.at(text, at + 2))
        || !Ascii.isDigit(Chars.at(text, at + 3))) {
      return -1;
    }
    StringBuilder plain = new StringBuilder(MAX_IBAN);
    int end = at;
    for (int i = at; plain.length() < MAX_IBAN && i < text.length(); i++) {
      char c = text.charAt(i);
      if (Ascii.isUpper(c) || Ascii.isDigit(c)) {
        plain.append(c);
        end = i + 1;
      } else if (c != ' ' || i > end) {
        break;
      }
    }
    // Words in capitals may follow.
    for (; end > at + 14; end--) {
      if (!joins(Chars.at(text, end)) && isIban(text.substring(at, end))) {
        return end;
      }
    }
    return -1;
  }

  private static boolean isIban(String text) {
    int rest = 0;
    String plain = text.replace(" ", "");
    for (int i = 0; i < plain.length(); i++) {
      int value = Character.digit(plain.charAt((i + 4) % plain.length()), 36);
      rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
    }
    return rest == 1;
  }
}
