package org.golivecheck.redaction.find;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import org.golivecheck.text.Ascii;
import org.jspecify.annotations.Nullable;

/**
 * Finds credentials by their scheme, such as {@code Bearer}, by the options of curl, and in URLs.
 */
final class Credentials implements Detector {
  private static final String BEARER = "bearer";
  private static final String BASIC = "basic";

  /** Words that follow "bearer" in prose and in challenges. */
  private static final Set<String> PROSE =
      Set.of(
          ("access and auth authentication authorization error header is or realm scheme"
                  + " scope token tokens type")
              .split(" ", -1));

  /**
   * Schemes, and the parameters of which one comes first (RFC 7616, RFC 5849, the AWS and Azure
   * references); a scheme without any is followed by a long text (RFC 4559, MS-NTHT).
   */
  private static final String[][] SCHEMES = {
    {"digest", "username=", "realm=", "nonce=", "response=", "qop=", "uri=", "algorithm="},
    {"oauth", "oauth_", "realm="},
    {"hawk", "id=", "mac="},
    {"aws4-hmac-sha256", "credential=", "signature="},
    {"sharedaccesssignature", "sr=", "sig=", "se="},
    {"ntlm"},
    {"negotiate"},
    {"sharedkey"},
    {"sharedkeylite"}
  };

  private static final String JDBC = "jdbc:oracle:";
  private static final int MAX_JDBC = 200;

  /** Longer than any word that follows "basic" in prose. */
  private static final int LONG = 24;

  @Override
  public @Nullable Match find(String text, int at) {
    char c = text.charAt(at);
    if (c == ':') {
      return text.startsWith("://", at) ? inUrl(text, at + 3) : null;
    }
    if (c == '/') {
      return beginsAuthority(text, at) ? inUrl(text, at + 2) : null;
    }
    if (c == '-') {
      return ofCurl(text, at);
    }
    if (!Ascii.isLetter(c) || Chars.isName(Chars.at(text, at - 1))) {
      return null;
    }
    if (c != 'b' && c != 'B') {
      return byParameters(text, at);
    }
    if (text.regionMatches(true, at, BEARER, 0, BEARER.length())) {
      return bearer(text, afterScheme(text, at + BEARER.length()));
    }
    if (text.regionMatches(true, at, BASIC, 0, BASIC.length())) {
      return basic(text, afterScheme(text, at + BASIC.length()));
    }
    return null;
  }

  /** Finds {@code user:password} after curl's options {@code -u} and {@code --user}. */
  private static @Nullable Match ofCurl(String text, int at) {
    int blank = at;
    while (blank < at + 13 && Chars.isName(Chars.at(text, blank))) {
      blank++;
    }
    String option = Chars.at(text, blank) == ' ' ? text.substring(at, blank) : "";
    if (!option.equals("-u") && !option.equals("--user") && !option.equals("--proxy-user")) {
      return null;
    }
    int from = blank + 1;
    while (Chars.isQuote(Chars.at(text, from)) || Chars.at(text, from) == '\\') {
      from++;
    }
    int to = from;
    boolean pair = false;
    while (to < text.length()
        && !Chars.isSpace(text.charAt(to))
        && !Chars.isQuote(text.charAt(to))) {
      pair |= to > from && text.charAt(to) == ':';
      to++;
    }
    return pair ? new Match(from, to, Markers.SECRET) : null;
  }

  /** Finds what follows a scheme with parameters or a long text, up to the end of the header. */
  private static @Nullable Match byParameters(String text, int at) {
    for (String[] scheme : SCHEMES) {
      if (text.regionMatches(true, at, scheme[0], 0, scheme[0].length())) {
        int from = afterScheme(text, at + scheme[0].length());
        for (int i = 1; from >= 0 && i < scheme.length; i++) {
          if (text.regionMatches(true, from, scheme[i], 0, scheme[i].length())) {
            return new Match(from, LabelledValues.endOfLine(text, at, from), Markers.SECRET);
          }
        }
        int to = from < 0 ? from : Chars.endOfToken(text, from);
        if (scheme.length == 1 && to - from >= 16) {
          int end = Chars.at(text, to) == ':' ? Chars.endOfToken(text, to + 1) : to;
          return new Match(from, end, Markers.SECRET);
        }
      }
    }
    return atJdbc(text, at);
  }

  /** Finds {@code user/password} in Oracle's {@code jdbc:oracle:thin:user/password@host}. */
  private static @Nullable Match atJdbc(String text, int at) {
    if (!text.regionMatches(true, at, JDBC, 0, JDBC.length())) {
      return null;
    }
    int from = text.indexOf(':', at + JDBC.length()) + 1;
    int limit = Math.min(text.length(), at + MAX_JDBC);
    boolean slash = false;
    for (int i = from; from > 0 && i < limit && !Chars.isSpace(text.charAt(i)); i++) {
      if (text.charAt(i) == '@') {
        return slash ? new Match(from, i, Markers.SECRET) : null;
      }
      slash |= text.charAt(i) == '/';
    }
    return null;
  }

  /** Returns whether the name of a scheme, or a word that ends with it, ends at a position. */
  static boolean endsScheme(String text, int end) {
    boolean ends = endsWith(text, end, BEARER) || endsWith(text, end, BASIC);
    for (int i = 0; i < SCHEMES.length && !ends; i++) {
      ends = endsWith(text, end, SCHEMES[i][0]);
    }
    return ends;
  }

  private static boolean endsWith(String text, int end, String word) {
    return text.regionMatches(true, end - word.length(), word, 0, word.length());
  }

  /** Returns where the credentials after a scheme begin, or -1 if no space follows. */
  private static int afterScheme(String text, int end) {
    int start = Chars.skipSpaces(text, end);
    return start == end ? -1 : start;
  }

  private static @Nullable Match bearer(String text, int from) {
    int to = from < 0 ? from : Chars.endOfToken(text, from);
    if (to <= from || Markers.masked(text, from, to) || isProse(text, from, to)) {
      return null;
    }
    return new Match(from, to, Markers.TOKEN);
  }

  private static boolean isProse(String text, int from, int to) {
    int word = from;
    while (word < to && Ascii.isLetterOrDigit(text.charAt(word))) {
      word++;
    }
    boolean whole = word == to || text.charAt(word) == '=';
    return whole
        && word - from <= LONG
        && PROSE.contains(text.substring(from, word).toLowerCase(Locale.ROOT));
  }

  private static @Nullable Match basic(String text, int from) {
    int to = from < 0 ? from : Chars.endOfToken(text, from);
    if (to <= from || Markers.masked(text, from, to)) {
      return null;
    }
    boolean plain = Chars.at(text, to) == ':' && Chars.isToken(Chars.at(text, to + 1));
    if (plain) {
      return new Match(from, Chars.endOfToken(text, to + 1), Markers.SECRET);
    }
    boolean hides = to - from > LONG || decodesToPair(text, from, to);
    return hides ? new Match(from, to, Markers.SECRET) : null;
  }

  /** Returns whether a text is the base64 of a user name, a colon and a password. */
  private static boolean decodesToPair(String text, int from, int to) {
    String quads = text.substring(from, from + (to - from) / 4 * 4);
    try {
      byte[] bytes = Base64.getDecoder().decode(quads);
      return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(':') >= 0;
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }

  /** Returns whether a URL without a scheme begins with two slashes, and no path contains them. */
  private static boolean beginsAuthority(String text, int at) {
    char before = Chars.at(text, at - 1);
    return text.startsWith("//", at) && !Chars.isBase64(before) && ".:%".indexOf(before) < 0;
  }

  /** Finds {@code user:password} between the slashes of a URL and {@code @}. */
  private static @Nullable Match inUrl(String text, int from) {
    int at = -1;
    boolean pair = false;
    for (int i = from; i < text.length() && !endsAuthority(text.charAt(i)); i++) {
      char c = text.charAt(i);
      if (c == '@') {
        at = i;
      }
      pair |= c == ':' && at < 0;
    }
    boolean host = Chars.at(text, at + 1) == '[' || Chars.isName(Chars.at(text, at + 1));
    return at < 0 || !pair || !host || Markers.masked(text, from, at)
        ? null
        : new Match(from, at, Markers.SECRET);
  }

  private static boolean endsAuthority(char c) {
    return c == '/'
        || c == '?'
        || c == '#'
        || c == '<'
        || c == '>'
        || Chars.isSpace(c)
        || Chars.isQuote(c);
  }
}
