package org.golivecheck.listing;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.StringTokenizer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.golivecheck.call.ApiError;
import org.golivecheck.redaction.find.Hiding;
import org.golivecheck.redaction.find.SensitiveKind;
import org.golivecheck.redaction.find.SensitiveText;
import org.golivecheck.text.Ascii;
import org.jspecify.annotations.Nullable;

/**
 * Hides secrets, and personal data if wanted. In texts for people they are replaced by a mark.
 * Values that rules compare are replaced so that equal values stay equal and different ones stay
 * different: by a hash while calls are sorted, for which {@link Numbers} writes a number in the
 * end. Thread-safe.
 */
final class HiddenValues {
  private static final String OPEN = "[hidden:";
  private static final int HASH_DIGITS = 16;
  private static final Pattern HASHED = Pattern.compile("\\[hidden:([0-9a-f]{16})]");
  private static final Pattern NUMBERED = Pattern.compile("\\[hidden-[0-9]+]");
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-]*|[vV][0-9.]+");
  private static final Pattern PAGE = Pattern.compile("[0-9]{1,18}");

  /** Up to the collection, paths are compared ignoring case. */
  private static final int COLLECTION_DEPTH = 5;

  private final boolean personal;
  private final Hiding hiding;

  /**
   * Creates an instance.
   *
   * @param personal whether to hide personal data as well
   */
  HiddenValues(boolean personal) {
    this.personal = personal;
    hiding = personal ? Hiding.all(ApiError.MAX_TEXT) : Hiding.secretsOnly(ApiError.MAX_TEXT);
  }

  /** Returns a text for people. */
  @Nullable String text(@Nullable String text) {
    return text == null ? null : hiding.hide(text);
  }

  /** Returns an error code, which is kept if it is one word. */
  @Nullable String code(@Nullable String code) {
    return code == null ? null : hiding.hideCode(code);
  }

  /** Returns a name that is compared as a whole, ignoring case. */
  @Nullable String name(@Nullable String name) {
    return name == null || isHarmless(name) ? name : hidden(name.toLowerCase(Locale.ROOT));
  }

  /** Returns the name of a source. Its folders, archives, files and lines remain separate. */
  String source(String source) {
    if (isHarmless(source)) {
      return source;
    }
    StringBuilder out = new StringBuilder(source.length());
    for (StringTokenizer parts = new StringTokenizer(source, "/\\!:", true);
        parts.hasMoreTokens(); ) {
      String part = parts.nextToken();
      out.append(isHarmless(part) ? part : hidden(part));
    }
    // Several harmless parts may reveal something together.
    return isHarmless(HASHED.matcher(out).replaceAll("")) ? out.toString() : hidden(source);
  }

  /**
   * Returns a path.
   *
   * @param template its template, whose words are kept
   */
  String path(String template, String path) {
    String[] words = template.split("/", -1);
    String[] segments = path.split("/", -1);
    StringBuilder out = new StringBuilder(path.length());
    for (int i = 0; i < segments.length; i++) {
      String segment = segments[i];
      boolean word = i < words.length && words[i].equalsIgnoreCase(segment);
      boolean plain = !personal || word || PLAIN.matcher(segment).matches();
      out.append(i == 0 ? "" : "/");
      if (plain && isHarmless(segment)) {
        out.append(segment);
      } else {
        out.append(hidden(i <= COLLECTION_DEPTH ? segment.toLowerCase(Locale.ROOT) : segment));
      }
    }
    return out.toString();
  }

  /** Returns a query, in which two pages of one list still differ from two lists. */
  String query(String query) {
    StringBuilder out = new StringBuilder(query.length());
    for (String parameter : query.split("&", -1)) {
      int equals = parameter.indexOf('=');
      String name = equals < 0 ? parameter : parameter.substring(0, equals);
      out.append(out.isEmpty() ? "" : "&")
          .append(isHarmless(Ascii.decoded(name)) ? name : hidden(Ascii.decoded(name)));
      if (equals >= 0) {
        String value = parameter.substring(equals + 1);
        boolean harmless = isHarmless(Ascii.decoded(name), Ascii.decoded(value));
        out.append('=').append(harmless ? value : hidden(Ascii.decoded(value)));
      }
    }
    return out.toString();
  }

  private boolean isHarmless(String name, String value) {
    SensitiveKind kind = SensitiveText.ofField(name);
    boolean labelled = kind != null && (personal || kind != SensitiveKind.PERSONAL);
    return value.isEmpty()
        || (name.equals("start_position") && PAGE.matcher(value).matches())
        || (!labelled && isHarmless(value));
  }

  private boolean isHarmless(String text) {
    return hiding.hide(text).equals(text) && !NUMBERED.matcher(text).find();
  }

  private static String hidden(String value) {
    String hash = Hashing.sha256().hashString(value, StandardCharsets.UTF_8).toString();
    return OPEN + hash.substring(0, HASH_DIGITS) + "]";
  }

  /** Numbers hidden values in the order of their appearance. Not thread-safe. */
  static final class Numbers {
    private final Map<Long, Integer> numbers = new HashMap<>();

    /** Returns a text with hashes replaced by numbers. */
    String apply(String text) {
      return text.contains(OPEN) ? HASHED.matcher(text).replaceAll(this::numbered) : text;
    }

    private String numbered(MatchResult hash) {
      Long key = HexFormat.fromHexDigitsToLong(hash.group(1));
      return "[hidden-" + numbers.computeIfAbsent(key, unseen -> numbers.size() + 1) + "]";
    }
  }
}
