package org.golivecheck.log.client;

import org.golivecheck.call.body.StatusWord;
import org.golivecheck.log.text.TextLine;
import org.golivecheck.text.Ascii;
import org.jspecify.annotations.Nullable;

/**
 * Where a line begins to tell of an exception that an SDK threw because DocuSign refused a call.
 *
 * @param sdk whose form it is
 * @param at where in the bytes of the line
 * @param status the HTTP status, or 0 where the line has none
 */
record SdkExceptionStart(Sdk sdk, int at, int status) {

  /** The forms, named after a language that writes it. */
  enum Sdk {
    /** The sentence of Java, PHP and, where signing in fails, C#. */
    JAVA("Error while requesting server, received a non successful HTTP code "),
    /** The name of the method that failed. */
    CSHARP("Error calling "),
    PYTHON("ApiException: ("),
    /** Axios, below the Node SDK and below much else; or superagent, below its older versions. */
    NODE("Request failed with status code "),
    /** Of each of DocuSign's gems: {@code DocuSign_eSign}, {@code DocuSign_Rooms} and others. */
    RUBY("DocuSign_"),
    APEX("dfsle.APIException: "),
    /** Guzzle, below PHP's clients; the request is before these words. */
    GUZZLE("` resulted in a `"),
    /** Requests, Python's client, in {@code 400 Client Error: Bad Request for url: https://...}. */
    REQUESTS("HTTPError: "),
    /** Old versions of the SDK for PHP: {@code [401] Error connecting to the API (https://...)}. */
    PHP("] Error connecting to the API (");

    private final String words;

    Sdk(String words) {
      this.words = words;
    }
  }

  private static final byte[] API_ERROR = Ascii.bytes("::ApiError");
  private static final int MAX_PHRASE = 60;
  private static final byte[] COLON = Ascii.bytes(": ");
  private static final byte[] NO_STATUS = Ascii.bytes("0)");
  private static final byte[] DFSLE = Ascii.bytes("dfsle.");
  private static final byte[] DOCUSIGN = Ascii.bytes("DocuSign");
  private static final byte[] ERROR = Ascii.bytes("Error: ");
  private static final byte[] CANNOT = Ascii.bytes("cannot ");
  private static final byte[] URL = Ascii.bytes("http");
  private static final byte[] OPENING = Ascii.bytes(" (");
  private static final byte[] ERROR_CODE = Ascii.bytes("errorCode");

  /** Returns where the first exception of a line begins, or null if there is none. */
  static @Nullable SdkExceptionStart find(TextLine line) {
    byte[] bytes = line.bytes();
    for (int at = line.from(); at < line.to(); at++) {
      SdkExceptionStart start =
          switch (bytes[at]) {
            case 'E' -> ofError(line, at);
            case 'A' -> ofException(line, at);
            case 'R' -> of(Sdk.NODE, line, at);
            case 'D' -> ofRuby(line, at);
            case 'c' -> ofSuperagent(line, at);
            case '`', 'H' -> ofClient(line, at);
            case ']' -> line.has(Sdk.PHP.words, at) ? ofUrl(Sdk.PHP, line, at - 3) : null;
            default -> null;
          };
      if (start != null) {
        return start;
      }
    }
    return null;
  }

  private static @Nullable SdkExceptionStart ofError(TextLine line, int at) {
    SdkExceptionStart java = of(Sdk.JAVA, line, at);
    if (java != null) {
      return java;
    }
    // Other APIs have clients from the same generator.
    boolean own =
        line.has(Sdk.CSHARP.words, at)
            && (line.indexOf(DOCUSIGN, line.from(), at) >= 0
                || line.indexOf(ERROR_CODE, at, line.to()) >= 0);
    if (own) {
      return of(Sdk.CSHARP, line, at);
    }
    boolean word = line.has(ERROR, at) && (at == line.from() || line.bytes()[at - 1] <= ' ');
    int status = word ? failed(line.text(at + ERROR.length, line.to()).strip()) : 0;
    return status == 0 ? null : new SdkExceptionStart(Sdk.NODE, at, status);
  }

  private static @Nullable SdkExceptionStart ofClient(TextLine line, int at) {
    SdkExceptionStart guzzle = of(Sdk.GUZZLE, line, at);
    boolean requests = guzzle == null && line.has(Sdk.REQUESTS.words, at);
    return requests ? ofUrl(Sdk.REQUESTS, line, at + Sdk.REQUESTS.words.length()) : guzzle;
  }

  /** Returns the start of a text that begins with a status and has a URL in the same line. */
  private static @Nullable SdkExceptionStart ofUrl(Sdk sdk, TextLine line, int at) {
    int status = at < line.from() ? 0 : line.status(at);
    return status >= 400 && line.indexOf(URL, at, line.to()) > 0
        ? new SdkExceptionStart(sdk, at, status)
        : null;
  }

  /**
   * Superagent writes {@code cannot POST /path (400)}; the reason phrase alone in later versions.
   */
  private static @Nullable SdkExceptionStart ofSuperagent(TextLine line, int at) {
    int end = line.has(CANNOT, at) ? line.indexOf(OPENING, at, line.to()) : -1;
    int status = end < 0 ? 0 : line.status(end + OPENING.length);
    return status < 400 ? null : new SdkExceptionStart(Sdk.NODE, at, status);
  }

  /** Returns whether the words say no more than that something failed, in any program of Node. */
  boolean isVague(TextLine line) {
    return sdk == Sdk.NODE && line.has(ERROR, at);
  }

  private static @Nullable SdkExceptionStart ofException(TextLine line, int at) {
    SdkExceptionStart python = of(Sdk.PYTHON, line, at);
    if (python != null) {
      int end = at + Sdk.PYTHON.words.length();
      return python.status > 0 || line.has(NO_STATUS, end) ? python : null;
    }
    int apex = at - DFSLE.length;
    return line.has(DFSLE, apex) ? of(Sdk.APEX, line, apex) : null;
  }

  /**
   * Ruby writes the name of the exception before its message, which is the reason phrase of the
   * response; or after it, in brackets.
   */
  private static @Nullable SdkExceptionStart ofRuby(TextLine line, int at) {
    if (!line.has(Sdk.RUBY.words, at)) {
      return null;
    }
    int name = line.indexOf(API_ERROR, at, line.to());
    if (name < 0 || !isWord(line, at, name)) {
      return null;
    }
    int end = name + API_ERROR.length;
    if (at == line.from() || line.bytes()[at - 1] != '(') {
      return new SdkExceptionStart(Sdk.RUBY, at, failed(line.text(end, line.to())));
    }
    int message = at - 2;
    while (message > line.from() && !line.has(COLON, message - COLON.length)) {
      message--;
    }
    // A logger's words may stand before the phrase.
    for (int word = Math.max(message, at - MAX_PHRASE); word < at - 1; word++) {
      boolean begins = word == message || line.bytes()[word - 1] == ' ';
      int status = begins ? failed(line.text(word, at - 1)) : 0;
      if (status > 0) {
        return new SdkExceptionStart(Sdk.RUBY, word, status);
      }
    }
    return new SdkExceptionStart(Sdk.RUBY, message, 0);
  }

  /** Returns the status that a reason phrase stands for, or 0 for another text. */
  private static int failed(String phrase) {
    int status = StatusWord.ofPhrase(phrase);
    return status >= 400 ? status : 0;
  }

  private static boolean isWord(TextLine line, int from, int to) {
    for (int i = from; i < to; i++) {
      if (line.bytes()[i] != '_' && !Character.isLetterOrDigit(line.bytes()[i])) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable SdkExceptionStart of(Sdk sdk, TextLine line, int at) {
    if (!line.has(sdk.words, at)) {
      return null;
    }
    int end = at + sdk.words.length();
    int digits = end < line.to() && line.bytes()[end] == '[' ? end + 1 : end;
    return new SdkExceptionStart(sdk, at, line.status(digits));
  }
}
