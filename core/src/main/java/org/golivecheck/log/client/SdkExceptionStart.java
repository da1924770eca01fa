package org.golivecheck.log.client;

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
    /** Axios, below the Node SDK and below much else. */
    NODE("Request failed with status code "),
    RUBY("DocuSign_eSign::ApiError"),
    APEX("dfsle.APIException: ");

    private final String words;

    Sdk(String words) {
      this.words = words;
    }
  }

  private static final byte[] DFSLE = Ascii.bytes("dfsle.");
  private static final byte[] DOCUSIGN = Ascii.bytes("DocuSign");
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
            case 'D' -> of(Sdk.RUBY, line, at);
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
    return own ? of(Sdk.CSHARP, line, at) : null;
  }

  private static @Nullable SdkExceptionStart ofException(TextLine line, int at) {
    SdkExceptionStart python = of(Sdk.PYTHON, line, at);
    if (python != null) {
      return python.status > 0 ? python : null;
    }
    int apex = at - DFSLE.length;
    return line.has(DFSLE, apex) ? of(Sdk.APEX, line, apex) : null;
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
