package org.golivecheck.log.client;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.golivecheck.call.LogField;
import org.golivecheck.log.LogFormat;
import org.golivecheck.log.LogFormat.Form;
import org.golivecheck.log.text.TextLine;

/**
 * HTTP clients whose logs the general reader reads: how a line with a request looks, by which a log
 * is recognised and gets its name.
 */
@SuppressWarnings("ImmutableEnumChecker") // Nothing changes them after the constructor.
enum DeclaredClient {
  DOTNET(
      "dotnet-httpclient",
      ".NET: HttpClient of IHttpClientFactory, on the console or through Serilog and others",
      EnumSet.of(LogField.METHOD, LogField.DURATION),
      List.of(" HTTP request "),
      "(?:Start processing|End processing|Sending|Received) HTTP request"
          + " \"?[A-Z]+\"? \"?https?://[^\\s\"]+"),
  SPRING(
      "spring-client",
      "Spring: RestTemplate, RestClient and WebClient",
      EnumSet.of(LogField.METHOD, LogField.DURATION),
      List.of("HTTP "),
      "HTTP [A-Z]{3,7} \"?https?://[^\\s\",]+"),
  FEIGN(
      "feign",
      "Feign at its levels BASIC, HEADERS and FULL",
      EnumSet.allOf(LogField.class),
      List.of("#"),
      "\\[\\w+#\\w+(?:\\([^)]*\\))?] ---> [A-Z]+ \\S+ HTTP/1\\.1"),
  FARADAY(
      "faraday",
      "Ruby: Faraday's logger",
      EnumSet.allOf(LogField.class),
      List.of("request: "),
      "request: [A-Z]+ https?://\\S+"),
  ETHON(
      "ethon",
      "Ruby: Ethon and Typhoeus, below DocuSign's SDK",
      EnumSet.of(LogField.DURATION),
      List.of("ETHON: performed EASY "),
      "ETHON: performed EASY effective_url=\\S+ response_code=\\d{3}"),
  PYTHON(
      "python-http",
      "Python: http.client, urllib3 (Requests, DocuSign's SDK) and HTTPX",
      EnumSet.complementOf(EnumSet.of(LogField.DURATION)),
      List.of("://", "send: b"),
      "https?://\\S+:\\d+ \"[A-Z]+ \\S+ HTTP/[\\d.]+\" \\d{3}"
          + "|HTTP Request: [A-Z]+ https?://\\S+ \"HTTP/"
          + "|send: b['\"][A-Z]{3,7} \\S+ HTTP/1\\.[01]\\\\r\\\\n"),
  HTTP_TEXT(
      "http-text",
      "HTTP exchanges as text: REST clients, forums, support tickets, the gem docusign_rest",
      EnumSet.complementOf(EnumSet.of(LogField.DURATION)),
      List.of("HTTP/", "://"),
      "^[A-Z]{3,7} (?:https?://\\S+(?= HTTP/[\\d.]+$|$)|/\\S+(?= HTTP/[\\d.]+$))",
      "^HTTP/[\\d.]+ \\d{3}(?: |$)"),
  CAPTIONS(
      "devtools-text",
      "browsers: what their developer tools show of a call, copied as text",
      EnumSet.complementOf(EnumSet.of(LogField.DURATION)),
      List.of("Request URL:", "Status Code:"),
      "^Request URL: ?https?://\\S+",
      "^Status Code: ?\\d{3}(?: |$)");

  /** How far into a line a sign is looked for. */
  private static final int REACH = 512;

  private static final int LONGEST = 16_384;

  private final LogFormat format;
  private final List<String> signs;
  private final Pattern request;
  private final Pattern response;

  DeclaredClient(
      String name, String writtenBy, Set<LogField> shows, List<String> signs, String request) {
    this(name, writtenBy, shows, signs, request, "");
  }

  /**
   * Declares a client.
   *
   * @param signs words of which each request has one
   * @param response what a line with a response matches, if a log of the client has to have one
   */
  DeclaredClient(
      String name,
      String writtenBy,
      Set<LogField> shows,
      List<String> signs,
      String request,
      String response) {
    shows.addAll(
        EnumSet.of(
            LogField.TIME,
            LogField.URL,
            LogField.STATUS,
            LogField.OAUTH,
            LogField.ACCOUNT,
            LogField.USER));
    this.format = new LogFormat(name, writtenBy, shows, Form.LINES);
    this.signs = signs;
    this.request = Pattern.compile(request);
    this.response = Pattern.compile(response);
  }

  /** Returns the client with a format. */
  static DeclaredClient of(String format) {
    return Stream.of(values())
        .filter(client -> client.format.name().equals(format))
        .findFirst()
        .orElseThrow();
  }

  /** Returns the format of logs of this client. */
  LogFormat format() {
    return format;
  }

  /** Returns whether a log of this client begins like this. */
  boolean begins(byte[] head, int length) {
    return TextLine.anyOf(head, length, line -> has(line, request))
        && (response.pattern().isEmpty()
            || TextLine.anyOf(head, length, line -> has(line, response)));
  }

  /** Returns whether a line has a sign and matches; its characters are bytes. */
  private boolean has(TextLine line, Pattern pattern) {
    int end = line.from() + REACH;
    int length = Math.min(line.to() - line.from(), LONGEST);
    return signs.stream().anyMatch(sign -> line.indexOf(sign, line.from(), end) >= 0)
        && pattern
            .matcher(new String(line.bytes(), line.from(), length, StandardCharsets.ISO_8859_1))
            .find();
  }
}
