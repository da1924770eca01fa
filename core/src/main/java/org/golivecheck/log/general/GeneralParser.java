package org.golivecheck.log.general;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.google.common.base.CharMatcher;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.ApiCall.Gap;
import org.golivecheck.call.body.ErrorBody;
import org.golivecheck.call.body.StatusWord;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.ReadLimits;
import org.golivecheck.log.exchange.Exchange;
import org.golivecheck.log.exchange.ExchangeCalls;
import org.golivecheck.log.exchange.OpenExchanges;
import org.golivecheck.log.format.ReadContext;
import org.golivecheck.log.text.LineParser;
import org.golivecheck.log.text.LogTime;
import org.golivecheck.log.text.LogTimes;
import org.golivecheck.log.text.TextLine;
import org.jspecify.annotations.Nullable;

/**
 * Reads calls from lines as a person does: by the shape of a request and of a response, whatever
 * client wrote them and whatever is before them. A line may have a whole call, a request, a
 * response, or one part of a request. A response belongs to the request
 *
 * <ol>
 *   <li>of the same URL and method, if it names them;
 *   <li>else to the one with which it shares most marks: ids, threads, connections;
 *   <li>of several of them, to the one that was sent as long ago as the response says;
 *   <li>of requests that different clients logged, to the newest, which is inside the others.
 * </ol>
 *
 * What is still ambiguous is a problem, and no call. Header lines and bodies belong to the call
 * before them. Not thread-safe.
 */
public final class GeneralParser implements LineParser {
  private static final int LONGEST = 32_768;

  /** How many lines after its last part a call may have headers and a body. */
  private static final int MOST_DETAILS = 500;

  /** How many lines the parts of one request may be apart. */
  private static final int MOST_APART = 120;

  private static final int MOST_ANSWERED = 32;

  private static final Pattern HEADER =
      Pattern.compile(
          "(?i)(?<![\\w-])(x-docusign-[\\w-]+|x-(?:rate|burst)limit-\\w+|\\w{0,20}trace_?token|trace|date|user-agent"
              + "|content-type|content-length|authorization|host)"
              + "[\"']?\\]?(?:\\s{0,3}(?:[:=]+>?|,)\\s{0,3}|(?<=trace) )\\[?(?:b?[\"'])?"
              + "(\\w{3}, \\d\\d \\w{3} \\d{4} [\\d:]{8} GMT|[^\"'\\r\\n,}\\])]+)");

  private static final Set<String> OF_REQUESTS =
      Set.of("authorization", "user-agent", "host", "x-docusign-sdk");

  /** A body of fields, as calls for tokens have. */
  private static final Pattern FORM =
      Pattern.compile(
          "(?<![\\w?&./])(?:\\w+=[^\\s&\"']+&)*(?:grant_type|client_id|assertion)=[^\\s\"']+");

  /** PHP's var_dump writes a value in the line after its name. */
  private static final Pattern VAR_DUMP =
      Pattern.compile("^ *(?:string\\(\\d+\\) |int\\()?(\".*\"|\\d+|.*?)\\)?$");

  /** How wire logs show the end of a line. */
  private static final Pattern ESCAPED_END = Pattern.compile("(?:\\[\\\\?r.*)$");

  private static final Pattern ESCAPED_BREAK = Pattern.compile("(?:\\\\r)?\\\\n");

  /** The head of a record without a time. */
  private static final Pattern LEVEL =
      Pattern.compile("(?i)^(?:trce|trace|dbug|debug|info|warn|warning|fail|error|crit|fatal)\\b");

  /** How java.util.logging begins a message, in any language. */
  private static final Pattern LOGGED_LEVEL = Pattern.compile("^[A-Z\u0080-\u00ff]{3,20}: ");

  private static final Pattern DATE = Pattern.compile("(?i)\\bdate[\"']?\\s*[:=,]\\W{0,6}$");

  /** Not those of axios and of Node. */
  private static final Pattern CODE_WORD =
      Pattern.compile("(?<![\\w.-])(?!ERR_)([A-Z][A-Z0-9]+(?:_[A-Z0-9]+)+)(?![\\w.=:-])");

  private static final Pattern KEYED_TIME =
      Pattern.compile(
          "(?i)(?<![\\w-])(?:timestamp|time|ts)[\"']?\\s?[:=]\\s?[\"']?(?=\\d{2,4}[-/])");

  private static final Pattern ISO_TIME =
      Pattern.compile("(?<![\\w-])\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d");

  private static final Pattern CODE =
      Pattern.compile(
          "(?i)(?<![\\w-])error[_ ]?code[\"']?\\s{0,3}(?:[:=]|=>)\\s{0,3}[\"']?(\\w[\\w.-]*)"
              + "|(?<![\\w-])error[\"']\\s{0,3}(?:[:=]|=>)\\s{0,3}[\"'](\\w[\\w.-]*)");

  private static final Pattern MESSAGE =
      Pattern.compile(
          "(?i)(?<![\\w-])(?:message|error_description)[\"']?\\s{0,3}(?:[:=]|=>)\\s{0,3}"
              + "(?:\"((?:\\\\.|[^\"\\\\]){0,2000})|'((?:\\\\.|[^'\\\\]){0,2000}))");

  private static final Pattern KEYED_METHOD =
      Pattern.compile("(?i)(?:method|verb)[\"']?\\]?\\s*(?:[:=]|=>)");

  /** A record of an event log in XML. */
  private static final Pattern EVENT = Pattern.compile("(?s).+?(?:</(?:Event|record)>|$)");

  private static final Pattern XML = Pattern.compile("^\\s*<(?:\\?xml|Events?|record|log)\\b");

  private static final Pattern TAG =
      Pattern.compile("<[^<>]*SystemTime=['\"]([^'\"]+)[^<>]*>|<[/?!\\w][^<>]{0,400}>");

  /** A request, and how it was logged. */
  private static final class Call {
    final Exchange exchange;
    final Set<String> marks;
    final @Nullable LogTime sent;
    final Set<String> requestShapes = new HashSet<>();
    final Set<String> responseShapes = new HashSet<>();
    boolean outer;
    long line;
    boolean inBody;
    int depth;
    boolean ofRequest;
    boolean hasTime;

    /** The newest time in the log before the call. */
    @Nullable LogTime before;

    @Nullable String code;
    @Nullable String message;

    /** A word in the line of the status that is shaped like an error code. */
    @Nullable String bareCode;

    Call(Exchange exchange, Set<String> marks, @Nullable LogTime sent) {
      this.exchange = exchange;
      this.marks = marks;
      this.sent = sent;
      hasTime = sent != null;
    }

    /** Takes the time of a further line about the call, if it has none of its own yet. */
    void timed(@Nullable LogTime time) {
      if (time != null && !hasTime) {
        exchange.received(time);
        hasTime = true;
      }
    }

    boolean isOf(@Nullable String method, String url) {
      return (method == null
              || exchange.method().equals(method)
              || exchange.method().equals(ApiCall.NO_METHOD))
          && (exchange.url().equals(url) || path(exchange.url()).equals(path(url)));
    }

    long shared(Set<String> others) {
      return marks.stream().filter(others::contains).count();
    }
  }

  private final ExchangeCalls calls;
  private final ArrayDeque<Call> open = new ArrayDeque<>();
  private final ArrayDeque<Call> answered = new ArrayDeque<>();
  private final HexDump dump = new HexDump();
  private final TextLine part = new TextLine();

  /** The call whose headers and body may follow. */
  private @Nullable Call newest;

  /** A response that came before the line of its request, with its headers. */
  private @Nullable Call early;

  private @Nullable String partMethod;
  private @Nullable String partUrl;
  private long partLine;
  private @Nullable LogTime lastTime;
  private long lastTimed;

  /** The newest line that is not indented. */
  private long flushLine;

  private boolean inLiteral;

  private boolean xml;

  /** A line that names the value in the next one. */
  private @Nullable String openKey;

  /** Sets up for some logs. */
  public GeneralParser(ReadContext context) {
    calls = new ExchangeCalls(context);
  }

  @Override
  public void start(String source, Consumer<? super ApiCall> target) {
    calls.start(source, target);
    open.clear();
    answered.clear();
    newest = null;
    early = null;
    partMethod = null;
    partUrl = null;
    lastTime = null;
    lastTimed = 0;
    flushLine = 0;
    xml = false;
    openKey = null;
  }

  @Override
  public List<String> signs() {
    return List.of("://", "/restapi/", " /", "\"/", "'/", "|00", "ethod");
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public boolean line(TextLine line) {
    if (line.continued() || line.isEmpty()) {
      return false;
    }
    String text = latin(line.bytes(), line.from(), Math.min(line.to(), line.from() + LONGEST));
    if (dump.add(text)) {
      return true;
    }
    endDump(line);
    String key = openKey;
    openKey = text.endsWith("]=>") ? text : null;
    if (openKey != null) {
      return false;
    }
    if (key != null) {
      return replaced(line, key + VAR_DUMP.matcher(text).replaceFirst("$1"), line.logged());
    }
    if (text.contains("\\/")) {
      // PHP escapes the slashes of JSON.
      return replaced(line, text.replace("\\/", "/"), line.logged());
    }
    xml |= text.indexOf('<') >= 0 && XML.matcher(text).find();
    if (xml && text.indexOf('<') >= 0) {
      return event(line, text);
    }
    return line(line, text);
  }

  private static String latin(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }

  /** Reads what a hexadecimal dump before a line says. */
  private void endDump(TextLine line) {
    String text = dump.take();
    if (text != null) {
      LogTime time = lastTime;
      for (String each : text.lines().toList()) {
        replaced(line, each, time);
      }
    }
  }

  /** Reads a text that replaces a line, or a part of it. */
  private boolean replaced(TextLine of, String text, @Nullable LogTime time) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    part.start();
    part.set(bytes, 0, bytes.length, of.number(), of.offset());
    part.setLogged(time);
    return bytes.length > 0 && line(part, text);
  }

  /** Reads a line of a log in XML, whose tags are no part of what was logged. */
  private boolean event(TextLine line, String text) {
    boolean taken = false;
    Matcher event = EVENT.matcher(text);
    while (event.find()) {
      Matcher tag = TAG.matcher(event.group());
      String plain =
          tag.replaceAll(
                  found ->
                      found.group(1) == null
                          ? " "
                          : Matcher.quoteReplacement(' ' + found.group(1) + ' '))
              .replace("&lt;", "<")
              .replace("&gt;", ">")
              .replace("&quot;", "\"")
              .replace("&apos;", "'")
              .replace("&#xD;", "")
              .replace("&amp;", "&")
              .strip();
      taken |= replaced(line, plain, line.logged());
    }
    return taken;
  }

  private boolean line(TextLine line, String text) {
    LogTime own = LogTimes.in(line.bytes(), line.from(), line.to());
    if (own != null && DATE.matcher(text).region(0, own.from() - line.from()).find()) {
      // It is the time of the response only, by another clock.
      own = null;
    }
    boolean isPrefix = own != null && own.from() - line.from() <= 40;
    if (own != null && (lastTime == null || (isPrefix && own.form() != LogTime.Form.NO_DATE))) {
      lastTime = own;
      lastTimed = line.number();
    }
    if (own == null && LEVEL.matcher(text).find()) {
      lastTime = null;
    }
    if (!text.startsWith(" ") && !text.startsWith("\t")) {
      flushLine = line.number();
      inLiteral = text.startsWith("{'");
    }
    LineFacts facts = LineFacts.of(text);
    if (facts == null) {
      return part(line, text) || detail(line, text);
    }
    // java.util.logging writes the time in a line of its own before the message.
    boolean timeless =
        own == null
            && line.logged() == null
            && !LOGGED_LEVEL.matcher(text).find()
            && !KEYED_TIME.matcher(text).find()
            && !ISO_TIME.matcher(text).find();
    LogTime time = timeless ? null : time(line, text, facts);
    if (facts.url() == null) {
      return facts.status() > 0 && status(line, text, facts, time);
    }
    if (facts.method() == null && facts.status() == 0) {
      return partUrl(line, text, facts, time);
    }
    if (facts.status() > 0) {
      whole(line, text, facts, time);
    } else {
      request(line, text, facts, time);
    }
    detail(line, text);
    return true;
  }

  private static @Nullable LogTime time(TextLine line, String text, LineFacts facts) {
    LogTime time = line.time(line.from() + facts.start());
    if (time == null) {
      time = line.time(line.to());
    }
    if (time == null) {
      Matcher keyed = KEYED_TIME.matcher(text);
      time = keyed.find() ? LogTimes.at(line.bytes(), line.from() + keyed.end(), line.to()) : null;
    }
    if (time == null) {
      String url = facts.url();
      String rest = url == null ? text : text.replace(url, " ".repeat(url.length()));
      Matcher iso = ISO_TIME.matcher(rest);
      time = iso.find() ? LogTimes.at(line.bytes(), line.from() + iso.start(), line.to()) : null;
    }
    return time;
  }

  /** Returns the time of a line before, for a call without a time of its own, or null. */
  private @Nullable LogTime timeBefore(TextLine line) {
    return line.number() - lastTimed <= MOST_APART ? lastTime : null;
  }

  /** Takes a method or a URL that is alone on a line, under its name. */
  private boolean part(TextLine line, String text) {
    Matcher key = KEYED_METHOD.matcher(text);
    if (!key.find()) {
      return false;
    }
    Matcher method = LineFacts.method(text, key.end());
    if (method == null) {
      return false;
    }
    forgetParts(line);
    partMethod = method.group().toUpperCase(Locale.ROOT);
    partLine = line.number();
    return join(line, text, null);
  }

  private boolean partUrl(TextLine line, String text, LineFacts facts, @Nullable LogTime time) {
    forgetParts(line);
    partUrl = facts.url();
    partLine = line.number();
    return join(line, text, time);
  }

  private void forgetParts(TextLine line) {
    if (line.number() - partLine > MOST_APART) {
      partMethod = null;
      partUrl = null;
    }
  }

  private boolean join(TextLine line, String text, @Nullable LogTime time) {
    String method = partMethod;
    String url = partUrl;
    if (method == null || url == null) {
      return true;
    }
    partMethod = null;
    partUrl = null;
    Call before = early;
    int status =
        before != null && before.exchange.line() > flushLine ? before.exchange.status() : 0;
    LineFacts facts = new LineFacts(0, method, url, status, null, false);
    if (status > 0) {
      // The printed object of a response, with that of its request inside.
      whole(line, text, facts, time);
    } else {
      request(line, text, facts, time);
    }
    return true;
  }

  private void request(TextLine line, String text, LineFacts facts, @Nullable LogTime time) {
    String url = Objects.requireNonNull(facts.url());
    String method = Objects.requireNonNullElse(facts.method(), ApiCall.NO_METHOD);
    String shape = facts.shape(text);
    Set<String> marks = LineFacts.marks(text);
    for (Iterator<Call> all = open.descendingIterator(); all.hasNext(); ) {
      Call call = all.next();
      if (call.isOf(method, url) && !call.requestShapes.contains(shape)) {
        // Another logger, or another layer of the same client, shows the same request.
        call.requestShapes.add(shape);
        call.marks.addAll(marks);
        call.outer &= facts.outer();
        if (url.length() > call.exchange.url().length() && !url.startsWith("/")) {
          call.exchange.url(url);
        }
        call.timed(time);
        select(call, line);
        return;
      }
    }
    if (open.size() == OpenExchanges.MOST) {
      close(open.removeFirst());
    }
    Call call = new Call(calls.open(method, url, line, time), marks, time);
    call.outer = facts.outer();
    call.requestShapes.add(shape);
    open.addLast(call);
    select(call, line);
  }

  private void select(Call call, TextLine line) {
    call.ofRequest = false;
    call.before = call.before == null ? timeBefore(line) : call.before;
    newest = call;
    call.line = line.number();
    partMethod = null;
    partUrl = null;
  }

  /** Takes a line with a URL and a status: the response of an open request, or a whole call. */
  private void whole(TextLine line, String text, LineFacts facts, @Nullable LogTime time) {
    String url = Objects.requireNonNull(facts.url());
    String shape = facts.shape(text);
    Set<String> marks = LineFacts.marks(text);
    List<Call> same = open.stream().filter(call -> call.isOf(facts.method(), url)).toList();
    if (!same.isEmpty()) {
      answer(bestOf(same, marks), line, facts, time, shape);
      return;
    }
    for (Iterator<Call> all = answered.descendingIterator(); all.hasNext(); ) {
      Call call = all.next();
      if (call.isOf(facts.method(), url)
          && call.exchange.status() == facts.status()
          && !call.requestShapes.isEmpty()
          && !call.responseShapes.contains(shape)) {
        call.responseShapes.add(shape);
        call.timed(time);
        select(call, line);
        return;
      }
    }
    String method =
        Objects.requireNonNullElse(
            facts.method(), partMethod == null ? ApiCall.NO_METHOD : partMethod);
    Call call = new Call(calls.open(method, url, line, null), marks, null);
    Call before = early;
    if (before != null && before.exchange.status() == facts.status()) {
      Exchange exchange = before.exchange;
      exchange.method(method);
      exchange.url(url);
      exchange.at(line.number(), line.offset());
      calls.reuse(call.exchange);
      call = new Call(exchange, marks, null);
      call.code = before.code;
      call.message = before.message;
      call.hasTime = before.hasTime;
      call.timed(time);
      call.exchange.took(facts.took());
      early = null;
      call.responseShapes.addAll(before.responseShapes);
      call.responseShapes.add(shape);
      select(call, line);
      addAnswered(call);
      return;
    }
    answer(call, line, facts, time, shape);
  }

  private static Call bestOf(List<Call> same, Set<String> marks) {
    Call best = same.get(0);
    for (Call call : same) {
      best = call.shared(marks) > best.shared(marks) ? call : best;
    }
    return best;
  }

  private void answer(
      Call call, TextLine line, LineFacts facts, @Nullable LogTime time, String shape) {
    open.remove(call);
    call.exchange.respond(facts.status(), time);
    call.hasTime |= time != null;
    call.exchange.took(facts.took());
    call.responseShapes.add(shape);
    call.inBody = false;
    call.depth = 0;
    early = null;
    select(call, line);
    addAnswered(call);
  }

  private void addAnswered(Call call) {
    answered.addLast(call);
    if (answered.size() > MOST_ANSWERED) {
      close(answered.removeFirst());
    }
  }

  /** Takes a line with a status and no URL. */
  private boolean status(TextLine line, String text, LineFacts facts, @Nullable LogTime time) {
    String url = partUrl;
    if (url != null && line.number() - partLine <= MOST_APART) {
      LineFacts joined =
          new LineFacts(facts.start(), partMethod, url, facts.status(), facts.took(), false);
      whole(line, text, joined, time);
      return true;
    }
    Set<String> marks = LineFacts.marks(text);
    String shape = facts.shape(text);
    if (isRepeated(facts, shape, marks, time)) {
      detail(line, text);
      return true;
    }
    List<Call> candidates = candidates(facts, marks, time);
    if (candidates.size() == 1) {
      answer(candidates.get(0), line, facts, time, shape);
      detail(line, text);
      return true;
    }
    if (candidates.size() > 1) {
      ambiguous(line, candidates);
      return true;
    }
    Call orphan = new Call(calls.open("", "", line, null), marks, null);
    orphan.exchange.respond(facts.status(), time);
    orphan.hasTime = time != null;
    orphan.responseShapes.add(shape);
    early = orphan;
    // In an indented object, what follows is of this response.
    newest = line.number() > flushLine ? null : newest;
    headers(orphan, text);
    error(orphan, text);
    return false;
  }

  /** Returns whether another logger has shown this response, in a line of another shape. */
  private boolean isRepeated(
      LineFacts facts, String shape, Set<String> marks, @Nullable LogTime time) {
    if (!open.isEmpty() && open.peekLast() == newest) {
      return false;
    }
    for (Iterator<Call> all = answered.descendingIterator(); all.hasNext(); ) {
      Call call = all.next();
      if (call.exchange.status() == facts.status()
          && (call.shared(marks) > 0 || marks.isEmpty())
          && !call.responseShapes.contains(shape)
          && (open.isEmpty() || call == newest || facts.outer())) {
        call.responseShapes.add(shape);
        call.timed(time);
        newest = call;
        return true;
      }
    }
    return false;
  }

  /** Returns the requests that a response may belong to: one if it is certain. */
  private List<Call> candidates(LineFacts facts, Set<String> marks, @Nullable LogTime time) {
    List<Call> possible = new ArrayList<>();
    long most = 0;
    for (Call call : open) {
      if (call.outer != facts.outer()) {
        continue;
      }
      long shared = call.shared(marks);
      if (shared > most) {
        possible.clear();
        most = shared;
      }
      if (shared == most) {
        possible.add(call);
      }
    }
    Duration took = facts.took();
    if (possible.size() > 1 && took != null && time != null) {
      List<Call> timely = new ArrayList<>();
      long least = Long.MAX_VALUE;
      for (Call call : possible) {
        long passed = call.sent == null ? -1 : time.nanosSince(call.sent);
        long distance = passed < 0 ? Long.MAX_VALUE : Math.abs(passed - took.toNanos());
        if (distance < least) {
          timely.clear();
          least = distance;
        }
        if (distance == least) {
          timely.add(call);
        }
      }
      possible = least < Long.MAX_VALUE ? timely : possible;
    }
    if (possible.size() > 1) {
      Call last = possible.get(possible.size() - 1);
      boolean oneForm =
          possible.stream()
              .anyMatch(call -> call != last && call.requestShapes.equals(last.requestShapes));
      boolean same =
          possible.stream()
              .allMatch(call -> call.isOf(last.exchange.method(), last.exchange.url()));
      if (same) {
        return List.of(possible.get(0));
      }
      return oneForm ? possible : List.of(last);
    }
    return possible;
  }

  private void ambiguous(TextLine line, List<Call> candidates) {
    boolean matters =
        candidates.stream().anyMatch(call -> LineFacts.isOfDocuSign(call.exchange.url()));
    open.removeAll(candidates);
    newest = null;
    if (matters) {
      calls.loseUnread(
          line.number(),
          line.offset(),
          "The response may be of the request in line "
              + candidates.get(0).exchange.line()
              + " or of that in line "
              + candidates.get(1).exchange.line()
              + "; the calls are left out. Let the client log an id, or the thread, with each"
              + " line.");
    }
    candidates.forEach(call -> calls.reuse(call.exchange));
  }

  /** Takes a header or a part of a body of the call before. */
  private boolean detail(TextLine line, String text) {
    Call call = of(LineFacts.marks(text));
    Call before = early;
    if (call == null) {
      if (before != null) {
        headers(before, text);
        error(before, text);
      }
      return false;
    }
    if (line.number() - call.line > MOST_DETAILS) {
      return false;
    }
    if (inLiteral && call.line < flushLine) {
      return false; // of the call that this literal of Python is about to show
    }
    boolean header = headers(call, text);
    if (call.exchange.status() > 0) {
      error(call, text);
      if (call.exchange.status() >= 400 && call.line == line.number()) {
        Matcher word = CODE_WORD.matcher(text);
        call.bareCode =
            word.find() && StatusWord.ofPhrase(word.group(1)) == 0 ? word.group(1) : null;
      }
    } else {
      Matcher form = header ? null : FORM.matcher(text);
      if (form != null && form.find() && form.end() > text.length() - 3) {
        call.exchange.requestBody(
            line.bytes(), line.from() + form.start(), line.from() + form.end());
        return true;
      }
    }
    return body(call, line, text, header) || header;
  }

  private @Nullable Call of(Set<String> marks) {
    Call call = newest;
    if (call == null || marks.isEmpty() || call.shared(marks) > 0) {
      return call;
    }
    for (Call other : answered) {
      call = other.shared(marks) > call.shared(marks) ? other : call;
    }
    for (Call other : open) {
      call = other.shared(marks) > call.shared(marks) ? other : call;
    }
    return call;
  }

  private static boolean headers(Call call, String line) {
    String text = line.indexOf('\\') < 0 ? line : ESCAPED_BREAK.matcher(line).replaceAll("\n");
    Matcher header = HEADER.matcher(text);
    boolean any = false;
    while (header.find()) {
      String name = header.group(1).toLowerCase(Locale.ROOT);
      String value = ESCAPED_END.matcher(utf8(header.group(2))).replaceFirst("").strip();
      boolean isQuoted = "\"'".indexOf(text.charAt(header.start(2) - 1)) >= 0;
      if (name.equals("user-agent") && !isQuoted && isAlone(text, header.start())) {
        value = utf8(text.substring(header.start(2)).lines().findFirst().orElse("")).strip();
      }
      any = true;
      // Browsers show the headers of the request after those of the response.
      call.ofRequest |= OF_REQUESTS.contains(name);
      boolean isAnswered = call.exchange.status() > 0 && !call.ofRequest;
      if (name.contains("trace")) {
        Matcher token = GUID.matcher(value);
        if (token.lookingAt()) {
          call.exchange.responseHeader("X-DocuSign-TraceToken", token.group());
        }
      } else if (name.equals("host")) {
        // An application's own address is not that of the API.
        if (value.indexOf('.') > 0 && value.indexOf(' ') < 0 && !value.startsWith("127.")) {
          call.exchange.host(value.replaceFirst(":443$", ""));
        }
      } else if (isAnswered || name.equals("date")) {
        if (!name.equals("date") || (value.endsWith("GMT") && call.exchange.status() > 0)) {
          call.exchange.responseHeader(name, value);
        }
      } else {
        call.exchange.requestHeader(name, value);
      }
    }
    return any;
  }

  /** Returns whether a header is not one of a list in brackets or quotes. */
  private static boolean isAlone(String text, int start) {
    String before = text.substring(0, start);
    CharMatcher open = CharMatcher.anyOf("[({");
    return open.countIn(before) == CharMatcher.anyOf("])}").countIn(before)
        && (before.isEmpty() || "\"'".indexOf(before.charAt(start - 1)) < 0);
  }

  private static String utf8(String latin) {
    return new String(latin.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  private static final Pattern GUID = Pattern.compile("[0-9a-fA-F-]{36}(?![\\w-])");

  private static void error(Call call, String text) {
    Matcher code = CODE.matcher(text);
    if (call.code == null && code.find()) {
      call.code = code.group(1) == null ? code.group(2) : code.group(1);
    }
    Matcher message = MESSAGE.matcher(text);
    if (call.message == null && message.find()) {
      call.message = utf8(message.group(1) == null ? message.group(2) : message.group(1));
    }
  }

  private static boolean body(Call call, TextLine line, String text, boolean header) {
    int from = -1;
    for (int i = 0; i < text.length() && from < 0; i++) {
      char c = text.charAt(i);
      from = c == '{' || (c == '[' && text.startsWith("{", i + 1)) ? i : -1;
    }
    boolean starts = (from >= 0 && !header && text.indexOf('"', from) > 0) || text.endsWith("{");
    if (!call.inBody && !starts) {
      return false;
    }
    call.depth = depth(text, Math.max(from, 0), call.depth);
    call.inBody = call.depth > 0;
    int begin = line.from() + Math.max(from, 0);
    if (call.exchange.status() > 0) {
      call.exchange.responseBody(line.bytes(), begin, line.to());
    } else {
      call.exchange.requestBody(line.bytes(), begin, line.to());
    }
    return true;
  }

  /** Returns how many objects and arrays are open at the end of a line. */
  private static int depth(String text, int from, int before) {
    int depth = before;
    boolean inString = false;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '"') {
        inString = !inString;
      } else if (!inString) {
        depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
      }
    }
    return depth;
  }

  private static String path(String url) {
    int slashes = url.startsWith("/") ? -1 : url.indexOf("://");
    int start = slashes < 0 ? 0 : url.indexOf('/', slashes + 3);
    return start < 0 ? "/" : url.substring(start);
  }

  private static String json(String text) {
    return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }

  private void close(Call call) {
    Exchange exchange = call.exchange;
    String code = call.code == null && !exchange.hasResponseBody() ? call.bareCode : call.code;
    if (exchange.status() >= 400 && code != null) {
      String message = call.message == null ? "null" : json(call.message);
      exchange.error(
          ErrorBody.parse("{\"errorCode\":" + json(code) + ",\"message\":" + message + '}'));
    }
    if (!exchange.isTimed()) {
      exchange.received(call.before);
    }
    if (exchange.method().equals(ApiCall.NO_METHOD)) {
      exchange.gap(Gap.METHOD);
    }
    calls.close(exchange);
  }

  @Override
  public void end() {
    endDump(part);
    List<Call> all = new ArrayList<>(answered);
    all.addAll(open);
    all.sort(Comparator.comparingLong(call -> call.exchange.line()));
    all.forEach(this::close);
    open.clear();
    answered.clear();
    newest = null;
    calls.end();
  }

  /** Returns whether a call is one of DocuSign's APIs, as far as its URL says. */
  public static boolean isOfDocuSign(ApiCall call) {
    return LineFacts.isOfDocuSign(call.url().toString());
  }

  /** Returns whether a call that is wanted, or a problem, is in the beginning of a log. */
  public static boolean isOfCalls(byte[] head, int length, Predicate<ApiCall> wanted) {
    boolean[] found = new boolean[1];
    GeneralParser parser =
        new GeneralParser(
            new ReadContext(
                ReadLimits.DEFAULT,
                new FormatOptions(null, ZoneOffset.UTC, Map.of(), null),
                problem -> found[0] = true));
    parser.start("", call -> found[0] |= isOfDocuSign(call) && wanted.test(call));
    TextLine.anyOf(
        head,
        length,
        line -> {
          parser.line(line);
          line.keep();
          return found[0];
        });
    parser.end();
    return found[0];
  }
}
