package org.golivecheck.log.record;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.ApiCall.Gap;
import org.golivecheck.call.ApiCall.Vantage;
import org.golivecheck.call.ApiError;
import org.golivecheck.call.ApiError.BodyForm;
import org.golivecheck.call.Client;
import org.golivecheck.call.Identity;
import org.golivecheck.call.ItemError;
import org.golivecheck.call.body.ErrorBody;
import org.golivecheck.log.LogProblem;
import org.golivecheck.log.ProblemCode;
import org.golivecheck.log.exchange.FieldName;
import org.golivecheck.log.exchange.HttpExchange;
import org.golivecheck.log.format.ReadContext;
import org.golivecheck.log.text.LogClock;
import org.golivecheck.log.text.LogTime;
import org.golivecheck.log.text.LogTimes;
import org.jspecify.annotations.Nullable;

/**
 * Makes calls of the records of one text after another. A record is a call, or lacks what a call
 * has and is a problem, or is none at all and is passed over. Not thread-safe.
 */
public final class RecordCalls {
  private static final int MAX_QUOTE = 60;
  private static final Set<Gap> NO_TIME = Set.of(Gap.TIME);

  private final ReadContext context;
  private final RecordValues values = new RecordValues();
  private final LogClock clock;
  private @Nullable HttpExchange exchange;
  private String source = "";
  private Consumer<? super ApiCall> calls = call -> {};
  private boolean everyRecordIsCall;
  private long passedOver;

  /** Sets up for some texts. */
  public RecordCalls(ReadContext context) {
    this.context = context;
    this.clock = new LogClock(context);
  }

  /**
   * Begins a text.
   *
   * @param newSource its name
   * @param target takes the calls
   * @param strict whether every record of it should be a call
   */
  public void start(String newSource, Consumer<? super ApiCall> target, boolean strict) {
    source = newSource;
    calls = target;
    everyRecordIsCall = strict;
    passedOver = 0;
    values.clear();
    clock.start(newSource);
  }

  /** Returns what the next record says, to be filled. */
  public RecordValues values() {
    return values;
  }

  /** Returns the clock of the text. */
  public LogClock clock() {
    return clock;
  }

  /** Ends the text: tells of records without a zone, and how many were no calls. */
  public void finish() {
    clock.end();
    context.problems().passedOver(passedOver);
  }

  /** Passes the record over: it is no call, nor should it be one. */
  public void passOver() {
    passedOver++;
    values.clear();
  }

  /** Reports that the record should be a call, and why it is none. */
  public void lose(long line, long offset, String defect) {
    lose(line, offset, defect, false);
  }

  /**
   * Reports that the text was not read beyond a record, or the record not to its end: a limit was
   * reached, or the text is cut. Calls may be missing then.
   */
  public void loseUnread(long line, long offset, String defect) {
    lose(line, offset, defect, true);
  }

  private void lose(long line, long offset, String defect, boolean unread) {
    context
        .problems()
        .report(new LogProblem(ProblemCode.BAD_RECORD, source, line, offset, defect, unread));
    values.clear();
  }

  /**
   * Ends a record: hands its call on, or reports why it is none though it should be.
   *
   * @param line where it is, from 1 on
   * @param offset how many bytes of the text are before it
   * @param lineTime the time that stands before the record in its line, or null
   * @return whether it is, or should be, a call; if not its values are still there, and it is to be
   *     passed over if nothing else is made of it
   */
  public boolean end(long line, long offset, @Nullable LogTime lineTime) {
    return end(line, offset, lineTime, false);
  }

  /**
   * Ends a record of a text in which every record should be a call, though maybe not this one: if
   * no part of a call in it can be read, it is not.
   */
  public boolean endIrregular(long line, long offset) {
    RecordRequest request = RecordRequest.of(values);
    boolean foreign = request.method() == null && request.url() == null && status() == 0;
    return end(line, offset, null, foreign);
  }

  private boolean end(long line, long offset, @Nullable LogTime lineTime, boolean foreign) {
    if (values.isListed()) {
      listed(line, offset);
      return true;
    }
    RecordRequest request = RecordRequest.of(values);
    String method = request.method();
    String url = request.url();
    int status = status();
    if (method != null && url != null && status > 0) {
      call(method, url, status, line, offset, lineTime);
      values.clear();
    } else if ((everyRecordIsCall && !foreign && hasAnyPart()) || looksLikeCall(request, status)) {
      lose(line, offset, defect(request));
    } else {
      return false;
    }
    return true;
  }

  /** Takes a record of a listing, which is a call or a problem. */
  private void listed(long line, long offset) {
    try {
      calls.accept(ListedRecord.call(values));
      values.clear();
    } catch (IllegalArgumentException | DateTimeException e) {
      lose(
          line,
          offset,
          "The record is no call as golive-check calls lists it; it is left out. List the calls"
              + " again, and change no record of the list.");
    }
  }

  private boolean hasAnyPart() {
    return values.get(RecordField.METHOD) != null
        || values.get(RecordField.URL) != null
        || values.get(RecordField.PATH) != null
        || values.get(RecordField.REQUEST_LINE) != null
        || values.get(RecordField.STATUS) != null;
  }

  /** Returns whether a record that lacks something is about a call to an API of DocuSign. */
  private boolean looksLikeCall(RecordRequest request, int status) {
    String url = request.url();
    if (url == null) {
      return request.method() != null && status > 0 && values.isNamed(RecordField.URL);
    }
    boolean ofDocuSign = url.contains("docusign.") || url.startsWith("/restapi/");
    return ofDocuSign && (request.method() != null || status > 0);
  }

  private String defect(RecordRequest request) {
    if (request.method() == null) {
      return missing(RecordField.METHOD, "an HTTP method");
    }
    if (request.url() == null) {
      return missing(RecordField.URL, "a URL or a path");
    }
    return missing(RecordField.STATUS, "an HTTP status of three digits");
  }

  private String missing(RecordField field, String what) {
    String text = values.get(field);
    return (text == null
            ? "The record has no " + field.label()
            : "The " + field.label() + " '" + cut(text) + "' is not " + what)
        + "; it is left out. If another column or path has "
        + what
        + ", say so with --map "
        + field.label()
        + "=NAME.";
  }

  private static String cut(String text) {
    return text.length() <= MAX_QUOTE ? text : text.substring(0, MAX_QUOTE) + "...";
  }

  /** Returns the status, or 0 where the record has none. */
  private int status() {
    String text = values.get(RecordField.STATUS);
    if (text == null || text.length() < 3) {
      return 0;
    }
    int status = 0;
    for (int i = 0; i < 3; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return 0;
      }
      status = status * 10 + digit;
    }
    // A word or a needless fraction may follow, a fourth digit may not.
    boolean ends = text.length() == 3 || text.charAt(3) == ' ' || text.startsWith(".0", 3);
    return ends && status >= 100 ? status : 0;
  }

  private void call(
      String method, String url, int status, long line, long offset, @Nullable LogTime lineTime) {
    String ended = values.get(RecordField.TIMESTAMP);
    boolean started = ended == null && lineTime == null;
    String text = started ? values.get(RecordField.STARTED) : ended;
    LogTime time = text == null ? lineTime : LogTimes.value(text);
    Instant timestamp;
    if (time != null) {
      timestamp = clock.instant(time);
      if (timestamp == null) {
        clock.lose(time, line);
        return;
      }
      Duration taken = started ? duration() : null;
      timestamp = taken == null ? timestamp : timestamp.plus(taken);
    } else if (text != null) {
      lose(
          line,
          offset,
          "The timestamp '"
              + cut(text)
              + "' is no time that can be read; the record is left out. Write it as"
              + " 2026-01-31T09:30:00.123Z.");
      return;
    } else {
      timestamp = Instant.EPOCH;
    }
    ApiCall.Builder call = builder(timestamp, method, url, status, source + ":" + line);
    if (time == null) {
      call.gaps(NO_TIME);
    }
    calls.accept(addIdentity(call.loggedOperation(values.get(RecordField.OPERATION))));
  }

  private ApiCall.Builder builder(
      Instant timestamp, String method, String url, int status, String place) {
    boolean plain = values.headers().isEmpty() && values.get(RecordField.BODY) == null;
    ApiCall.Builder call =
        plain
            ? plain(timestamp, method, url, status, place)
            : exchange(timestamp, method, url, status, place);
    if (plain || values.get(RecordField.ERROR_CODE) != null) {
      addError(call, status);
    }
    Duration taken = duration();
    if (taken != null) {
      call.duration(taken);
    }
    return call;
  }

  private @Nullable Duration duration() {
    String text = values.get(RecordField.DURATION);
    return text == null ? null : Durations.parse(text, values.unit(RecordField.DURATION));
  }

  private ApiCall.Builder plain(
      Instant timestamp, String method, String url, int status, String place) {
    String token = values.get(RecordField.TRACE_TOKEN);
    return ApiCall.builder(timestamp, method, url, status)
        .source(place)
        .vantage(Vantage.CLIENT)
        .traceToken(token)
        .answeredByDocuSign(token != null)
        .requestBytes(requestBytes())
        .client(
            new Client(
                values.get(RecordField.USER_AGENT),
                values.get(RecordField.SDK),
                values.get(RecordField.REFERER),
                values.get(RecordField.ORIGIN),
                null,
                false));
  }

  private long requestBytes() {
    String text = values.get(RecordField.REQUEST_BYTES);
    if (text == null || text.length() > 18) {
      return -1;
    }
    long bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      bytes = bytes * 10 + digit;
    }
    return bytes;
  }

  /** Makes a call of a record that has headers or a body. */
  private ApiCall.Builder exchange(
      Instant timestamp, String method, String url, int status, String place) {
    HttpExchange http = exchange;
    if (http == null) {
      http = new HttpExchange(context.limits().maxDepth());
      exchange = http;
    }
    http.start();
    http.status(status);
    for (RecordValues.Header header : values.headers()) {
      if (header.kind() != NameNode.Kind.ANSWER_HEADERS) {
        http.requestHeader(header.name(), header.value());
      }
      if (header.kind() != NameNode.Kind.REQUEST_HEADERS) {
        http.answerHeader(header.name(), header.value());
      }
    }
    header(http, FieldName.USER_AGENT, RecordField.USER_AGENT);
    header(http, FieldName.SDK, RecordField.SDK);
    header(http, FieldName.REFERER, RecordField.REFERER);
    header(http, FieldName.ORIGIN, RecordField.ORIGIN);
    String token = values.get(RecordField.TRACE_TOKEN);
    if (token != null) {
      http.answerHeader(FieldName.RESPONSE_TRACE_TOKEN.label(), token);
    }
    String requestBody = values.get(RecordField.REQUEST_BODY);
    if (requestBody != null) {
      http.requestBody(requestBody);
    }
    long bytes = requestBytes();
    if (bytes >= 0) {
      http.requestBytes(bytes);
    }
    String body = values.get(RecordField.BODY);
    if (body != null) {
      http.answerBody(body);
    }
    return http.call(timestamp, method, url, place);
  }

  private void header(HttpExchange http, FieldName name, RecordField field) {
    String value = values.get(field);
    if (value != null) {
      http.requestHeader(name.label(), value);
    }
  }

  private void addError(ApiCall.Builder call, int status) {
    String code = values.get(RecordField.ERROR_CODE);
    String message = values.get(RecordField.MESSAGE);
    boolean succeeded = status >= 200 && status <= 299;
    if (succeeded && code != null && !code.equalsIgnoreCase("SUCCESS")) {
      call.itemErrors(List.of(new ItemError(code, message == null ? "" : message)));
    } else if (!succeeded && code != null) {
      call.error(coded(code, message));
    } else if (!succeeded) {
      call.error(message == null ? ApiError.EMPTY : ErrorBody.parse(message));
    }
  }

  /** Makes an error of a code and a message, which may be the text of an SDK around a body. */
  private static ApiError coded(String code, @Nullable String message) {
    ApiError said = message == null ? ApiError.EMPTY : ErrorBody.parse(message);
    return said.wrapper() == null || said.code() == null
        ? new ApiError(code, message, BodyForm.DOCUSIGN, null, "")
        : said;
  }

  private ApiCall addIdentity(ApiCall.Builder call) {
    String key = values.get(RecordField.INTEGRATION_KEY);
    String account = values.get(RecordField.ACCOUNT);
    String user = values.get(RecordField.USER);
    ApiCall built = call.build();
    if (key == null && account == null && user == null) {
      return built;
    }
    String known = key != null ? key : built.identity().integrationKey();
    return call.identity(new Identity(known, account, user)).build();
  }
}
