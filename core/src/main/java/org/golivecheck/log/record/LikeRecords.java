package org.golivecheck.log.record;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.CRC32;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.like.LikeCall;
import org.golivecheck.log.ReadLimits;
import org.golivecheck.log.text.LogTime;
import org.golivecheck.text.Ascii;
import org.golivecheck.text.EightBytes;
import org.jspecify.annotations.Nullable;

/**
 * Finds the call that a record is like. The first of its like is read in the ordinary way, which
 * alone knows what values mean; what is not understood here is read that way too.
 *
 * <pre>{@code
 * likes.start(bytes);
 * likes.put(alias, from, to); // each value
 * if (likes.find(log, line)) {
 *   sink.acceptLike(likes);
 * }
 * }</pre>
 */
public final class LikeRecords extends LikeCall {
  /** The first records of a text are read in the ordinary way: a short one is not worth more. */
  public static final int FIRST_LINE = 200;

  /** A like more takes the place of another. */
  private static final int SLOTS = 1 << 12;

  private static final int LONGEST_KEY = 2_000;
  private static final int SECONDS_OF_DAY = 86_400;
  private static final int LONGEST_SIZE = 9;

  /** The character after the hash sign. */
  private static final long DOLLARS = EightBytes.ONES * '$';

  private static final long QUESTIONS = EightBytes.ONES * '?';
  private static final long BACKSLASHES = EightBytes.ONES * '\\';
  private static final long SLASHES = EightBytes.ONES * '/';
  private static final long OS = EightBytes.ONES * 'o';

  /** Marks what follows in a key; with a unit below it, no printable character. */
  private static final int VALUE = 1 << 2;

  private static final int NAME = 2 << 2;

  /** The record has a value of its own. */
  private static final int OWN = 3 << 2;

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Entry(byte[] key, @Nullable ApiCall like) {}

  private final @Nullable Entry[] entries = new Entry[SLOTS];
  private final CRC32 crc = new CRC32();
  private final byte[] key = new byte[LONGEST_KEY];
  private final byte[] date = new byte[10];
  private long day;
  private final int maxValue;
  private boolean simple;
  private int length;
  private int slot;
  private boolean ofStatus;
  private boolean succeeded;
  private boolean coded;
  private boolean timed;

  /** Scheme, host and slash of the last URL that had them. */
  private byte[] host = {};

  private int urlFrom;
  private int urlTo;
  private boolean ofRequestLine;
  private int messageFrom;
  private int messageTo;
  private int durationFrom;
  private int durationTo;
  private @Nullable Alias duration;

  /** Starts without records, for logs with some limits. */
  public LikeRecords(ReadLimits limits) {
    maxValue = limits.maxLineBytes();
  }

  /** Begins a record, which is in some bytes. */
  public void start(byte[] newBytes) {
    bytes = newBytes;
    simple = true;
    length = 0;
    ofStatus = false;
    succeeded = false;
    coded = false;
    timed = false;
    urlFrom = NONE;
    tokenFrom = NONE;
    messageFrom = NONE;
    duration = null;
    size = NONE;
  }

  /** Says that the record has something that this class does not understand. */
  public void giveUp() {
    simple = false;
  }

  /** Takes the time of the record, unless it is null. */
  public void time(@Nullable LogTime time) {
    if (time != null && time.form() == LogTime.Form.INSTANT && !timed) {
      timed = true;
      seconds = time.seconds();
      nanos = time.nanos();
    } else {
      simple = false;
    }
  }

  /** Takes a name without a value. */
  void name(Alias alias) {
    append(alias, NAME);
  }

  /** Takes the value in {@code [from, to)} if it is of printable characters without escapes. */
  public void putPrintable(Alias alias, int from, int to) {
    simple &= isPrintable(from, to);
    put(alias, from, to);
  }

  private boolean isPrintable(int from, int to) {
    int at = from;
    for (; at <= to - Long.BYTES; at += Long.BYTES) {
      long word = EightBytes.get(bytes, at);
      long marks = EightBytes.unprintable(word) | EightBytes.zeros(word ^ BACKSLASHES);
      if (marks != 0) {
        return false;
      }
    }
    for (; at < to; at++) {
      if (bytes[at] < ' ' || bytes[at] == 0x7F || bytes[at] == '\\') {
        return false;
      }
    }
    return true;
  }

  /** Takes the value in {@code [from, to)}, of printable characters without escapes. */
  public void put(Alias alias, int from, int to) {
    boolean none = from == to || (to - from == 1 && bytes[from] == '-');
    // Longer ones are cut.
    simple &= to - from <= maxValue;
    switch (alias.field()) {
      case TIMESTAMP -> {
        simple &= !timed && readTime(from, to);
        timed = true;
      }
      case URL, PATH, REQUEST_LINE -> {
        simple &= urlFrom == NONE && !none;
        urlFrom = from;
        urlTo = to;
        ofRequestLine = alias.field() == RecordField.REQUEST_LINE;
        append(alias, OWN);
      }
      case TRACE_TOKEN -> {
        if (none) {
          append(alias, from, to);
        } else {
          simple &= tokenFrom == NONE && bytes[from] > ' ' && bytes[to - 1] > ' ';
          append(alias, OWN);
          tokenFrom = from;
          tokenTo = to;
        }
      }
      case DURATION -> {
        if (!none && (duration == null || alias.rank() < duration.rank())) {
          duration = alias;
          durationFrom = from;
          durationTo = to;
        }
      }
      case REQUEST_BYTES -> {
        if (size == NONE && readSize(from, to)) {
          append(alias, OWN);
        } else {
          simple = false;
        }
      }
      case MESSAGE -> {
        // A message such as "Sending HTTP request" makes half a call of a record.
        simple &= messageFrom == NONE && !none && "SRE".indexOf(bytes[from]) < 0;
        messageFrom = from;
        messageTo = to;
        append(alias, OWN);
      }
      case STATUS -> {
        succeeded = !ofStatus && to - from == 3 && bytes[from] == '2';
        ofStatus = true;
        append(alias, from, to);
      }
      default -> {
        coded |= alias.field() == RecordField.ERROR_CODE;
        append(alias, from, to);
      }
    }
  }

  /** Adds a value to what records have to have in common. */
  private void append(Alias alias, int from, int to) {
    append(alias, VALUE);
    append(from, to);
  }

  @SuppressWarnings("EnumOrdinal") // Keys are compared with keys of the same run alone.
  private void append(Alias alias, int mark) {
    if (length + 3 > LONGEST_KEY) {
      simple = false;
      return;
    }
    key[length++] = (byte) (mark | alias.unit().ordinal());
    key[length++] = (byte) alias.field().ordinal();
    key[length++] = (byte) alias.rank();
  }

  private void append(int from, int to) {
    if (length + to - from + 1 > LONGEST_KEY) {
      simple = false;
      return;
    }
    System.arraycopy(bytes, from, key, length, to - from);
    length += to - from;
    key[length++] = 0;
  }

  /**
   * Returns whether the record is like an earlier one, so that this is its call. If not, it has to
   * be read in the ordinary way, and {@link #learn} may be given the result then.
   */
  public boolean find(String newLog, long newLine) {
    like = null;
    log = newLog;
    line = newLine;
    if (!simple || !timed || urlFrom == NONE || !readUrl()) {
      simple = false;
      return false;
    }
    if (messageFrom != NONE && (coded || !succeeded)) {
      append(messageFrom, messageTo);
    }
    if (!simple) {
      return false;
    }
    crc.reset();
    crc.update(key, 0, length);
    slot = (int) crc.getValue() & (SLOTS - 1);
    Entry known = entries[slot];
    if (known == null || !Arrays.equals(known.key, 0, known.key.length, key, 0, length)) {
      return false;
    }
    like = known.like;
    simple = like != null;
    return simple;
  }

  /** Remembers what the record sought last is: a call, or none. */
  public void learn(@Nullable ApiCall call) {
    if (simple) {
      like = call;
      boolean understood = call != null && isSame(call, call());
      entries[slot] = new Entry(Arrays.copyOf(key, length), understood ? call : null);
    }
  }

  private static boolean isSame(ApiCall a, ApiCall b) {
    return a.timestamp().equals(b.timestamp())
        && a.url().equals(b.url())
        && a.requestBytes() == b.requestBytes()
        && a.source().equals(b.source())
        && Objects.equals(a.traceToken(), b.traceToken())
        && Objects.equals(a.duration(), b.duration());
  }

  @Override
  protected @Nullable Duration duration() {
    Alias unit = duration;
    return unit == null ? null : LoggedDuration.parse(text(durationFrom, durationTo), unit.unit());
  }

  /** Finds path and query; what is before them, and the path's end, is a part of the key. */
  private boolean readUrl() {
    int from = urlFrom;
    int to = urlTo;
    if (ofRequestLine) {
      while (from < to && bytes[from] != ' ') {
        from++;
      }
      from++;
      int end = from;
      while (end < to && bytes[end] != ' ') {
        end++;
      }
      append(end, to);
      to = end;
    }
    int path = from;
    if (from < to && bytes[from] != '/') {
      // What is before the path ends with the first slash after it, whatever follows.
      boolean isLast = host.length > 0 && EightBytes.isAt(host, bytes, from, to);
      path = isLast ? from + host.length - 1 : endOfHost(from, to);
      if (!isLast && path < to && bytes[path] == '/') {
        host = Arrays.copyOfRange(bytes, from, path + 1);
      }
    }
    if (path >= to || bytes[path] != '/' || (path + 1 < to && bytes[path + 1] == '/')) {
      return false;
    }
    append(urlFrom, path);
    pathFrom = path;
    pathTo = to;
    queryTo = NONE;
    for (int i = pathEnd(path, to); i < to; i++) {
      byte b = bytes[i];
      if (b <= ' ' || b == '#' || b == '\\' || b == 0x7F) {
        return false;
      }
      if (b == '?' && queryTo == NONE) {
        pathTo = i;
        queryTo = to;
      }
      // It may be a call that signs in, of which the query counts.
      if (b == '/' && queryTo == NONE && i + 1 < to && (bytes[i + 1] | 0x20) == 'o') {
        return false;
      }
    }
    if (length + 1 > LONGEST_KEY) {
      return false;
    }
    key[length++] = (byte) (queryTo == NONE ? 'p' : 'q');
    return true;
  }

  /** Passes over the beginning of a path in which nothing is that {@link #readUrl} looks for. */
  private int pathEnd(int from, int to) {
    int at = from;
    // Each slash is looked at with the byte after it.
    for (; at < to - Long.BYTES; at += Long.BYTES) {
      long word = EightBytes.get(bytes, at);
      long after = EightBytes.get(bytes, at + 1) | EightBytes.ONES * ' ';
      long marks =
          EightBytes.unprintable(word)
              | ((word - DOLLARS) & EightBytes.HIGH_BITS)
              | EightBytes.zeros(word ^ QUESTIONS)
              | EightBytes.zeros(word ^ BACKSLASHES)
              | (EightBytes.zeros(word ^ SLASHES) & EightBytes.zeros(after ^ OS));
      if (marks != 0) {
        return at;
      }
    }
    return at;
  }

  /** Returns where the path of an absolute URL begins, or {@code to}. */
  private int endOfHost(int from, int to) {
    int at = from;
    while (at < to && bytes[at] != ':') {
      at++;
    }
    boolean http = at - from >= 4 && at - from <= 5 && bytes[from] == 'h';
    if (!http || at + 3 >= to || bytes[at + 1] != '/' || bytes[at + 2] != '/') {
      return to;
    }
    at += 3;
    while (at < to && bytes[at] != '/' && bytes[at] != '?' && bytes[at] != '#') {
      at++;
    }
    return at;
  }

  private boolean readSize(int from, int to) {
    if (from == to || to - from > LONGEST_SIZE) {
      return false;
    }
    long read = 0;
    for (int i = from; i < to; i++) {
      if (!isDigit(i)) {
        return false;
      }
      read = read * 10 + bytes[i] - '0';
    }
    size = read;
    return true;
  }

  /** Reads times such as {@code 2026-11-01T00:00:00.553Z}. */
  private boolean readTime(int from, int to) {
    if (to - from < 20 || to - from > 30 || bytes[from + 10] != 'T' || bytes[to - 1] != 'Z') {
      return false;
    }
    if (!Arrays.equals(bytes, from, from + 10, date, 0, 10) && !readDate(from)) {
      return false;
    }
    int hour = number(from + 11, 2);
    int minute = number(from + 14, 2);
    int second = number(from + 17, 2);
    if ((hour | minute | second) < 0 || hour > 23 || minute > 59 || second > 59) {
      return false;
    }
    if (bytes[from + 13] != ':' || bytes[from + 16] != ':') {
      return false;
    }
    int fraction = 0;
    int digits = to - 1 - (from + 20);
    if (digits >= 0) {
      fraction = bytes[from + 19] == '.' && digits > 0 ? number(from + 20, digits) : NONE;
      for (int i = digits; fraction >= 0 && i < 9; i++) {
        fraction *= 10;
      }
    }
    seconds = day * SECONDS_OF_DAY + hour * 3_600L + minute * 60L + second;
    nanos = fraction;
    return fraction >= 0;
  }

  private boolean readDate(int from) {
    int year = number(from, 4);
    int month = number(from + 5, 2);
    int dayOfMonth = number(from + 8, 2);
    if (year < 1970 || bytes[from + 4] != '-' || bytes[from + 7] != '-') {
      return false;
    }
    try {
      day = LocalDate.of(year, month, dayOfMonth).toEpochDay();
    } catch (DateTimeException e) {
      return false;
    }
    System.arraycopy(bytes, from, date, 0, 10);
    return true;
  }

  private int number(int from, int digits) {
    int number = 0;
    for (int i = from; i < from + digits; i++) {
      if (!isDigit(i)) {
        return NONE;
      }
      number = number * 10 + bytes[i] - '0';
    }
    return number;
  }

  private boolean isDigit(int index) {
    return Ascii.isDigit(bytes[index]);
  }
}
