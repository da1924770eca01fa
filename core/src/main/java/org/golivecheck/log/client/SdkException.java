package org.golivecheck.log.client;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.golivecheck.call.ApiError;
import org.golivecheck.call.ApiError.BodyForm;
import org.golivecheck.call.body.ErrorBody;
import org.golivecheck.log.client.SdkExceptionStart.Sdk;
import org.golivecheck.log.exchange.ExchangeCalls;
import org.golivecheck.log.text.LogTime;
import org.golivecheck.log.text.TextLine;
import org.jspecify.annotations.Nullable;

/**
 * One exception as far as it was read: what shows DocuSign's response, and nothing else, since
 * dumps of errors hold headers with access tokens too.
 */
final class SdkException {
  private static final int MAX_TEXT = 8_192;

  /** Dumps of errors have some hundred lines. */
  private static final int MOST_LINES = 2_000;

  /** What DocuSign answers to nearly all calls that it refuses. */
  private static final int USUAL_STATUS = 400;

  private static final Pattern CODE_OF_401 =
      Pattern.compile("(?i)AUTHORIZATION_\\w*TOKEN|\\w+_AUTHENTICATION_FAILED");
  private static final Pattern CODE_OF_429 =
      Pattern.compile("(?i)(?:HOURLY|BURST)_\\w+_LIMIT_EXCEEDED|API_REQUEST_IS_THROTTLED");

  /** A status of 0, by which SDKs say that there was no response. */
  private static final Pattern NO_STATUS =
      Pattern.compile(
          "HTTP status code: 0\\b|HTTP code \\[?0\\b|ApiException: \\(0\\)|: status:? 0$");

  /** What the HTTP clients below the SDKs say where there was no response. */
  private static final Pattern NO_RESPONSE =
      Pattern.compile(
          "(?i)^Error$|\\b(?:SSL|TLS|socket|connections?|timeout|timed out|certificate|canceled"
              + "|no such host|host is known|resolve host|unreachable|name or service"
              + "|(?:unable|failed|couldn't|could not) (?:to )?connect|actively refused"
              + "|error occurred while sending the request|response ended|returned nothing)\\b");

  /** The exception of .NET below that of the SDK. */
  private static final Pattern INNER_NO_RESPONSE =
      Pattern.compile("---> System\\.(?:Net|IO|Threading|OperationCanceled|Security)\\b");

  private static final Pattern STATUS = Pattern.compile("(?:HTTP status code: |status: )(\\d{3})");
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?i)(?:x-docusign-tracetoken['\"]?(?:\\s*[:=]>?\\s*)\\[?['\"]?|^trace-token: )"
              + "([0-9a-f][0-9a-f-]{7,63})");
  private static final Pattern DATE =
      Pattern.compile("(?i)\\bdate['\"]?(?:\\s*[:=]>?\\s*)\\[?['\"]?(\\w{3}, [\\w: -]{18,24} GMT)");

  /** Method, URL and body in the text of an HTTP client. */
  private static final Pattern CLIENT_REQUEST =
      Pattern.compile(
          "(?:`([A-Z]{3,7}) |for url: |to the API \\()(https?://[^\\s`)]{1,8000})"
              + "(?:` resulted in a `[^`]*` response:(.*))?");

  /** What a dump shows of the request: the first of each counts. */
  private static final Pattern METHOD =
      Pattern.compile("(?:\\bmethod['\"]?: ?['\"]|\\bcannot |\\b_header: ')([A-Za-z]{3,7})[ '\"]");

  private static final Pattern DUMPED_URL =
      Pattern.compile("\\b_?(?:url|currentUrl)['\"]?: ?['\"](https?://[^'\"\\s]{1,8000})['\"]");
  private static final Pattern PATH =
      Pattern.compile("(?:\\bpath['\"]?: ?['\"]|\\bcannot [A-Z]+ )(/[^'\"\\s]{1,8000})['\" ]");
  private static final Pattern HOST = Pattern.compile("\\bhost['\"]?: ?['\"]([\\w.-]{1,250})['\"]");

  /** A header, as a member or as a line of a request in a text. */
  private static final Pattern HEADER =
      Pattern.compile(
          "(?i)['\"]?(x-[\\w-]{1,60}|user-agent)['\"]?: ?['\"]?([^'\"\\[\\\\]{1,1000})(?:['\"]|\\\\r)");

  private static final Pattern MEMBER =
      Pattern.compile("\\b(errorCode|error|message)['\"]?:\\s*['\"]([^'\"]{1,2000})['\"]");
  private static final Pattern CSHARP_METHOD = Pattern.compile("Error calling (\\w{1,80}): ");
  private static final Pattern JAVA_METHOD =
      Pattern.compile("com\\.docusign\\.[\\w.]+\\.api\\.\\w+\\.(\\w{1,80}?)(?:WithHttpInfo)?\\(");

  private final Sdk sdk;
  private final long line;
  private final @Nullable LogTime time;
  private final StringBuilder text = new StringBuilder();
  private int status;
  private int lines;
  private boolean traced;
  private boolean noResponse;
  private @Nullable ApiError error;
  private boolean ofDocuSign;
  private @Nullable String token;
  private @Nullable String date;
  private @Nullable String operation;
  private @Nullable String dumpedCode;
  private @Nullable String dumpedMessage;
  private @Nullable String method;
  private @Nullable String url;
  private @Nullable String path;
  private @Nullable String host;
  private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  SdkException(SdkExceptionStart start, TextLine at, @Nullable LogTime time) {
    this.sdk = start.sdk();
    this.status = start.status();
    this.line = at.number();
    this.time = time;
    String first = at.text(start.at(), Math.min(at.to(), start.at() + MAX_TEXT));
    ofDocuSign = sdk != Sdk.NODE && sdk != Sdk.PYTHON;
    if (sdk == Sdk.GUZZLE || sdk == Sdk.REQUESTS || sdk == Sdk.PHP) {
      Matcher request = CLIENT_REQUEST.matcher(at.text());
      if (request.find()) {
        method = request.group(1);
        url = request.group(2);
        text.append(request.group(3) == null ? "" : request.group(3).strip());
      }
      ofDocuSign = url != null && ExchangeCalls.mayBeOfDocuSign(url);
    } else if (sdk == Sdk.NODE) {
      // What follows in the line may be the dump of a request with its headers.
      text.append("Request failed with status code ").append(status);
      look(at.text());
    } else {
      text.append(first);
      ofDocuSign |= at.text(at.from(), start.at()).contains("docusign");
      Matcher named = CSHARP_METHOD.matcher(first);
      if (sdk == Sdk.CSHARP && named.lookingAt()) {
        operation = named.group(1);
      }
    }
  }

  /** Takes a further line. */
  void line(TextLine next) {
    lines++;
    noResponse |= sdk == Sdk.CSHARP && INNER_NO_RESPONSE.matcher(head(next)).find();
    if (SdkExceptionParser.isTrace(next)) {
      traced = true;
      if (sdk == Sdk.JAVA && operation == null) {
        Matcher named = JAVA_METHOD.matcher(next.text());
        operation = named.find() ? capitalised(named.group(1)) : null;
      }
    } else if (sdk == Sdk.GUZZLE && lines == 1 && text.isEmpty()) {
      text.append(head(next));
    } else if (isDump()) {
      look(head(next));
    } else if (sdk == Sdk.PYTHON || sdk == Sdk.RUBY) {
      labelled(head(next));
    } else if (!traced && isOpen()) {
      append(head(next));
    }
  }

  private static String head(TextLine line) {
    return line.text(line.from(), Math.min(line.to(), line.from() + MAX_TEXT));
  }

  private static String capitalised(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  private void append(String next) {
    if (text.length() < MAX_TEXT) {
      text.append('\n').append(next);
    }
  }

  /** Takes a line that begins with what it shows, as Python and Ruby write them. */
  private void labelled(String next) {
    boolean body = next.regionMatches(true, 0, "HTTP response body:", 0, 19);
    if (body || next.startsWith("Response body:") || isOpen()) {
      append(next);
      return;
    }
    ofDocuSign |= next.regionMatches(true, 0, "Trace-Token:", 0, 12);
    look(next);
  }

  /** Takes what a dump shows of the response. */
  private void look(String next) {
    token = found(token, TOKEN, next);
    date = found(date, DATE, next);
    Matcher found = STATUS.matcher(next);
    if (status == 0 && found.find()) {
      status = Integer.parseInt(found.group(1));
    }
    ofDocuSign |= token != null || next.contains(".docusign.") || next.contains("X-DocuSign-SDK");
    if (isDump()) {
      request(next);
      member(next);
    }
  }

  private static @Nullable String found(@Nullable String before, Pattern pattern, String next) {
    if (before != null) {
      return before;
    }
    Matcher found = pattern.matcher(next);
    return found.find() ? found.group(1) : null;
  }

  private void request(String next) {
    method = found(method, METHOD, next);
    url = found(url, DUMPED_URL, next);
    path = found(path, PATH, next);
    host = found(host, HOST, next);
    for (Matcher header = HEADER.matcher(next); header.find(); ) {
      headers.putIfAbsent(header.group(1), header.group(2));
    }
  }

  /** Returns the method that a dump shows, or null. */
  @Nullable String method() {
    return method;
  }

  /** Returns the URL, or the path, that a dump shows, or null. */
  @Nullable String url() {
    if (url != null || path == null) {
      return url;
    }
    return host == null ? path : "https://" + host + path;
  }

  /** Returns the headers of request and response that a dump shows, none with a credential. */
  Map<String, String> headers() {
    return headers;
  }

  private void member(String next) {
    Matcher found = MEMBER.matcher(next);
    while (found.find()) {
      boolean message = found.group(1).equals("message");
      if (!message && dumpedCode == null) {
        dumpedCode = found.group(2);
      } else if (message && dumpedCode != null && dumpedMessage == null) {
        dumpedMessage = found.group(2);
      }
    }
  }

  /** Returns whether the body is not at its end: an object of it is not. */
  private boolean isOpen() {
    if (text.length() >= MAX_TEXT) {
      return false;
    }
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
    }
    return depth > 0;
  }

  /** Returns whether nothing more is taken: what goes on for so long is something else. */
  boolean isFull() {
    return lines >= MOST_LINES;
  }

  /** Returns whether this is the dump of an object, whose lines are indented. */
  boolean isDump() {
    return sdk == Sdk.NODE;
  }

  boolean goesOnAfterEmptyLines() {
    return sdk == Sdk.PYTHON && text.indexOf("HTTP response body") < 0;
  }

  /** Returns whether there is a sign that DocuSign answered. */
  boolean isOfDocuSign() {
    return ofDocuSign || text.indexOf("errorCode") >= 0;
  }

  /** Returns whether this is an exception printed again: as a cause, or in another way. */
  boolean repeats(SdkException earlier) {
    if (token != null && earlier.token != null) {
      return token.equals(earlier.token);
    }
    if (url() != null && earlier.url() != null && !Objects.equals(url(), earlier.url())) {
      return false;
    }
    boolean bodiless = isDump() && (dumpedCode == null || earlier.dumpedCode == null);
    boolean sameOperation =
        operation == null || earlier.operation == null || operation.equals(earlier.operation);
    return sdk == earlier.sdk
        && sameOperation
        && status() == earlier.status()
        && (bodiless || saysTheSame(earlier));
  }

  private boolean saysTheSame(SdkException earlier) {
    ApiError own = error();
    ApiError other = earlier.error();
    String message = own.message();
    String otherMessage = other.message();
    boolean sameText =
        (message == null || otherMessage == null)
            ? own.text().equals(other.text())
            : withoutEnd(message).equals(withoutEnd(otherMessage));
    return sameText && Objects.equals(own.code(), other.code());
  }

  /** Takes off the bracket of an exception that quotes this one. */
  private static String withoutEnd(String message) {
    return message.stripTrailing().replaceFirst("\\)+$", "");
  }

  /** Returns whether this directly follows another one, as a message that a logger wrote first. */
  boolean follows(SdkException earlier) {
    return !earlier.traced && earlier.line + earlier.lines + 1 == line;
  }

  /** Returns whether the request got no response, so that there was no call. */
  boolean hasNoResponse() {
    if (status > 0) {
      return false;
    }
    if (NO_STATUS.matcher(text).find()) {
      return true;
    }
    ApiError said = error();
    String message = said.message();
    return (sdk == Sdk.CSHARP || sdk == Sdk.RUBY)
        && said.form() == BodyForm.TEXT
        && said.code() == null
        && message != null
        && (noResponse || NO_RESPONSE.matcher(withoutEnd(message)).find());
  }

  /** Returns whether the text has no status, so that {@link #status} is what its error implies. */
  boolean impliesStatus() {
    return status == 0;
  }

  /** Returns its text as far as it is kept. */
  String text() {
    return text.toString();
  }

  int status() {
    if (status > 0) {
      return status;
    }
    String code = error().code();
    if (code != null && CODE_OF_401.matcher(code).matches()) {
      return 401;
    }
    return code != null && CODE_OF_429.matcher(code).matches() ? 429 : USUAL_STATUS;
  }

  /** Returns what the exception says; to be asked when it is read to its end. */
  ApiError error() {
    ApiError said = error;
    if (said == null) {
      said =
          dumpedCode == null
              ? ErrorBody.parse(text.toString())
              : new ApiError(
                  dumpedCode, dumpedMessage, BodyForm.DOCUSIGN, "Node SDK", text.toString());
      error = said;
    }
    return said;
  }

  boolean isOf(Sdk wanted) {
    return sdk == wanted;
  }

  long line() {
    return line;
  }

  @Nullable LogTime time() {
    return time;
  }

  @Nullable String date() {
    return date;
  }

  @Nullable String traceToken() {
    return token;
  }

  @Nullable String operation() {
    return operation;
  }
}
