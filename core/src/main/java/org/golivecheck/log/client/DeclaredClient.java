package org.golivecheck.log.client;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.golivecheck.call.LogField;
import org.golivecheck.log.LogFormat;
import org.golivecheck.log.LogFormat.Form;
import org.golivecheck.log.text.TextLine;
import org.jspecify.annotations.Nullable;

/**
 * HTTP clients that log a call in lines of fixed forms: each as a pattern, whose groups say what is
 * where.
 *
 * <p>A line with {@code url} begins a call, one with {@code status} is its response, one with both
 * is a whole call. {@code ms} and {@code s} are how long it took. Lines of one {@code id} are of
 * one call; without it, lines after the same prefix are. {@code outer} marks the lines that a
 * client logs around those of the call itself. {@code header} and {@code value} are a header, and
 * {@code body} is a line of a body, of the request before the response and of the response after
 * it.
 */
@SuppressWarnings("ImmutableEnumChecker") // Nothing changes them after the constructor.
enum DeclaredClient {
  DOTNET(
      "dotnet-httpclient",
      ".NET: HttpClient of IHttpClientFactory, on the console or through Serilog and others",
      EnumSet.of(LogField.METHOD, LogField.DURATION),
      List.of(" HTTP request ", "Received HTTP response "),
      "(?:(?<outer>Start processing|End processing)|Sending|Received) HTTP re(?:quest|sponse)"
          + "(?: \"?(?<method>[A-Z]+)\"? \"?(?<url>https?://[^\\s\"]+)"
          + "|(?: headers)? after (?<ms>[\\d.,]+)ms - (?<status>\\w+))"),
  SPRING(
      "spring-client",
      "Spring: RestTemplate, RestClient and WebClient",
      EnumSet.of(LogField.METHOD, LogField.DURATION),
      List.of("HTTP ", "Response "),
      "(?:\\[(?<id>[0-9a-f]{4,})] )?"
          + "(?:HTTP (?<method>[A-Z]{3,7}) \"?(?<url>https?://[^\\s\",]+)"
          + "|Response (?<status>\\d{3})(?= |$))"),
  FEIGN(
      "feign",
      "Feign at its levels BASIC, HEADERS and FULL",
      EnumSet.allOf(LogField.class),
      List.of("#"),
      "\\[(?<id>\\w+#\\w+(?:\\([^)]*\\))?)] (?:---> (?<method>[A-Z]+) (?<url>\\S+) HTTP/1\\.1"
          + "|<--- HTTP/[\\d.]+ (?<status>\\d{3})(?: [^(]*)? ?\\((?<ms>\\d+)ms\\)"
          + "|(?<header>[\\w-]+): (?<value>.*)|(?<body>[^-<].*))"),
  FARADAY(
      "faraday",
      "Ruby: Faraday's logger",
      EnumSet.allOf(LogField.class),
      List.of("request: ", "response: "),
      "request: (?<method>[A-Z]+) (?<url>https?://\\S+)|response: Status"
          + " (?<status>\\d{3})|(?:^|re(?:quest|sponse): )(?:(?<header>[\\w-]+):"
          + " \"(?<value>.*)\"$|(?<body>[{\\[].*))"),
  ETHON(
      "ethon",
      "Ruby: Ethon and Typhoeus, below DocuSign's SDK",
      EnumSet.of(LogField.DURATION),
      List.of("ETHON: performed EASY "),
      "ETHON: performed EASY effective_url=(?<url>\\S+) response_code=(?<status>\\d{3})"
          + "(?: return_code=\\w+)?(?: total_time=(?<s>[\\d.]+))?"),
  HTTP_TEXT(
      "http-text",
      "HTTP exchanges as text: REST clients, forums, support tickets, the gem docusign_rest",
      EnumSet.complementOf(EnumSet.of(LogField.DURATION)),
      List.of("HTTP/", "://"),
      "^(?<method>[A-Z]{3,7}) (?<url>https?://\\S+(?= HTTP/[\\d.]+$|$)|/\\S+(?= HTTP/[\\d.]+$))"
          + "|^HTTP/[\\d.]+ (?<status>\\d{3})(?: |$)"
          + "|^(?!Body: )(?<header>[A-Za-z][\\w-]*): ?(?<value>.*)$|^(?:Body: )?(?<body>(?!--DocuSign ).+)$"),
  CAPTIONS(
      "devtools-text",
      "browsers: what their developer tools show of a call, copied as text",
      EnumSet.complementOf(EnumSet.of(LogField.DURATION)),
      List.of("Request URL:", "Status Code:"),
      "^Request URL: ?(?<url>https?://\\S+)|^Request Method: ?(?<method>[A-Z]{3,7})$"
          + "|^Status Code: ?(?<status>\\d{3})(?: |$)"
          + "|^(?<header>[A-Za-z][\\w-]*): ?(?<value>.*)$|^(?<body>[{\\[].*)$");

  /** How far into a line a sign is looked for. */
  private static final int REACH = 400;

  private static final int LONGEST = 16_384;

  private final String format;
  private final String writtenBy;
  private final Set<LogField> shows;
  private final List<String> signs;
  private final Pattern pattern;
  private final Set<String> groups;

  DeclaredClient(
      String format, String writtenBy, Set<LogField> shows, List<String> signs, String pattern) {
    this.format = format;
    this.writtenBy = writtenBy;
    this.shows = shows;
    shows.addAll(
        EnumSet.of(
            LogField.TIME,
            LogField.URL,
            LogField.STATUS,
            LogField.OAUTH,
            LogField.ACCOUNT,
            LogField.USER));
    this.signs = signs;
    this.pattern = Pattern.compile(pattern);
    this.groups =
        Stream.of("method", "url", "status", "ms", "s", "id", "outer", "header", "value", "body")
            .filter(group -> pattern.contains("(?<" + group + ">"))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Returns the client with a format. */
  static DeclaredClient of(String format) {
    return Stream.of(values())
        .filter(client -> client.format.equals(format))
        .findFirst()
        .orElseThrow();
  }

  /** Returns the format of logs of this client alone. */
  LogFormat format() {
    return new LogFormat(format, writtenBy, shows, Form.LINES);
  }

  /**
   * Returns what a line shows, or null if it is not of this client. The characters are bytes.
   *
   * @param inCall whether a call of this client came before, which the line may continue
   */
  @Nullable Matcher find(TextLine line, boolean inCall) {
    if (!(inCall && goesOn()) && !hasSign(line)) {
      return null;
    }
    int length = Math.min(line.to() - line.from(), LONGEST);
    Matcher found =
        pattern.matcher(new String(line.bytes(), line.from(), length, StandardCharsets.ISO_8859_1));
    return found.find() ? found : null;
  }

  private boolean hasSign(TextLine line) {
    int end = line.from() + REACH;
    for (String sign : signs) {
      if (line.indexOf(sign, line.from(), end) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Returns words: each line that begins a request or a response has one of them at least. */
  List<String> signs() {
    return signs;
  }

  /** Returns whether its headers and bodies are in lines without a sign. */
  boolean goesOn() {
    return this == FARADAY || isWholeText();
  }

  /** Returns a part of a line, or null where it has none. */
  @Nullable String group(Matcher found, String name) {
    return groups.contains(name) ? found.group(name) : null;
  }

  /** Returns whether lines without a sign of their own are of it, so that it is read alone. */
  boolean isWholeText() {
    return this == HTTP_TEXT || this == CAPTIONS;
  }

  /** Returns whether a line begins a call or is one. */
  boolean begins(TextLine line) {
    return has(line, "url");
  }

  /** Returns whether a line has a part of a call. */
  boolean has(TextLine line, String group) {
    Matcher found = find(line, false);
    return found != null && group(found, group) != null;
  }

  /** Returns the clients whose lines are found among others. */
  static DeclaredClient[] ofLogs() {
    return Stream.of(values())
        .filter(client -> !client.isWholeText())
        .toArray(DeclaredClient[]::new);
  }
}
