package org.golivecheck.log.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.like.CallSink;
import org.golivecheck.call.like.LikeCall;
import org.golivecheck.log.format.LoggedText;
import org.golivecheck.log.text.CallLike;
import org.golivecheck.log.text.LogTime;
import org.golivecheck.log.text.LogTimes;
import org.jspecify.annotations.Nullable;

/**
 * Finds calls in the messages of records that are not calls themselves: what an application logged,
 * wrapped into records by its logger, a container, a collector or the export of a log store. The
 * time of the record is used where the message has none. Not thread-safe.
 */
final class Messages implements CallSink {
  /** A collector wraps what a container has wrapped. */
  private static final int MOST_WRAPS = 3;

  private static final Pattern HALF =
      Pattern.compile(
          "(?:Sending|Start processing|Received|End processing) HTTP re(?:quest|sponse) ");

  /** A record that lacks all of method, URL and status has them in a text. */
  private static final int MOST_LACKING = 3;

  private final RecordCalls calls;
  private final LoggedText texts;
  private final JsonFactory factory;
  private final JsonRecord reader;
  private CallSink target = CallSink.of(call -> {});
  private boolean anyCall;
  private long unread;
  private String advice = "";

  Messages(RecordCalls calls, LoggedText texts, JsonFactory factory, JsonRecord reader) {
    this.calls = calls;
    this.texts = texts;
    this.factory = factory;
    this.reader = reader;
  }

  /**
   * Takes a record that is one of those by which .NET logs a call: it has the parts of the call,
   * but each of them lacks some.
   *
   * @return whether it is one
   */
  boolean takeHalf(long line, @Nullable LogTime lineTime) {
    RecordValues values = calls.values();
    String message = values.get(RecordField.MESSAGE);
    if (message == null
        || values.isListed()
        || message.isEmpty()
        || "SRE".indexOf(message.charAt(0)) < 0
        || !HALF.matcher(message).lookingAt()) {
      return false;
    }
    String time = values.get(RecordField.TIMESTAMP);
    LogTime logged = time == null ? lineTime : LogTimes.value(time);
    text(
        message
            .replace("{HttpMethod}", String.valueOf(values.get(RecordField.METHOD)))
            .replace("{Uri}", String.valueOf(values.get(RecordField.URL)))
            .replace("{ElapsedMilliseconds}", String.valueOf(values.get(RecordField.DURATION)))
            .replace("{StatusCode}", String.valueOf(values.get(RecordField.STATUS))),
        line,
        logged);
    return true;
  }

  /** Begins a log, and returns what takes its calls. */
  CallSink start(Consumer<? super ApiCall> newTarget) {
    target = CallSink.of(newTarget);
    anyCall = false;
    unread = 0;
    advice = "";
    return this;
  }

  @Override
  public void accept(ApiCall call) {
    anyCall = true;
    target.accept(call);
  }

  @Override
  public void acceptLike(LikeCall call) {
    anyCall = true;
    target.acceptLike(call);
  }

  /** Ends a log: reports one from which no call was read though its records look like calls. */
  void end() {
    if (unread > 0 && !anyCall) {
      calls.loseUnread(unread, -1, advice);
    }
  }

  /**
   * Looks whether a record that was passed over looks like a call: the bytes in {@code [from, to)}.
   *
   * @param lacking the fields that every call has and the record has not
   */
  void look(byte[] bytes, int from, int to, long line, List<String> lacking) {
    if (anyCall || unread > 0 || !CallLike.line(bytes, from, to)) {
      return;
    }
    unread = line;
    advice =
        lacking.size() < MOST_LACKING
            ? "No call was read, though records look like calls: this one has no "
                + String.join(" and no ", lacking)
                + " under a name that is known. Say which members or columns they are, with "
                + lacking.stream()
                    .map(field -> "--map " + field + "=NAME")
                    .collect(Collectors.joining(" "))
                + "."
            : "No call was read, though texts look like calls: this one is neither as an HTTP client"
                + " or a proxy logs them nor an exception of DocuSign's SDKs. If method, URL and"
                + " status have members or columns of their own, say which with --map; else turn the"
                + " client's debug log on.";
  }

  /** Returns whether no call was read yet, nor anything that looks like one. */
  boolean isLooking() {
    return !anyCall && unread == 0;
  }

  /**
   * Takes the record that {@link RecordCalls#values} has.
   *
   * @return whether something was read of it; if not, it was passed over
   */
  boolean take(long line, long offset, @Nullable LogTime lineTime) throws IOException {
    RecordValues values = calls.values();
    String time = values.get(RecordField.TIMESTAMP);
    LogTime logged = time == null ? lineTime : LogTimes.value(time);
    String message = values.line();
    if (message == null) {
      calls.passOver(line, offset);
      return false;
    }
    return message.startsWith("{")
        ? wrapped(message, 1, line, offset, logged)
        : text(message, line, logged);
  }

  private boolean wrapped(
      String message, int wraps, long line, long offset, @Nullable LogTime logged)
      throws IOException {
    RecordValues values = calls.values();
    values.clear();
    try (JsonParser json = factory.createParser(message)) {
      json.nextToken();
      reader.read(json);
    } catch (JsonProcessingException e) {
      return text(message, line, logged);
    }
    String inner = values.line();
    if (calls.end(line, offset, logged)) {
      return true;
    }
    if (inner != null && inner.startsWith("{") && wraps < MOST_WRAPS) {
      return wrapped(inner, wraps + 1, line, offset, logged);
    }
    if (inner != null && texts.take(logged, inner, line)) {
      values.clear();
      return true;
    }
    // It may be the body of a call, where a container logs a text line by line.
    return text(message, line, logged);
  }

  private boolean text(String message, long line, @Nullable LogTime logged) {
    boolean taken = texts.take(logged, message, line);
    if (taken) {
      calls.values().clear();
    } else {
      calls.passOver();
    }
    return taken;
  }
}
