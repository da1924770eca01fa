package org.golivecheck.log.redact;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.ApiError;
import org.golivecheck.call.CallUrl;
import org.golivecheck.call.Grant;
import org.golivecheck.call.Identity;
import org.golivecheck.call.ItemError;
import org.golivecheck.log.RemovedKind;
import org.golivecheck.log.exchange.IntegrationKeys;
import org.golivecheck.log.redact.Stages.Stage;
import org.golivecheck.redaction.Redactor;
import org.golivecheck.redaction.find.Hiding;
import org.golivecheck.redaction.find.SensitiveText;
import org.golivecheck.text.Ascii;
import org.golivecheck.text.Guid;
import org.golivecheck.text.Json;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites the texts of one log without secrets and personal data, whatever its format.
 *
 * <p>In URLs the words of paths, the names of parameters and harmless values stay, other values
 * become pseudonyms. So do access tokens, so that the calls of one key still differ from those of
 * another. Other sensitive text becomes as many asterisks as it had bytes. Not thread-safe.
 */
public final class SafeTexts {
  /** Ends before what ends a value in the texts of logs. */
  private static final String URL_CHARACTER = "[^\\s\"'<>\\\\^`{|}\\p{Cntrl}]";

  private static final Pattern URL =
      Pattern.compile(
          "(?i)(?:https?://|(?<![\\w/.:~*%+-])/(?=[a-z]))"
              + URL_CHARACTER
              + "*"
              + "(?<![.,;:!)\\]])");

  /** A path without any of them is not known to be of the API, and may be a file. */
  private static final Pattern TELLING = Pattern.compile("(?i)\\?|/accounts/|/users/");

  /** An entry of a map of headers, as Java prints it. */
  private static final Pattern ENTRY =
      Pattern.compile("(?<![\\w.-])([\\w.-]{1,100})=\\[([^\\[\\]\\v]{1,8192})]");

  private static final Pattern PLACE = Pattern.compile("~u([0-9]{1,7})~");
  private static final Pattern QUERY_NAME = Pattern.compile("(?i)(?:.*[._-])?query(?:_?string)?");
  private static final Pattern HEADER_NAME = Pattern.compile("[\\w-]+");
  private static final Pattern QUERY = Pattern.compile("\\??[\\w.%-]+=[^\\s{\"]*");

  /** Names of members that are structure in a log, though in a body they are personal. */
  private static final Set<String> STRUCTURE = Set.of("name", "value", "key", "payload");

  /** Writes error codes as reports show them, so that the redacted log gives the same findings. */
  static final Hiding CODES = Hiding.all(Redactor.MAX_LENGTH);

  private static final int MOST_NAMES = 2_000;
  private static final int LONGEST_LABEL = 100;

  /** No server takes longer ones. */
  private static final int LONGEST_URL = 1 << 16;

  private final Pseudonyms pseudonyms;
  private final Urls urls;
  private final Ids.Known known;
  private final Tokens tokens;
  private final Stage stage;
  private final Headers headers;
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final Map<String, Name> names = new HashMap<>();

  /**
   * What is known of a name.
   *
   * @param safe the name rewritten
   * @param label whether it says that its value is sensitive
   * @param query whether its value is the query of a URL
   * @param text whether the value of a header of this name is any text
   */
  private record Name(String safe, boolean label, boolean query, boolean text) {}

  SafeTexts(Pseudonyms pseudonyms, Removals removals, Ids.Known known) {
    this.pseudonyms = pseudonyms;
    this.known = known;
    urls = new Urls(pseudonyms, removals);
    tokens = new Tokens(pseudonyms, removals);
    Ids ids = new Ids(pseudonyms, removals, known);
    Stages stages = new Stages(written, new Hider(pseudonyms, removals), ids, removals);
    stage = stages.text();
    headers = new Headers(stages, written, urls, pseudonyms, removals);
  }

  /** Rewrites a text of unknown meaning. */
  String text(String text) {
    List<String> found = new ArrayList<>();
    // If a URL is part of a secret, its place is hidden with the secret.
    String hidden = hide(withPlaces(withEntries(text, found), found));
    return found.isEmpty() ? hidden : filled(hidden, found);
  }

  private String withEntries(String text, List<String> found) {
    return !text.contains("=[")
        ? text
        : ENTRY
            .matcher(text)
            .replaceAll(
                entry -> {
                  String name = entry.group(1);
                  String header = name.substring(name.lastIndexOf('.') + 1);
                  found.add(name + "=[" + header(header, entry.group(2)) + "]");
                  return place(found.size() - 1);
                });
  }

  private String withPlaces(String text, List<String> found) {
    return text.indexOf('/') < 0
        ? text
        : URL.matcher(text)
            .replaceAll(
                url -> {
                  if (url.group().startsWith("/") && !TELLING.matcher(url.group()).find()) {
                    return Matcher.quoteReplacement(url.group());
                  }
                  found.add(url(url.group()));
                  return place(found.size() - 1);
                });
  }

  private static String place(int index) {
    return "~u" + index + "~";
  }

  private static String filled(String text, List<String> found) {
    return PLACE
        .matcher(text)
        .replaceAll(
            place -> {
              int index = Integer.parseInt(place.group(1), 10);
              String url = index < found.size() ? found.get(index) : place.group();
              return Matcher.quoteReplacement(url);
            });
  }

  /**
   * Rewrites a segment of the path of a URL.
   *
   * @param before the segment before it; empty where it is the first
   */
  String segment(String segment, String before) {
    return segment.startsWith(":") || segment.startsWith("{")
        ? segment
        : urls.placed(segment, before.toLowerCase(Locale.ROOT));
  }

  /** Rewrites the value of a parameter of a URL. */
  String parameter(String name, String value) {
    return urls.value(name, value);
  }

  private String url(String text) {
    if (text.length() > LONGEST_URL) {
      return "*".repeat(text.length());
    }
    if (text.contains("&amp;")) {
      return urls.rewrite(text.replace("&amp;", "&")).replace("&", "&amp;");
    }
    return urls.rewrite(text);
  }

  private String hide(String text) {
    if (isPlain(text)) {
      return text;
    }
    // After a colon a parser of request logs accepts any text.
    byte[] bytes = (":" + text).getBytes(UTF_8);
    byte[] safe = staged(bytes);
    tokens.restore(bytes, safe);
    return new String(safe, 1, safe.length - 1, UTF_8);
  }

  /** Returns whether a text contains nothing to be hidden, and nothing like an id. */
  private static boolean isPlain(String text) {
    if (text.length() >= Guid.LENGTH && text.indexOf('-') >= 0) {
      return false;
    }
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      digits = Ascii.isDigit(c) ? digits + 1 : 0;
      if (digits == Ids.Known.LONG
          || (digits == 1 && i > 0 && " \"'>".indexOf(text.charAt(i - 1)) >= 0)) {
        return false;
      }
    }
    return SafeTexts.CODES.isPlain(text);
  }

  private byte[] staged(byte[] bytes) {
    written.reset();
    try {
      stage.write(bytes, 0, bytes.length);
      stage.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return written.toByteArray();
  }

  /** Returns whether a value is a trace token, and not a secret that is equal to one. */
  private boolean isTraceToken(String name, String value) {
    return known.isTraceToken(value) && SensitiveText.ofField(name) == null;
  }

  /** Rewrites the value of a header. */
  String header(String name, String value) {
    if (value.isEmpty() || isTraceToken(name, value)) {
      return value;
    }
    if (known(name).text() && isPlain(value)) {
      return value;
    }
    byte[] line = (name + ": " + value).getBytes(UTF_8);
    int from = name.getBytes(UTF_8).length + 2;
    try {
      byte[] safe = headers.rewrite(line, name, from, line.length);
      tokens.restore(line, safe);
      return new String(safe, from, safe.length - from, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Rewrites the value of a member, column or attribute.
   *
   * @param inBody whether the member is one of a body, and not of the log
   */
  String value(String name, String value, boolean inBody) {
    if (value.isEmpty() || isTraceToken(name, value)) {
      return value;
    }
    if (known.isErrorCode(value) && !isLabel(name)) {
      return CODES.hideCode(value);
    }
    if (known(name).query() && QUERY.matcher(value).matches()) {
      return urls.rewriteQuery(value);
    }
    if ((!inBody && STRUCTURE.contains(name.toLowerCase(Locale.ROOT))) || !isLabel(name)) {
      return text(value);
    }
    String start = "\"" + quoted(name) + "\":\"";
    List<String> found = new ArrayList<>();
    String member = hide(start + quoted(withPlaces(value, found)) + "\"");
    if (!member.startsWith(start) || !member.endsWith("\"")) {
      return "*".repeat(value.length());
    }
    try (JsonParser json = Json.lenient(1).createParser(member.substring(start.length() - 1))) {
      json.nextToken();
      return filled(json.getText(), found);
    } catch (IOException e) {
      return "*".repeat(value.length());
    }
  }

  /** Returns whether a name says that its value is sensitive. */
  boolean isLabel(String name) {
    return known(name).label();
  }

  private Name known(String name) {
    Name found = names.get(name);
    if (found == null) {
      if (names.size() > MOST_NAMES) {
        names.clear();
      }
      String sample = "\"" + quoted(name) + "\":\"8203517 sample\"";
      found =
          new Name(
              text(name),
              name.length() <= LONGEST_LABEL && !hide(sample).equals(sample),
              QUERY_NAME.matcher(name).matches(),
              HEADER_NAME.matcher(name).matches() && Headers.treatment(name).isOfText());
      names.put(name, found);
    }
    return found;
  }

  private static String quoted(String text) {
    return new String(JsonStringEncoder.getInstance().quoteAsString(text));
  }

  /** Rewrites the value in a column of a table, which may be JSON. */
  public String cell(String column, String value) {
    return new JsonRewriter(this, 1_000).string(column, value);
  }

  /** Rewrites a number that is the value of a member. */
  String number(String name, String digits) {
    if (digits.length() < Ids.Known.LONG && !isLabel(name)) {
      return digits;
    }
    String start = "\"" + quoted(name) + "\":";
    String member = hide(start + digits);
    return member.startsWith(start) ? member.substring(start.length()) : "0";
  }

  /** Rewrites the name of a member or column, which may be anything in a map. */
  public String name(String name) {
    return known(name).safe();
  }

  /** Rewrites a text of bytes that are UTF-8, or else Latin-1. */
  byte[] line(byte[] bytes, int from, int to) {
    String text = new String(bytes, from, to - from, UTF_8);
    return text.indexOf('\uFFFD') < 0
        ? text(text).getBytes(UTF_8)
        : text(new String(bytes, from, to - from, ISO_8859_1)).getBytes(ISO_8859_1);
  }

  /** Returns a call with its URL and integration key replaced, as a log shows them afterwards. */
  ApiCall urlAndKey(ApiCall call) {
    return with(call, call.error());
  }

  /** Returns a call with all its ids replaced. */
  ApiCall call(ApiCall call) {
    ApiError error = call.error();
    return with(
        call,
        error == null
            ? null
            : new ApiError(
                error.code(),
                error.message() == null ? null : text(error.message()),
                error.form(),
                error.wrapper(),
                text(error.text())));
  }

  private ApiCall with(ApiCall call, @Nullable ApiError error) {
    Identity identity = call.identity();
    return call
        .withUrl(CallUrl.parse(urls.rewrite(call.method(), call.url().toString())))
        .toBuilder()
        .error(error)
        .itemErrors(
            call.itemErrors().stream()
                .map(item -> new ItemError(item.code(), text(item.message())))
                .toList())
        .identity(
            new Identity(
                id(identity.integrationKey()), id(identity.account()), id(identity.user())))
        // A redirect URI may name its owner.
        .grant(new Grant(call.grant().scopes(), null, call.grant().kind()))
        .build();
  }

  private @Nullable String id(@Nullable String id) {
    if (id == null) {
      return null;
    }
    byte[] bytes = id.getBytes(UTF_8);
    int guid = bytes.length - Guid.LENGTH;
    if (guid > 0 && Guid.isAt(bytes, guid, bytes.length)) {
      pseudonyms.guid(bytes, guid);
      return new String(bytes, UTF_8);
    }
    return pseudonyms.segment(id);
  }

  /**
   * Replaces each access token and assertion by a pseudonym of the same length. The token of a call
   * shows which key it belongs to.
   */
  private static final class Tokens {
    /** A token, and before it what says that it is one. Shorter ones are masks. */
    private static final Pattern TOKEN =
        Pattern.compile(
            "(?i)(bearer(?: |%20|\\+)+|access_token(?:\\\\*\")?[=:] *(?:\\\\*\")?"
                + "|assertion(?:\\\\*\")?[=:] *(?:\\\\*\")?)"
                + "([\\w.~+/-]{16,8192}=*)");

    /** A JWT without a signature. */
    private static final String HEAD = encoded("{\"alg\":\"none\"}");

    private final Pseudonyms pseudonyms;
    private final Removals removals;

    Tokens(Pseudonyms pseudonyms, Removals removals) {
      this.pseudonyms = pseudonyms;
      this.removals = removals;
    }

    /**
     * Puts pseudonyms in place of the tokens that were hidden.
     *
     * @param bytes a text
     * @param safe the same text without them, as long
     */
    void restore(byte[] bytes, byte[] safe) {
      if (bytes.length != safe.length) {
        return;
      }
      for (Matcher found = TOKEN.matcher(new String(bytes, ISO_8859_1)); found.find(); ) {
        String token = found.group(2);
        if (!token.endsWith("..")) {
          byte[] made = (found.group(1) + pseudonym(token)).getBytes(ISO_8859_1);
          System.arraycopy(made, 0, safe, found.start(), made.length);
          removals.add(RemovedKind.TOKEN);
        }
      }
    }

    private String pseudonym(String token) {
      String key = IntegrationKeys.ofAssertion(token);
      if (key != null) {
        byte[] bytes = key.getBytes(ISO_8859_1);
        pseudonyms.guid(bytes, bytes.length - Guid.LENGTH);
        String issued = HEAD + "." + encoded("{\"iss\":\"" + new String(bytes, ISO_8859_1) + "\"}");
        int rest = token.length() - issued.length() - 1;
        if (rest > 0) {
          return issued + "." + pseudonyms.hashed(token, rest).toLowerCase(Locale.ROOT);
        }
      }
      return pseudonyms.hashed(token, token.length());
    }

    private static String encoded(String json) {
      return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(ISO_8859_1));
    }
  }
}
