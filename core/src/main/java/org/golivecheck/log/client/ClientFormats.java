package org.golivecheck.log.client;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.golivecheck.call.LogField;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.LogFormat;
import org.golivecheck.log.LogFormat.Form;
import org.golivecheck.log.format.LogReader;
import org.golivecheck.log.format.ReadContext;
import org.golivecheck.log.format.ReadSession;
import org.golivecheck.log.text.LineParser;
import org.golivecheck.log.text.TextLine;
import org.jspecify.annotations.Nullable;

/**
 * The formats of logs that HTTP clients write as lines of text: how each begins, and its parser.
 */
public final class ClientFormats {
  private static final Set<LogField> EVERYTHING = EnumSet.allOf(LogField.class);

  private ClientFormats() {}

  /** Recognises a format at the beginning of a log. */
  private interface Head {
    boolean isOfFormat(byte[] head, int length);
  }

  private record Declared(
      LogFormat format,
      Head head,
      @Nullable Function<ReadContext, LineParser> parser,
      boolean isLastResort)
      implements LogReader {

    @Override
    public boolean recognises(byte[] bytes, int length, FormatOptions options) {
      return head.isOfFormat(bytes, length);
    }

    @Override
    public ReadSession open(ReadContext context) {
      return ApplicationLogReader.open(
          context, parser == null ? new AnyClient(context, List.of()) : parser.apply(context));
    }
  }

  private static LogReader format(
      String name,
      String writtenBy,
      Set<LogField> shows,
      Predicate<TextLine> start,
      @Nullable Function<ReadContext, LineParser> parser) {
    return new Declared(
        new LogFormat(name, writtenBy, shows, Form.LINES),
        (head, length) -> TextLine.anyOf(head, length, start),
        parser,
        false);
  }

  /** Returns the reader of the debug log of DocuSign's Java SDK, alone or in another log. */
  public static LogReader jersey() {
    return format(
        "jersey",
        "DocuSign's Java SDK in debug mode (Jersey LoggingFeature)",
        EVERYTHING,
        line -> JerseyParser.startOfRecord(line) >= 0,
        JerseyParser::new);
  }

  /** Returns the reader of Logbook's styles of text; those of JSON are records. */
  public static LogReader logbook() {
    return format(
        "logbook",
        "Logbook in its styles http, curl and splunk",
        EVERYTHING,
        ClientFormats::isOfLogbook,
        LogbookParser::new);
  }

  private static boolean isOfLogbook(TextLine line) {
    return switch (LogbookParser.kind(line)) {
      case REQUEST, RESPONSE, CURL, KEY_REQUEST, KEY_RESPONSE -> true;
      case NONE, FOREIGN -> false;
    };
  }

  /** Returns the reader of OkHttp's logging interceptor. */
  public static LogReader okHttp() {
    return format(
        "okhttp",
        "OkHttp's HttpLoggingInterceptor",
        EVERYTHING,
        OkHttpParser::startsResponse,
        OkHttpParser::new);
  }

  /** Returns the reader of the wire and header logs of Apache HttpClient. */
  public static LogReader apache() {
    return format(
        "apache-httpclient",
        "Apache HttpClient 4 and 5: wire and header logs",
        EVERYTHING,
        ApacheParser::startsPart,
        ApacheParser::new);
  }

  /** Returns the reader of the log of Java's own HTTP client. */
  public static LogReader javaHttp() {
    return format(
        "java-http-client",
        "Java's own HTTP client with jdk.httpclient.HttpClient.log",
        EnumSet.complementOf(EnumSet.of(LogField.ERROR, LogField.KEY)),
        line -> JavaHttpParser.startOfRequest(line) >= 0,
        JavaHttpParser::new);
  }

  /** Returns the reader of what curl writes of its calls: verbose output and traces. */
  public static LogReader curl() {
    return new Declared(
        new LogFormat("curl", "curl with -v, --trace-ascii or --trace", EVERYTHING, Form.LINES),
        (head, length) ->
            TextLine.anyOf(head, length, CurlParser::isTrace)
                || (TextLine.anyOf(head, length, CurlParser::isNote)
                    && TextLine.anyOf(head, length, CurlParser::isRequest)),
        CurlParser::new,
        false);
  }

  /** Returns the reader of the format with a name that {@link DeclaredClient} declares. */
  public static LogReader declared(String format) {
    DeclaredClient client = DeclaredClient.of(format);
    return new Declared(
        client.format(),
        (head, length) ->
            client.begins(head, length)
                && !(client == DeclaredClient.HTTP_TEXT
                    && TextLine.anyOf(head, length, ClientFormats::isOfLogbook)),
        null,
        false);
  }

  /** Returns the reader of the exceptions of DocuSign's SDKs in the log of an application. */
  public static LogReader sdkExceptions() {
    return new Declared(
        new LogFormat(
            "sdk-exceptions",
            "DocuSign's SDKs, in what an application logs of a failure",
            EnumSet.complementOf(EnumSet.of(LogField.DURATION, LogField.SIZE, LogField.KEY)),
            Form.LINES),
        AnyClient::hasException,
        SdkExceptionParser::new,
        true);
  }
}
