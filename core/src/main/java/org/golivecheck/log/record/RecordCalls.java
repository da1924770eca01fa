package org.golivecheck.log.record;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.ApiError;
import org.golivecheck.call.ApiError.BodyForm;
import org.golivecheck.call.Identity;
import org.golivecheck.call.ItemError;
import org.golivecheck.call.body.ErrorBody;
import org.golivecheck.call.like.CallSink;
import org.golivecheck.log.ProblemCode;
import org.golivecheck.log.exchange.Exchange;
import org.golivecheck.log.exchange.ExchangeCalls;
import org.golivecheck.log.exchange.FieldName;
import org.golivecheck.log.exchange.FieldValues;
import org.golivecheck.log.format.ReadContext;
import org.golivecheck.log.text.LogTime;
import org.golivecheck.log.text.LogTimes;
import org.jspecify.annotations.Nullable;

/**
 * Makes calls of the records of one text after another. A record is a call, or lacks what a call
 * has and is a problem, or describes no call and is passed over. Not thread-safe.
 */
public final class RecordCalls {
  /** What stands where a status would be: of HTTP clients, curl, and access logs. */
  private static final Set<String> NO_STATUS = Set.of("0", "000", "-1", "-");

  private final ExchangeCalls calls;
  private final RecordValues values = new RecordValues();
  private final LikeRecords likes;
  private String source = "";
  private @Nullable ApiCall last;
  private CallSink target = CallSink.of(call -> {});
  private boolean everyRecordIsCall;

  /** Sets up for some texts. */
  public RecordCalls(ReadContext context) {
    calls = new ExchangeCalls(context);
    likes = new LikeRecords(context.limits());
  }

  /**
   * Begins a text.
   *
   * @param newSource its name
   * @param newTarget takes the calls
   * @param strict whether every record of it should be a call
   */
  public void start(String newSource, Consumer<? super ApiCall> newTarget, boolean strict) {
    source = newSource;
    target = CallSink.of(newTarget);
    everyRecordIsCall = strict;
    values.clear();
    calls.start(source, this::hand);
  }

  private void hand(ApiCall call) {
    last = call;
    target.accept(call);
  }

  /** Returns what knows records that are like earlier ones; its values are to be put there. */
  public LikeRecords likes() {
    return likes;
  }

  /**
   * Hands on the call of a record whose values were put into {@link #likes}, if an earlier one was
   * like it.
   *
   * @return whether one was; if not, the record has to be read in the ordinary way, and {@link
   *     #learn} to be called
   */
  public boolean endLike(long line) {
    last = null;
    boolean found = likes.find(source, line);
    if (found) {
      target.acceptLike(likes);
    }
    return found;
  }

  /** Remembers what became of the record for which {@link #endLike} was called. */
  public void learn() {
    likes.learn(last);
  }

  /** Returns what the next record says, to be filled. */
  public RecordValues values() {
    return values;
  }

  /** Ends the text: reports records without a zone, and how many were no calls. */
  public void finish() {
    calls.end();
  }

  /** Skips the record, which is not a call and should not be one. */
  public void passOver() {
    calls.passOver();
    values.clear();
  }

  /**
   * Passes over a record of which nothing was read. One with a method and a status is a problem: it
   * describes a call, and shows no URL.
   */
  void passOver(long line, long offset) {
    RecordRequest request = RecordRequest.of(values);
    if (request.method() != null && request.url() == null && status() > 0) {
      lose(line, offset, defect(request));
    } else {
      passOver();
    }
  }

  /** Reports that the record should be a call, and why it is not one. */
  public void lose(long line, long offset, String defect) {
    calls.lose(line, offset, defect);
    values.clear();
  }

  /**
   * Reports that the text was not read beyond a record, or the record not to its end: a limit was
   * reached, or the text is cut. Calls may be missing then.
   */
  public void loseUnread(long line, long offset, String defect) {
    calls.loseUnread(line, offset, defect);
    values.clear();
  }

  /** Counts a request that has no response. */
  public void unanswered(long line, RecordValues request) {
    String message = request.get(RecordField.MESSAGE);
    String text = request.get(RecordField.ERROR_TEXT);
    calls.withoutResponse(
        line,
        RecordRequest.of(request).url(),
        Stream.of(message, text, request.get(RecordField.ERROR_CODE))
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" ")));
    values.clear();
  }

  /** Reports that a response has no request before it. */
  public void loseWithoutRequest(long line, long offset) {
    calls.withoutRequest(line, offset);
    values.clear();
  }

  /** Reports what limits cut of the record whose call was handed on. */
  public void reportCut(long line, long offset, String message) {
    calls.report(ProblemCode.ENTRY_LIMIT, line, offset, message);
  }

  /**
   * Ends a record: passes its call on, or reports why it should be a call and is not.
   *
   * @param line where it is, from 1 on
   * @param offset how many bytes of the text are before it
   * @param lineTime the time before the record in its line, or null
   * @return whether it is, or should be, a call; if not its values are still there, and it is to be
   *     passed over if nothing else is made of it
   */
  public boolean end(long line, long offset, @Nullable LogTime lineTime) {
    return end(line, offset, lineTime, false);
  }

  /** Returns the names of the fields that every call has and the record has not. */
  List<String> lacking() {
    RecordRequest request = RecordRequest.of(values);
    List<String> lacking = new ArrayList<>();
    if (request.method() == null) {
      lacking.add(RecordField.METHOD.label());
    }
    if (request.url() == null) {
      lacking.add(RecordField.URL.label());
    }
    if (status() == 0) {
      lacking.add(RecordField.STATUS.label());
    }
    return lacking;
  }

  /** Returns whether the record should be a call but lacks what every call has. */
  public boolean isBad() {
    RecordRequest request = RecordRequest.of(values);
    int status = status();
    boolean lacks = request.method() == null || request.url() == null || status == 0;
    return !values.isListed() && lacks && shouldBeCall(request, status);
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
    } else if (values.get(RecordField.DROPPED_CALLS) != null) {
      loseUnread(
          line,
          offset,
          "Recorded calls are missing ("
              + FieldValues.number(values.get(RecordField.DROPPED_CALLS))
              + "), since the recorder was full. Give it a larger capacity, or append to the file"
              + " more often.");
    } else if (method != null && url != null && isOfDocuSign(url) && saysNoResponse()) {
      unanswered(line, values);
    } else if (!foreign && shouldBeCall(request, status)) {
      lose(line, offset, defect(request));
    } else {
      return false;
    }
    return true;
  }

  /** Takes a record of a listing, which is a call or a problem. */
  private void listed(long line, long offset) {
    try {
      target.accept(ListedRecord.call(values));
      values.clear();
    } catch (IllegalArgumentException | DateTimeException e) {
      lose(
          line,
          offset,
          "The record is not a call as golive-check calls lists it, so it is left out. List the calls"
              + " again, and change no record of the list.");
    }
  }

  private boolean shouldBeCall(RecordRequest request, int status) {
    return (everyRecordIsCall && hasAnyPart()) || looksLikeCall(request, status);
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
    return isOfDocuSign(url) && (request.method() != null || status > 0);
  }

  private static boolean isOfDocuSign(String url) {
    return url.contains("docusign.") || url.startsWith("/restapi/");
  }

  /** Returns whether a record has a status that stands for none, as HTTP clients write it. */
  private boolean saysNoResponse() {
    String status = values.get(RecordField.STATUS);
    return status != null && NO_STATUS.contains(status.strip());
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
            : "The " + field.label() + ' ' + ExchangeCalls.quoted(text) + " is not " + what)
        + "; it is left out. If another column or path has "
        + what
        + ", say so with --map "
        + field.label()
        + "=NAME.";
  }

  private int status() {
    return ExchangeCalls.status(values.get(RecordField.STATUS));
  }

  private void call(
      String method, String url, int status, long line, long offset, @Nullable LogTime lineTime) {
    String ended = values.get(RecordField.TIMESTAMP);
    boolean began = ended == null && lineTime == null;
    String text = began ? values.get(RecordField.STARTED) : ended;
    LogTime own = text == null ? null : LogTimes.value(text);
    boolean needsZone = text == null || (own != null && own.form() != LogTime.Form.INSTANT);
    LogTime time = needsZone && lineTime != null ? lineTime : own;
    if (text != null && time == null) {
      lose(
          line,
          offset,
          "The timestamp "
              + ExchangeCalls.quoted(text)
              + " is not a time that can be read; the record is left out. Write it as"
              + " 2026-01-31T09:30:00.123Z.");
      return;
    }
    Exchange exchange = calls.open();
    exchange.at(line, offset);
    exchange.method(method);
    exchange.url(url);
    exchange.respond(status);
    if (began) {
      exchange.began(time);
    } else {
      exchange.received(time);
    }
    exchange.took(duration());
    exchange.operation(values.get(RecordField.OPERATION));
    headers(exchange);
    bodies(exchange, status);
    identity(exchange);
    calls.close(exchange);
  }

  private @Nullable Duration duration() {
    String text = values.get(RecordField.DURATION);
    return text == null ? null : LoggedDuration.parse(text, values.unit(RecordField.DURATION));
  }

  private void headers(Exchange exchange) {
    List<RecordValues.Header> headers = values.headers();
    // Most records have none, for which an iterator would be made in vain.
    for (int i = 0; i < headers.size(); i++) {
      RecordValues.Header header = headers.get(i);
      if (header.kind() != NameNode.Kind.RESPONSE_HEADERS) {
        exchange.requestHeader(header.name(), header.value());
      }
      if (header.kind() != NameNode.Kind.REQUEST_HEADERS) {
        exchange.responseHeader(header.name(), header.value());
      }
    }
    exchange.requestField(FieldName.USER_AGENT, values.get(RecordField.USER_AGENT));
    exchange.requestField(FieldName.SDK, values.get(RecordField.SDK));
    exchange.requestField(FieldName.REFERER, values.get(RecordField.REFERER));
    exchange.requestField(FieldName.ORIGIN, values.get(RecordField.ORIGIN));
    String token = values.get(RecordField.TRACE_TOKEN);
    // What clouds call a trace is a path.
    if (token != null && token.indexOf('/') < 0) {
      exchange.responseField(FieldName.RESPONSE_TRACE_TOKEN, token);
    }
  }

  private void bodies(Exchange exchange, int status) {
    exchange.requestBytes(FieldValues.number(values.get(RecordField.REQUEST_BYTES)));
    String requestBody = values.get(RecordField.REQUEST_BODY);
    if (requestBody != null) {
      exchange.requestBody(requestBody);
    }
    String body = values.get(RecordField.BODY);
    if (body != null) {
      exchange.responseBody(body);
    }
    boolean plain = values.headers().isEmpty() && body == null;
    String code = values.get(RecordField.ERROR_CODE);
    // Node.js has codes of its own for what DocuSign says in the body.
    if (plain || (code != null && !code.startsWith("ERR_"))) {
      error(exchange, status);
    }
  }

  /** Takes what named values say of errors. */
  private void error(Exchange exchange, int status) {
    String code = values.get(RecordField.ERROR_CODE);
    String message = values.get(RecordField.MESSAGE);
    boolean succeeded = status >= 200 && status <= 299;
    if (succeeded && code != null && !code.equalsIgnoreCase("SUCCESS")) {
      exchange.itemErrors(List.of(new ItemError(code, message == null ? "" : message)));
    } else if (!succeeded && code != null) {
      exchange.error(coded(code, message));
    } else if (!succeeded) {
      exchange.error(message == null ? ApiError.EMPTY : ErrorBody.parse(message));
    }
  }

  /** Makes an error of a code and a message, which may be the text of an SDK around a body. */
  private static ApiError coded(String code, @Nullable String message) {
    ApiError said = message == null ? ApiError.EMPTY : ErrorBody.parse(message);
    return said.wrapper() == null || said.code() == null
        ? new ApiError(code, message, BodyForm.DOCUSIGN, null, "")
        : said;
  }

  private void identity(Exchange exchange) {
    String key = values.get(RecordField.INTEGRATION_KEY);
    String account = values.get(RecordField.ACCOUNT);
    String user = values.get(RecordField.USER);
    if (key != null || account != null || user != null) {
      exchange.identity(new Identity(key, account, user));
    }
  }
}
