package org.golivecheck.log.client;

import com.google.common.primitives.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.LogField;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.LogFormat;
import org.golivecheck.log.LogFormat.Form;
import org.golivecheck.log.LogProblem;
import org.golivecheck.log.ProblemCode;
import org.golivecheck.log.format.LogReader;
import org.golivecheck.log.format.ReadContext;
import org.golivecheck.log.format.ReadSession;
import org.golivecheck.log.general.GeneralParser;
import org.golivecheck.log.text.CallLike;
import org.golivecheck.log.text.LineParser;
import org.golivecheck.log.text.LogTime;
import org.golivecheck.log.text.LogTimes;
import org.golivecheck.log.text.TextLine;
import org.golivecheck.log.text.TextLogSession;
import org.golivecheck.text.Ascii;
import org.jspecify.annotations.Nullable;

/**
 * Reads the log of an application whose beginning does not show yet which client it uses: whatever
 * any of them wrote, and the exceptions of SDKs where none did.
 */
public final class ApplicationLogReader implements LogReader {
  private static final LogFormat FORMAT =
      new LogFormat(
          "app-log",
          "an application: what its HTTP client or DocuSign's SDK says among its own lines",
          EnumSet.allOf(LogField.class),
          Form.LINES);

  private static final List<byte[]> LEVELS =
      List.of(
          Ascii.bytes("INFO"),
          Ascii.bytes("WARN"),
          Ascii.bytes("ERROR"),
          Ascii.bytes("DEBUG"),
          Ascii.bytes("TRACE"),
          Ascii.bytes("FATAL"),
          Ascii.bytes("SEVERE"),
          Ascii.bytes("NOTICE"),
          Ascii.bytes("[INF]"),
          Ascii.bytes("[WRN]"),
          Ascii.bytes("[ERR]"),
          Ascii.bytes("[DBG]"));

  /** Names of HTTP clients, for what is said of lines that are not known. */
  private static final Pattern CLIENT =
      Pattern.compile(
          "(?i)\\b(?:axios|superagent|node-fetch|undici|got|RestTemplate|RestClient|WebClient|Feign"
              + "|OkHttp|Retrofit|HttpClient|RestSharp|Refit|Flurl|urllib3|requests|aiohttp|httpx|Faraday"
              + "|Typhoeus|HTTParty|Guzzle|Tesla|HTTPoison|resty)\\b");

  /** How far into a line its level is looked for. */
  private static final int REACH = 120;

  /** So many lines with a time and with a level make a log. */
  private static final int ENOUGH = 2;

  @Override
  public LogFormat format() {
    return FORMAT;
  }

  @Override
  public boolean recognises(byte[] head, int length, FormatOptions options) {
    int[] counts = new int[2];
    boolean isOfApplication =
        TextLine.anyOf(
            head,
            length,
            line -> {
              counts[0] += beginsWithTime(line) ? 1 : 0;
              counts[1] += hasLevel(line) ? 1 : 0;
              return counts[0] >= ENOUGH && counts[1] >= ENOUGH;
            });
    return isOfApplication
        || (Bytes.indexOf(Arrays.copyOf(head, length), (byte) 0) < 0
            && GeneralParser.isOfCalls(
                head,
                length,
                AnyClient.hasException(head, length) ? ApiCall::succeeded : any -> true));
  }

  private static boolean beginsWithTime(TextLine line) {
    LogTime time = LogTimes.in(line.bytes(), line.from(), line.to());
    return time != null && time.from() <= line.from() + 1;
  }

  private static boolean hasLevel(TextLine line) {
    int end = line.from() + REACH;
    return LEVELS.stream().anyMatch(level -> line.indexOf(level, line.from(), end) >= 0);
  }

  @Override
  public boolean isLastResort() {
    return true;
  }

  @Override
  public ReadSession open(ReadContext context) {
    return open(context, new AnyClient(context));
  }

  /** Opens a session that says which lines look like calls that a parser does not read. */
  static ReadSession open(ReadContext context, LineParser parser) {
    Lines lines = new Lines(parser);
    return new Session(context, lines, new TextLogSession(context, lines));
  }

  /** Looks whether a line of which no client's parser knows anything looks like a call. */
  private static final class Lines implements LineParser {
    private final LineParser clients;
    private boolean anyCall;
    private long callLike;
    private long first;

    /** How many of them name an HTTP client. */
    private long named;

    private long firstNamed;
    private String client = "";

    Lines(LineParser clients) {
      this.clients = clients;
    }

    @Override
    public void start(String source, Consumer<? super ApiCall> calls) {
      anyCall = false;
      callLike = 0;
      named = 0;
      client = "";
      clients.start(
          source,
          call -> {
            anyCall = true;
            calls.accept(call);
          });
    }

    @Override
    public boolean line(TextLine line) {
      boolean taken = clients.line(line);
      if (!taken && CallLike.line(line.bytes(), line.from(), line.to())) {
        Matcher name = CLIENT.matcher(line.text());
        boolean known = name.find();
        first = callLike == 0 ? line.number() : first;
        callLike++;
        client = named == 0 && known ? name.group() : client;
        firstNamed = named == 0 && known ? line.number() : firstNamed;
        named += known ? 1 : 0;
      }
      return taken;
    }

    @Override
    public boolean isInCall() {
      return clients.isInCall();
    }

    @Override
    public void endRecord() {
      clients.endRecord();
    }

    @Override
    public void end() {
      clients.end();
    }

    /** Returns which lines look like calls but were not read, or null if all were read. */
    @Nullable LogProblem unread(String source) {
      if (anyCall) {
        return named == 0
            ? null
            : new LogProblem(
                ProblemCode.BAD_RECORD,
                new LogProblem.Position(source, firstNamed, -1),
                looksLike(named)
                    + " of another HTTP client"
                    + name()
                    + ", which may be the same calls and are not read. See them with --input-format"
                    + " app-log; if they are calls of their own, log them as JSON.",
                false);
      }
      return callLike == 0
          ? null
          : new LogProblem(
              ProblemCode.UNKNOWN_FORMAT,
              new LogProblem.Position(source, first, -1),
              "is the log of an application, in which "
                  + looksLike(callLike)
                  + name()
                  + ", but neither as an HTTP client that is known logs them nor as an exception of"
                  + " DocuSign's SDKs; turn the client's debug log on, or try --input-format",
              true);
    }

    private static String looksLike(long lines) {
      return lines == 1 ? "1 line looks like a call" : lines + " lines look like calls";
    }

    private String name() {
      return client.isEmpty() ? "" : " (the first names " + client + ")";
    }
  }

  /** Reports lines of a log that look like calls and were not read. */
  private record Session(ReadContext context, Lines parser, TextLogSession lines)
      implements ReadSession {

    @Override
    public void read(String source, InputStream in, Consumer<? super ApiCall> calls)
        throws IOException {
      lines.read(source, in, calls);
      LogProblem unread = parser.unread(source);
      if (unread != null) {
        context.problems().report(unread);
      }
    }
  }
}
