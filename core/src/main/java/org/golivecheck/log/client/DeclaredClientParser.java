package org.golivecheck.log.client;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.ApiCall.Gap;
import org.golivecheck.call.body.StatusWord;
import org.golivecheck.log.exchange.Exchange;
import org.golivecheck.log.exchange.ExchangeCalls;
import org.golivecheck.log.exchange.OpenExchanges;
import org.golivecheck.log.format.ReadContext;
import org.golivecheck.log.text.LineParser;
import org.golivecheck.log.text.LogTime;
import org.golivecheck.log.text.TextLine;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines of the clients that {@link DeclaredClient} declares. A response belongs to the
 * request of its id; else to one after the same prefix, which names the thread; of several to the
 * one that was sent as long ago as the response says, or to the newest.
 */
final class DeclaredClientParser implements LineParser {

  /** Counts more than any difference of times. */
  private static final long OTHER_PREFIX = Duration.ofDays(2).toNanos();

  /** A call whose lines may go on. */
  private record Open(
      DeclaredClient client,
      @Nullable String id,
      String prefix,
      @Nullable LogTime sent,
      boolean outer,
      Exchange exchange) {}

  private final List<DeclaredClient> clients;
  private final ExchangeCalls calls;
  private final ArrayDeque<Open> open = new ArrayDeque<>();

  /** The call whose headers and body may follow: the newest request, or one with its response. */
  private @Nullable Open newest;

  DeclaredClientParser(ReadContext context, DeclaredClient... clients) {
    this.clients = List.of(clients);
    calls = new ExchangeCalls(context);
  }

  @Override
  public List<String> signs() {
    return clients.stream().flatMap(client -> client.signs().stream()).toList();
  }

  @Override
  public boolean isOpen() {
    return newest != null && newest.client().goesOn();
  }

  @Override
  public void start(String source, Consumer<? super ApiCall> target) {
    calls.start(source, target);
    open.clear();
    newest = null;
  }

  @Override
  public void end() {
    closeAnswered();
    open.forEach(call -> calls.close(call.exchange()));
    open.clear();
    calls.end();
  }

  private void closeAnswered() {
    Open last = newest;
    newest = null;
    if (last != null && last.exchange().status() > 0) {
      if (last.exchange().method().equals(ApiCall.NO_METHOD)) {
        last.exchange().gap(Gap.METHOD);
      }
      calls.close(last.exchange());
    }
  }

  @Override
  public boolean line(TextLine line) {
    if (line.continued()) {
      return false;
    }
    Open last = newest;
    for (DeclaredClient client : clients) {
      Matcher found = client.find(line, last != null && last.client() == client);
      if (found != null) {
        return take(client, found, line);
      }
    }
    return false;
  }

  private boolean take(DeclaredClient client, Matcher found, TextLine line) {
    String url = client.group(found, "url");
    int status = StatusWord.code(client.group(found, "status"));
    if (url == null && status == 0) {
      return detail(client, found, line);
    }
    int start = line.from() + found.start();
    LogTime time = line.time(start);
    String prefix = LinePrefix.of(line, start).id();
    Duration took = took(client, found);
    if (url != null) {
      closeAnswered();
      newest = request(client, found, line, prefix, time, url);
      open.addLast(newest);
    }
    if (status > 0) {
      Open answered = answered(client, found, prefix, time, took);
      if (answered == null) {
        return false;
      }
      open.remove(answered);
      if (!answered.equals(newest)) {
        closeAnswered();
      }
      newest = answered;
      answered.exchange().respond(status, time);
      answered.exchange().took(took);
    }
    return true;
  }

  private Open request(
      DeclaredClient client,
      Matcher found,
      TextLine line,
      String prefix,
      @Nullable LogTime time,
      String url) {
    String method = Objects.requireNonNullElse(client.group(found, "method"), ApiCall.NO_METHOD);
    boolean outer = client.group(found, "outer") != null;
    Open around = outer ? null : around(client, method, url);
    if (around != null) {
      // The lines inside are those of the call.
      open.remove(around);
      calls.reuse(around.exchange());
    }
    if (open.size() == OpenExchanges.MOST) {
      calls.close(open.removeFirst().exchange());
    }
    Exchange exchange = calls.open(method, url, line, time);
    return new Open(client, client.group(found, "id"), prefix, time, outer, exchange);
  }

  private @Nullable Open around(DeclaredClient client, String method, String url) {
    return open.stream()
        .filter(
            call ->
                call.outer()
                    && call.client() == client
                    && call.exchange().method().equals(method)
                    && call.exchange().url().equals(url))
        .findFirst()
        .orElse(null);
  }

  private @Nullable Open answered(
      DeclaredClient client,
      Matcher found,
      String prefix,
      @Nullable LogTime time,
      @Nullable Duration took) {
    String id = client.group(found, "id");
    boolean outer = client.group(found, "outer") != null;
    Open best = null;
    long least = Long.MAX_VALUE;
    for (Iterator<Open> calls = open.descendingIterator(); calls.hasNext(); ) {
      Open call = calls.next();
      if (call.client() == client && call.outer() == outer && Objects.equals(call.id(), id)) {
        long passed = time == null || call.sent() == null ? -1 : time.nanosSince(call.sent());
        long distance = passed < 0 || took == null ? 0 : Math.abs(passed - took.toNanos());
        distance += call.prefix().equals(prefix) ? 0 : OTHER_PREFIX;
        best = distance < least ? call : best;
        least = Math.min(least, distance);
      }
    }
    return best;
  }

  private static @Nullable Duration took(DeclaredClient client, Matcher found) {
    String millis = client.group(found, "ms");
    String time = millis == null ? client.group(found, "s") : millis;
    try {
      BigDecimal number = time == null ? null : new BigDecimal(time.replace(',', '.'));
      return number == null
          ? null
          : Duration.ofNanos(number.movePointRight(millis == null ? 9 : 6).longValue());
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** Takes a header, or a line of a body. */
  private boolean detail(DeclaredClient client, Matcher found, TextLine line) {
    Open call = newest;
    if (call == null
        || call.client() != client
        || !Objects.equals(call.id(), client.group(found, "id"))) {
      return false;
    }
    boolean answered = call.exchange().status() > 0;
    String method = client.group(found, "method");
    if (method != null) {
      call.exchange().method(method);
    }
    String header = client.group(found, "header");
    if (header != null) {
      String value =
          line.text(line.from() + found.start("value"), line.from() + found.end("value"));
      boolean both = client == DeclaredClient.CAPTIONS;
      if (answered || both) {
        call.exchange().responseHeader(header, value);
      }
      if (!answered || both) {
        call.exchange().requestHeader(header, value);
      }
      if (header.equalsIgnoreCase("Host")) {
        call.exchange().host(value);
      }
    } else if (client.group(found, "body") != null) {
      int from = line.from() + found.start("body");
      int to = line.from() + found.end("body");
      if (answered) {
        call.exchange().responseBody(line.bytes(), from, to);
      } else {
        call.exchange().requestBody(line.bytes(), from, to);
      }
    }
    return true;
  }
}
