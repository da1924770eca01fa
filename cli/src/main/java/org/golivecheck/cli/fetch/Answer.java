package org.golivecheck.cli.fetch;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a server answered. */
final class Answer {
  private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,79}");
  private static final Pattern XML_CODE = Pattern.compile("<errorCode>([^<]*)</errorCode>");
  private static final Pattern TRACE_TOKEN = Pattern.compile("[0-9A-Fa-f-]{8,40}");
  private static final int XML_LOOK = 4096;

  private final int status;
  private final HttpHeaders headers;
  private final byte[] body;

  /**
   * Keeps an answer.
   *
   * @param status the HTTP status
   * @param headers the headers
   * @param body the body; empty where there is none; not copied
   */
  Answer(int status, HttpHeaders headers, byte[] body) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  /** Returns the HTTP status. */
  int status() {
    return status;
  }

  /** Returns the headers. */
  HttpHeaders headers() {
    return headers;
  }

  /** Returns the body; not copied. */
  byte[] body() {
    return body;
  }

  /** Returns whether the server did as asked. */
  boolean ok() {
    return status >= 200 && status < 300;
  }

  /** Returns the plain fields of a JSON body. */
  JsonFields fields() {
    return JsonFields.of(body);
  }

  /** Returns the code of the error, of the API or of OAuth, as sent; empty where there is none. */
  String errorCode() {
    JsonFields fields = fields();
    String code = fields.get("errorCode");
    if (code == null) {
      code = fields.get("error");
    }
    if (code == null) {
      int length = Math.min(body.length, XML_LOOK);
      Matcher xml = XML_CODE.matcher(new String(body, 0, length, StandardCharsets.UTF_8));
      code = xml.find() ? xml.group(1) : "";
    }
    return CODE.matcher(code).matches() ? code : "";
  }

  /** Returns whether the code of the error has a word in it, ignoring case. */
  boolean errorSays(String word) {
    return errorCode().toUpperCase(Locale.ROOT).contains(word);
  }

  /** Returns the type of the body without its parameters, in lower case; empty if not told. */
  String contentType() {
    String type = headers.firstValue("Content-Type").orElse("");
    int end = type.indexOf(';');
    return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
  }

  /** Returns what it tells of the limits on calls. */
  CallLimits limits() {
    return CallLimits.of(headers);
  }

  /** Returns status, code and trace token for a message, such as {@code 401 X, trace token Y}. */
  String summary() {
    StringBuilder text = new StringBuilder().append(status);
    if (!errorCode().isEmpty()) {
      text.append(' ').append(errorCode());
    }
    String token = headers.firstValue("X-DocuSign-TraceToken").orElse("");
    if (TRACE_TOKEN.matcher(token).matches()) {
      text.append(", trace token ").append(token);
    }
    return text.toString();
  }
}
