package org.golivecheck.log.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.golivecheck.text.Ascii;
import org.golivecheck.text.Guid;
import org.golivecheck.text.Json;
import org.jspecify.annotations.Nullable;

/**
 * Finds integration keys in text: values with a label, credentials of Basic authentication, JWT
 * assertions. A masked value is no key.
 */
final class KeyText {
  /** Old keys have the name of their owner before the GUID. */
  private static final int LONGEST_KEY = 80;

  private static final String NO_GUID = "00000000-0000-0000-0000-000000000000";

  private KeyText() {}

  /** Loaded with the first assertion: most logs have none. */
  private static final class Claims {
    static final JsonFactory FACTORY = Json.lenient(16);
  }

  /** Returns a text in lower case if it is an integration key, else null. */
  static @Nullable String key(@Nullable String text) {
    if (text == null || text.length() < Guid.LENGTH || text.length() > LONGEST_KEY) {
      return null;
    }
    int start = text.length() - Guid.LENGTH;
    if (!Guid.isAt(text, start) || !text.chars().limit(start).allMatch(KeyText::isOfOwner)) {
      return null;
    }
    String key = text.toLowerCase(Locale.ROOT);
    return key.endsWith(NO_GUID) ? null : key;
  }

  /** Returns whether the name of an owner, before the GUID, may contain a character. */
  private static boolean isOfOwner(int c) {
    return Ascii.isLetterOrDigit(c) || c == '-' || c == '_';
  }

  /**
   * Returns the value that follows a label, as in {@code label=value}, {@code "label": "value"} or
   * {@code <label>value<}; null where there is none or it goes on with what no credential has, as
   * masks do.
   */
  static @Nullable String labelled(String text, String label) {
    int last = text.length() - label.length();
    for (int at = 0; at < last; at++) {
      if (text.regionMatches(true, at, label, 0, label.length())
          && (at == 0 || !isNamePart(text.charAt(at - 1)))) {
        String value = valueAfter(text, at + label.length());
        if (value != null) {
          return value;
        }
      }
    }
    return null;
  }

  private static @Nullable String valueAfter(String text, int from) {
    int start = from;
    while (start < text.length() && isSeparator(text.charAt(start))) {
      start++;
    }
    int end = start;
    while (end < text.length() && isValuePart(text.charAt(end))) {
      end++;
    }
    boolean ended = end == text.length() || isEnd(text.charAt(end));
    return start > from && end > start && ended ? text.substring(start, end) : null;
  }

  private static boolean isSeparator(char c) {
    return c == '=' || c == ':' || c == '"' || c == '\\' || c == ' ' || c == '>';
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  private static boolean isValuePart(char c) {
    return Ascii.isLetterOrDigit(c)
        || c == '-'
        || c == '.'
        || c == '_'
        || c == '~'
        || c == '+'
        || c == '/'
        || c == '=';
  }

  private static boolean isEnd(char c) {
    return c == '"' || c == '\\' || c == '&' || c == '<' || c == ',' || c == '}' || c <= ' ';
  }

  /** Returns the key that a request for a token signs in with, or null. */
  static @Nullable String keyOfBasic(String credentials) {
    byte[] bytes = decoded(credentials, Base64.getDecoder());
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int colon = text.indexOf(':');
    return colon < 0 ? null : key(text.substring(0, colon));
  }

  /** Returns the key that issued a JWT, by its claim {@code iss}; null where it names none. */
  static @Nullable String keyOfAssertion(@Nullable String jwt) {
    return key(claim(jwt, "iss"));
  }

  /** Returns the scopes that a JWT asks for, or null. */
  static @Nullable String scopesOfAssertion(@Nullable String jwt) {
    return claim(jwt, "scope");
  }

  /**
   * Returns a parameter of a form or, failing that, of a query, decoded; null where neither has it.
   */
  static @Nullable String parameter(String form, String query, String name) {
    for (String text : new String[] {form, query}) {
      int at = -1;
      do {
        at = text.indexOf(name + '=', at + 1);
      } while (at > 0 && isNamePart(text.charAt(at - 1)));
      if (at >= 0) {
        int start = at + name.length() + 1;
        int end = start;
        while (end < text.length() && !isEnd(text.charAt(end)) && text.charAt(end) != '\'') {
          end++;
        }
        return decoded(text.substring(start, end));
      }
    }
    return null;
  }

  private static @Nullable String decoded(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return null; // cut short, or not encoded
    }
  }

  private static @Nullable String claim(@Nullable String jwt, String name) {
    int first = jwt == null ? -1 : jwt.indexOf('.');
    if (jwt == null || first < 0) {
      return null;
    }
    int second = jwt.indexOf('.', first + 1);
    String claims = jwt.substring(first + 1, second < 0 ? jwt.length() : second);
    return claim(decoded(claims, Base64.getUrlDecoder()), name);
  }

  private static @Nullable String claim(byte[] claims, String name) {
    try (JsonParser json = Claims.FACTORY.createParser(claims)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        boolean found = json.currentName().equals(name);
        if (json.nextToken() == JsonToken.VALUE_STRING && found) {
          return json.getText();
        }
        json.skipChildren();
      }
    } catch (IOException e) {
      // A log may cut an assertion short, or show something else in its place.
      return null;
    }
    return null;
  }

  /** Decodes as far as there are whole groups of four; to nothing where it is no Base64. */
  private static byte[] decoded(String text, Base64.Decoder decoder) {
    int rest = text.length() % 4;
    String whole = rest == 1 ? text.substring(0, text.length() - 1) : text;
    try {
      return decoder.decode(whole);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }
}
