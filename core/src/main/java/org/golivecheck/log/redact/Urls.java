package org.golivecheck.log.redact;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.golivecheck.call.CallUrl;
import org.golivecheck.call.Operation;
import org.golivecheck.call.Operations;
import org.golivecheck.log.RemovedKind;
import org.golivecheck.redaction.find.SensitiveKind;
import org.golivecheck.redaction.find.SensitiveText;
import org.golivecheck.text.Ascii;
import org.golivecheck.text.Guid;

/**
 * Rewrites the URL of a call, so that two URLs are the same resource, or the same list with other
 * pages, after it if and only if they were before. Host, the words of the path, the names of
 * parameters, and values that are dates, counts and flags stay.
 */
final class Urls {
  /** Words of the API that occur where an id may occur too. */
  private static final Set<String> WELL_KNOWN =
      Set.of(
          ("combined archive certificate portfolio me default primary secondary email"
                  + " current draft drafts inbox sentitems recyclebin completed all out_for_signature"
                  + " awaiting_my_signature expiring_soon")
              .split(" ", -1));

  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");
  private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z][A-Za-z_.\\-]{0,39}");
  private static final Pattern ADDRESS =
      Pattern.compile("\\[(?!::1])[^]]*]|(?!127\\.)[0-9]{1,3}(?:\\.[0-9]{1,3}){3}");
  private static final Pattern API = Pattern.compile("(?i)/(?:restapi|oauth2?)(?:/|$)");
  private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE", "PATCH");
  private static final String START = "start_position";
  private static final int PSEUDONYM = 12;
  private static final int LONG = 5;

  private final Pseudonyms pseudonyms;
  private final Removals removals;

  Urls(Pseudonyms pseudonyms, Removals removals) {
    this.pseudonyms = pseudonyms;
    this.removals = removals;
  }

  /** Returns a URL without secrets and personal data if the method of the call is not known. */
  String rewrite(String text) {
    CallUrl url = CallUrl.parse(text);
    String method = METHODS.get(0);
    int most = -1;
    for (String other : METHODS) {
      Operation operation = Operations.match(other, url);
      int words = operation.known() ? words(operation.template()) : -1;
      if (words > most) {
        most = words;
        method = other;
      }
    }
    return rewrite(method, text);
  }

  private static int words(String template) {
    return template.length() - template.replace("/", "").length() - count(template, '{');
  }

  private static int count(String text, char wanted) {
    return (int) text.chars().filter(c -> c == wanted).count();
  }

  /** Returns the query of a URL without secrets and personal data. */
  String rewriteQuery(String query) {
    StringBuilder out = new StringBuilder(query.length());
    query(query, out);
    return out.toString();
  }

  /** Returns the URL of a request line without secrets and personal data. */
  String rewrite(String method, String text) {
    CallUrl url = CallUrl.parse(text);
    int fragment = text.indexOf('#');
    int end = fragment < 0 ? text.length() : fragment;
    int question = text.indexOf('?');
    int pathEnd = question < 0 || question > end ? end : question;
    int pathLength = url.path().length();
    boolean slash = text.startsWith(url.path(), pathEnd - pathLength);
    int pathStart = Math.max(0, slash ? pathEnd - pathLength : pathEnd - pathLength + 1);
    String template = Operations.match(method, url).template();
    StringBuilder out = new StringBuilder(text.length());
    out.append(withoutAddress(authority(text.substring(0, pathStart)), url));
    path(text.substring(pathStart, pathEnd), template, out);
    if (pathEnd < end) {
      out.append('?');
      query(text.substring(pathEnd + 1, end), out);
    }
    if (end < text.length() - 1) {
      // The reader does not see a fragment, in which browsers get tokens.
      removals.add(RemovedKind.SECRET);
    }
    return out.toString();
  }

  /** Hides a host that is an IP address, unless it is that of a gateway to the API. */
  private String withoutAddress(String authority, CallUrl url) {
    String host = url.host();
    int from = authority.toLowerCase(Locale.ROOT).lastIndexOf(host);
    if (from < 0 || !ADDRESS.matcher(host).matches() || API.matcher(url.path()).find()) {
      return authority;
    }
    removals.add(RemovedKind.ADDRESS);
    return authority.substring(0, from)
        + pseudonyms.hashed(host, PSEUDONYM)
        + authority.substring(from + host.length());
  }

  /** Hides user name and password, as many characters as there were. */
  private String authority(String text) {
    int at = text.lastIndexOf('@');
    int scheme = text.indexOf("://");
    int from = scheme < 0 ? 0 : scheme + 3;
    if (at <= from) {
      return text;
    }
    removals.add(RemovedKind.SECRET);
    return text.substring(0, from) + "*".repeat(at - from) + text.substring(at);
  }

  private void path(String path, String template, StringBuilder out) {
    String[] words = template.split("/", -1);
    String[] segments = path.split("/", -1);
    int shift = path.startsWith("/") ? 0 : 1;
    for (int i = 0; i < segments.length; i++) {
      out.append(i == 0 ? "" : "/");
      boolean literal = i + shift < words.length && words[i + shift].equalsIgnoreCase(segments[i]);
      String before = i == 0 ? "" : segments[i - 1].toLowerCase(Locale.ROOT);
      out.append(literal ? segments[i] : segment(segments[i], before));
    }
  }

  private String segment(String text, String before) {
    boolean owner = before.equals("accounts") || before.equals("users");
    boolean counts = DIGITS.matcher(text).matches() && text.length() < LONG && !owner;
    if (text.isEmpty() || counts || WELL_KNOWN.contains(text.toLowerCase(Locale.ROOT))) {
      return text;
    }
    removals.add(text.contains("@") ? RemovedKind.EMAIL : RemovedKind.ID);
    return pseudonyms.segment(text);
  }

  private void query(String query, StringBuilder out) {
    String[] parameters = query.split("&", -1);
    for (int i = 0; i < parameters.length; i++) {
      String parameter = parameters[i];
      int equals = parameter.indexOf('=');
      String name = equals < 0 ? parameter : parameter.substring(0, equals);
      out.append(i == 0 ? "" : "&").append(name(name));
      if (equals >= 0) {
        out.append('=').append(value(Ascii.decoded(name), parameter.substring(equals + 1)));
      }
    }
  }

  private String name(String text) {
    String name = Ascii.decoded(text);
    if (name.isEmpty() || KeepList.hasParameter(name)) {
      return text;
    }
    removals.add(RemovedKind.PERSONAL);
    return pseudonyms.hashed(name, PSEUDONYM);
  }

  /** Returns the value of a parameter. */
  String value(String name, String text) {
    String value = Ascii.decoded(text);
    if (value.isEmpty() || KeepList.keepsParameter(name, value)) {
      return text;
    }
    if (isGuids(value)) {
      return guids(text);
    }
    SensitiveKind kind = SensitiveText.ofField(name);
    removals.add(kind == null ? RemovedKind.PERSONAL : RemovedKind.valueOf(kind.name()));
    return pseudonyms.hashed(value, PSEUDONYM);
  }

  /** Returns whether a value is a list of GUIDs, each of one case. */
  private static boolean isGuids(String value) {
    for (String part : value.split(",", -1)) {
      String id = part.strip();
      boolean guid = id.length() == Guid.LENGTH && Guid.isAt(id, 0);
      String folded = part.toLowerCase(Locale.ROOT);
      if (!guid || !(part.equals(folded) || part.equals(part.toUpperCase(Locale.ROOT)))) {
        return false;
      }
    }
    return true;
  }

  /** Replaces the GUIDs in place, because their separators may be written in several ways. */
  private String guids(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int at = 0; at < bytes.length; at++) {
      if (Guid.isAt(bytes, at, bytes.length)) {
        pseudonyms.guid(bytes, at);
        removals.add(RemovedKind.ID);
        at += Guid.LENGTH - 1;
      }
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /**
   * Rewrites a URL in place, in as many bytes: that of a referring page, or a {@code Location}.
   * Host and {@code start_position} stay, the values of all other parameters are hidden.
   */
  void rewriteInPlace(byte[] bytes, int from, int to) {
    String text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    CallUrl url = CallUrl.parse(text);
    int cut = firstOf(text, '?', '#');
    int pathStart =
        Math.max(
            0,
            text.startsWith(url.path(), cut - url.path().length())
                ? cut - url.path().length()
                : cut - url.path().length() + 1);
    StringBuilder out = new StringBuilder(authority(text.substring(0, pathStart)));
    String before = "";
    String slash = "";
    for (String segment : text.substring(pathStart, cut).split("/", -1)) {
      out.append(slash).append(placed(segment, before));
      before = segment.toLowerCase(Locale.ROOT);
      slash = "/";
    }
    hideValues(text, cut, out);
    byte[] made = out.toString().getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(made, 0, bytes, from, Math.min(made.length, to - from));
  }

  private static int firstOf(String text, char one, char other) {
    int a = text.indexOf(one);
    int b = text.indexOf(other);
    return Math.min(a < 0 ? text.length() : a, b < 0 ? text.length() : b);
  }

  /** Returns a segment of a path without a known template. */
  String placed(String segment, String before) {
    boolean word = PLAIN_NAME.matcher(segment).matches() || segment.matches("v[0-9.]+");
    boolean owner = before.equals("accounts") || before.equals("users");
    return word && !owner ? segment : segment(segment, before);
  }

  private void hideValues(String text, int from, StringBuilder out) {
    int name = from;
    for (int i = from; i < text.length(); i++) {
      boolean ends = i + 1 == text.length() || "?&#".indexOf(text.charAt(i + 1)) >= 0;
      if (ends) {
        hideValue(text.substring(name, i + 1), out);
        name = i + 1;
      }
    }
  }

  /** Rewrites a parameter with the character before it: a name that is known stays. */
  private void hideValue(String parameter, StringBuilder out) {
    int equals = parameter.indexOf('=');
    String name = parameter.substring(1, Math.max(1, equals));
    boolean known = parameter.charAt(0) != '#' && KeepList.hasParameter(name);
    boolean page = known && name.equals(START);
    if (page && KeepList.keepsParameter(name, parameter.substring(equals + 1))) {
      out.append(parameter);
      return;
    }
    int kept = known ? equals + 1 : 1;
    if (kept < parameter.length()) {
      removals.add(RemovedKind.PERSONAL);
    }
    out.append(parameter, 0, kept).append("*".repeat(parameter.length() - kept));
  }
}
