package org.golivecheck.rule.error;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.golivecheck.call.ApiFamily;
import org.golivecheck.text.Ascii;
import org.jspecify.annotations.Nullable;

/** Guesses the meaning of an unknown code from its words or, where they say nothing, its status. */
final class CodeWords {
  /** The pattern of rules that any code matches, so that the status decides. */
  private static final String ANY_WORDS = ".";

  private final List<CatalogRow> rules;

  /**
   * Takes the rules in order: those by words, then those by status; the last applies to any status.
   */
  CodeWords(List<CatalogRow> rules) {
    this.rules = rules;
  }

  /** Returns the first rule that fits the words of a code and its status. */
  CatalogRow guess(String code, ApiFamily api, int status) {
    String words = toUpperSnake(code);
    for (CatalogRow rule : rules) {
      if (rule.allowsStatus(status) && fits(rule, words, api)) {
        return rule;
      }
    }
    return rules.get(rules.size() - 1);
  }

  /** Returns the rule that fits the words of a code; or, if none does, those of every status. */
  List<CatalogRow> guesses(String code) {
    String words = toUpperSnake(code);
    List<CatalogRow> fitting = new ArrayList<>();
    for (CatalogRow rule : rules) {
      if (fits(rule, words, ApiFamily.UNKNOWN)) {
        fitting.add(rule);
        if (!isByStatus(rule)) {
          break;
        }
      }
    }
    return fitting;
  }

  private static boolean fits(CatalogRow rule, String words, ApiFamily api) {
    ApiFamily family = rule.api().family();
    return (family == ApiFamily.UNKNOWN || family == api) && rule.occursIn(words);
  }

  /** Returns whether the status, and not the words of the code, led to a rule. */
  static boolean isByStatus(CatalogRow rule) {
    return rule.errorClass().messagePattern().equals(ANY_WORDS);
  }

  /** Writes every style of code, such as {@code userNotFound} and {@code user-not-found}, alike. */
  static String toUpperSnake(String code) {
    StringBuilder words = new StringBuilder(code.length() + 8);
    char before = '_';
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      if (!Ascii.isLetterOrDigit(c)) {
        c = '_';
      } else if (Ascii.isUpper(c) && Ascii.isLower(before)) {
        words.append('_');
      }
      words.append(Ascii.isLower(c) ? (char) (c - 'a' + 'A') : c);
      before = c;
    }
    return words.toString();
  }

  /**
   * The fixed sentences that messages of some codes begin with. They reveal the code where it is
   * lost.
   */
  enum LeadSentence {
    USER_LACKS_PERMISSIONS("this user lacks sufficient permissions"),
    ACCOUNT_LACKS_PERMISSIONS("this account lacks sufficient permissions"),
    INVALID_REQUEST_PARAMETER("the request contained at least one invalid parameter"),
    INVALID_REQUEST_BODY("the request body is missing or improperly formatted"),
    ENVELOPE_INVALID_STATUS("invalid envelope status"),
    HOURLY_APIINVOCATION_LIMIT_EXCEEDED(
        "the maximum number of hourly api invocations has been exceeded");

    private final String sentence;

    LeadSentence(String sentence) {
      this.sentence = sentence;
    }

    /** Returns the code whose lead sentence a text contains, or null. */
    static @Nullable String codeIn(@Nullable String text) {
      if (text == null) {
        return null;
      }
      String folded = text.toLowerCase(Locale.ROOT);
      for (LeadSentence lead : values()) {
        if (folded.contains(lead.sentence)) {
          return lead.name();
        }
      }
      return null;
    }
  }
}
