package org.golivecheck.rule.timeline;

import java.time.Instant;
import java.util.Arrays;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.like.LikeCall;
import org.golivecheck.text.Guid;
import org.jspecify.annotations.Nullable;

/**
 * Calls as rows of numbers: 44 bytes a call, whatever the call held, beside what is shared. Rows of
 * two readers can be joined.
 */
final class CallRows {
  static final long TICKS_PER_SECOND = 10_000_000L;

  private static final int CHUNK_BITS = 12;
  private static final int CHUNK = 1 << CHUNK_BITS;
  private static final int MASK = CHUNK - 1;
  private static final int FIRST_CHUNK = 64;

  /** Marks a trace token that is no GUID; the other half is then the id of its text. */
  private static final long TEXT_TOKEN = -1L;

  private static final Chunk EMPTY = new Chunk(0);

  /** How many bits of a hash choose a bit of a word. */
  private static final int LEAST_HASH_BITS = 6;

  private static final int MOST_HASH_BITS = 30;

  /** Which hashes of trace tokens several rows have, once that is known. */
  private long[] severalHashes = {};

  /** What a key of a token is shifted by to be its hash. */
  private int hashShift;

  private Chunk[] chunks = {new Chunk(FIRST_CHUNK)};
  private int size;

  /** The first row of each input. */
  private int[] inputStarts = {};

  final Interner<CallKind> kinds = new Interner<>(CallKind::bytes);
  final Interner<CallDetail> details = new Interner<>(CallDetail::bytes);
  final TextTable urls = new TextTable();
  private final Interner<String> textTokens = new Interner<>(String::length);
  private final SourceTable sources = new SourceTable();
  private final Guid guid = new Guid();
  private final long maxTextBytes;

  /**
   * Makes an empty table.
   *
   * @param maxTextBytes about how much memory texts may take
   */
  CallRows(long maxTextBytes) {
    this.maxTextBytes = maxTextBytes;
    details.id(CallDetail.NONE);
  }

  int size() {
    return size;
  }

  /** Begins the rows of the next input. */
  void beginInput() {
    inputStarts = Arrays.copyOf(inputStarts, inputStarts.length + 1);
    inputStarts[inputStarts.length - 1] = size;
  }

  /** Returns the number of the input that a row is of, or -1 if it is of none. */
  int input(int row) {
    int from = 0;
    int to = inputStarts.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (inputStarts[middle] <= row) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from - 1;
  }

  /** Returns whether there is no more room for new texts. */
  boolean isFull() {
    return bytes() >= maxTextBytes;
  }

  /**
   * Adds a call while there is room, the packed form of whose URL is in the scratch buffer of
   * {@link #urls}.
   *
   * @return false if it was not added, since it has to be added in the ordinary way
   */
  boolean addLike(LikeCall call, int urlLength, KindTable.Entry kind) {
    long high = 0;
    long low = 0;
    if (call.tokenFrom() >= 0) {
      boolean isGuid =
          call.tokenTo() - call.tokenFrom() == Guid.LENGTH
              && guid.read(call.bytes(), call.tokenFrom(), call.tokenTo());
      high = guid.high();
      low = guid.low();
      if (!isGuid || high == TEXT_TOKEN || (high | low) == 0) {
        return false;
      }
    }
    if (kind.id < 0 || kind.detail == null) {
      return false;
    }
    long ticks = call.seconds() * TICKS_PER_SECOND + call.nanos() / 100;
    long source = sources.pack(call.log(), call.line());
    append(ticks, high, low, source, urls.id(urlLength), kind.id, id(kind.detail));
    return true;
  }

  /**
   * Adds a call, the packed form of whose URL is in the scratch buffer of {@link #urls}.
   *
   * @return false if the call was left out, because its texts are new and there is no room for them
   */
  boolean add(ApiCall call, int urlLength, KindTable.Entry kind, CallDetail detail) {
    Instant time = call.timestamp();
    long ticks = time.getEpochSecond() * TICKS_PER_SECOND + time.getNano() / 100;
    if (kind.id < 0 && (bytes() < maxTextBytes || kinds.knows(kind.kind))) {
      kind.id = kinds.id(kind.kind);
    }
    return add(ticks, call.traceToken(), urlLength, kind.id, detail, call.source(), call.ordinal());
  }

  /**
   * Adds a call.
   *
   * @return as above
   */
  boolean add(
      long ticks,
      @Nullable String traceToken,
      String url,
      CallKind kind,
      CallDetail detail,
      String source,
      int ordinal) {
    int id = bytes() < maxTextBytes || kinds.knows(kind) ? kinds.id(kind) : -1;
    return add(ticks, traceToken, urls.pack(url), id, detail, source, ordinal);
  }

  private boolean add(
      long ticks,
      @Nullable String traceToken,
      int urlLength,
      int kind,
      CallDetail detail,
      String source,
      int ordinal) {
    boolean full = isFull();
    if (full && !(kind >= 0 && urls.find(urlLength) >= 0 && details.knows(detail))) {
      return false;
    }
    if (full && !sources.knows(source, ordinal)) {
      return false;
    }
    long high = 0;
    long low = 0;
    if (traceToken != null && !traceToken.isEmpty()) {
      boolean isGuid = traceToken.length() == Guid.LENGTH && guid.read(traceToken, 0);
      high = isGuid ? guid.high() : TEXT_TOKEN;
      low = isGuid ? guid.low() : 0;
      if (high == TEXT_TOKEN || (high == 0 && low == 0)) {
        String text = asciiLower(traceToken);
        if (full && !textTokens.knows(text)) {
          return false;
        }
        high = TEXT_TOKEN;
        low = textTokens.id(text);
      }
    }
    long packed = sources.pack(source, ordinal);
    append(ticks, high, low, packed, urls.id(urlLength), kind, id(detail));
    return true;
  }

  private int id(CallDetail detail) {
    return detail.equals(CallDetail.NONE) ? 0 : details.id(detail);
  }

  /** Returns about how many bytes of memory the rows and their texts take. */
  long memory() {
    return 44L * size + bytes();
  }

  /** Returns about how much memory the texts take. */
  private long bytes() {
    return urls.bytes() + kinds.bytes() + details.bytes() + textTokens.bytes() + sources.bytes();
  }

  /**
   * Adds the calls of another table, which is given up chunk by chunk: there may be millions.
   *
   * @return how many were left out for lack of room
   */
  long addAll(CallRows other) {
    if (bytes() + other.bytes() > maxTextBytes) {
      return addEach(other);
    }
    int[] urlIds = urls.merge(other.urls);
    int[] kindIds = kinds.merge(other.kinds);
    int[] detailIds = details.merge(other.details);
    int[] tokenIds = textTokens.merge(other.textTokens);
    int[] shapeIds = sources.merge(other.sources);
    int whole = other.size >> CHUNK_BITS;
    for (int number = 0; number < whole; number++) {
      Chunk chunk = other.chunks[number];
      other.chunks[number] = EMPTY;
      for (int i = 0; i < CHUNK; i++) {
        if (chunk.tokenHigh[i] == TEXT_TOKEN) {
          chunk.tokenLow[i] = tokenIds[(int) chunk.tokenLow[i]];
        }
        chunk.source[i] = SourceTable.renumber(chunk.source[i], shapeIds);
        chunk.url[i] = urlIds[chunk.url[i]];
        chunk.kind[i] = kindIds[chunk.kind[i]];
        chunk.detail[i] = detailIds[chunk.detail[i]];
      }
      adopt(chunk);
    }
    Chunk rest = other.size == whole << CHUNK_BITS ? EMPTY : other.chunks[whole];
    for (int i = 0; i < other.size - (whole << CHUNK_BITS); i++) {
      long high = rest.tokenHigh[i];
      append(
          rest.ticks[i],
          high,
          high == TEXT_TOKEN ? tokenIds[(int) rest.tokenLow[i]] : rest.tokenLow[i],
          SourceTable.renumber(rest.source[i], shapeIds),
          urlIds[rest.url[i]],
          kindIds[rest.kind[i]],
          detailIds[rest.detail[i]]);
    }
    return 0;
  }

  /** Takes a whole chunk over, before the last one of its own, which may not be whole. */
  private void adopt(Chunk chunk) {
    int number = size >> CHUNK_BITS;
    if (number + 1 >= chunks.length) {
      chunks = Arrays.copyOf(chunks, number * 2 + 2);
    }
    chunks[number + 1] = chunks[number];
    chunks[number] = chunk;
    size += CHUNK;
  }

  private long addEach(CallRows other) {
    long leftOut = 0;
    for (int row = 0; row < other.size; row++) {
      boolean added =
          add(
              other.ticks(row),
              other.token(row),
              other.urls.get(other.url(row)),
              other.kind(row),
              other.detail(row),
              other.source(row),
              other.ordinal(row));
      leftOut += added ? 0 : 1;
    }
    return leftOut;
  }

  private void append(
      long ticks, long tokenHigh, long tokenLow, long source, int url, int kind, int detail) {
    int number = size >> CHUNK_BITS;
    int i = size & MASK;
    if (number == chunks.length) {
      chunks = Arrays.copyOf(chunks, number * 2);
    }
    if (chunks[number] == null) {
      chunks[number] = new Chunk(CHUNK);
    } else if (i == chunks[number].ticks.length) {
      chunks[number] = chunks[number].resized(2 * i);
    }
    Chunk chunk = chunks[number];
    chunk.ticks[i] = ticks;
    chunk.tokenHigh[i] = tokenHigh;
    chunk.tokenLow[i] = tokenLow;
    chunk.source[i] = source;
    chunk.url[i] = url;
    chunk.kind[i] = kind;
    chunk.detail[i] = detail;
    size++;
  }

  long ticks(int row) {
    return chunks[row >> CHUNK_BITS].ticks[row & MASK];
  }

  int url(int row) {
    return chunks[row >> CHUNK_BITS].url[row & MASK];
  }

  CallKind kind(int row) {
    return kinds.get(kindId(row));
  }

  int kindId(int row) {
    return chunks[row >> CHUNK_BITS].kind[row & MASK];
  }

  CallDetail detail(int row) {
    return details.get(chunks[row >> CHUNK_BITS].detail[row & MASK]);
  }

  /** Returns whether the detail of a row is {@link CallDetail#NONE}. */
  boolean isPlain(int row) {
    return chunks[row >> CHUNK_BITS].detail[row & MASK] == 0;
  }

  String source(int row) {
    return sources.unpack(packedSource(row));
  }

  /** Works out what all sources say, so that several threads may ask. */
  void workOutSources() {
    sources.workOut();
  }

  /** Returns how many logs the calls are from. */
  int logs() {
    return sources.logs();
  }

  /** Returns how many calls of the same source come before. */
  int ordinal(int row) {
    return sources.ordinal(packedSource(row));
  }

  int archive(int row) {
    return sources.archive(packedSource(row));
  }

  int log(int row) {
    return sources.log(packedSource(row));
  }

  private long packedSource(int row) {
    return chunks[row >> CHUNK_BITS].source[row & MASK];
  }

  /**
   * Adds to a row what a row of another log shows of it, if that has the same request and status.
   */
  void completeIfSame(int row, int other) {
    boolean same =
        log(row) != log(other)
            && url(row) == url(other)
            && kind(row).status() == kind(other).status()
            && kind(row).operation().method().equals(kind(other).operation().method());
    if (same) {
      complete(row, other);
    }
  }

  /** Adds to a row what another row shows of the same call and it does not. */
  void complete(int row, int other) {
    Chunk chunk = chunks[row >> CHUNK_BITS];
    chunk.kind[row & MASK] = kinds.id(kind(row).completedBy(kind(other)));
    chunk.detail[row & MASK] = details.id(detail(row).completedBy(detail(other)));
  }

  /**
   * Gives a row that shows no key that of another row of the same call, so that it is found by it.
   */
  void learnKey(int row, int other) {
    String key = kind(other).key();
    if (key != null && kind(row).key() == null) {
      chunks[row >> CHUNK_BITS].kind[row & MASK] = kinds.id(kind(row).ofKey(key));
    }
  }

  boolean hasToken(int row) {
    return tokenHigh(row) != 0 || tokenLow(row) != 0;
  }

  /** Returns the trace token in lower case, or null where the call has none. */
  @Nullable String token(int row) {
    if (!hasToken(row)) {
      return null;
    }
    if (tokenHigh(row) == TEXT_TOKEN) {
      return textTokens.get((int) tokenLow(row));
    }
    return Guid.text(tokenHigh(row), tokenLow(row));
  }

  /** Returns a number that is the same for rows with the same trace token. */
  long tokenKey(int row) {
    return tokenKey(tokenHigh(row), tokenLow(row));
  }

  private static long tokenKey(long high, long low) {
    // Multiplied, because many makers of GUIDs count in one part of them.
    return (high ^ Long.rotateLeft(low, 32)) * 0x9E37_79B9_7F4A_7C15L;
  }

  /**
   * Returns whether other rows may have the trace token of a row, which is found out when this is
   * asked first: all rows have to be there. Two bits for each of many hashes take less memory, and
   * less time, than a table of the tokens; few rows without a copy get true.
   */
  boolean mayHaveCopies(int row) {
    if (severalHashes.length == 0) {
      findSeveralHashes();
    }
    long hash = tokenKey(row) >>> hashShift;
    return hasToken(row) && (severalHashes[(int) (hash >>> LEAST_HASH_BITS)] >>> hash & 1) != 0;
  }

  private void findSeveralHashes() {
    int bits = Long.SIZE - Long.numberOfLeadingZeros(16L * size);
    hashShift = Long.SIZE - Math.min(MOST_HASH_BITS, Math.max(bits, LEAST_HASH_BITS));
    long[] once = new long[1 << (Long.SIZE - hashShift - LEAST_HASH_BITS)];
    severalHashes = new long[once.length];
    for (int number = 0; number << CHUNK_BITS < size; number++) {
      Chunk chunk = chunks[number];
      int rows = Math.min(CHUNK, size - (number << CHUNK_BITS));
      for (int i = 0; i < rows; i++) {
        long high = chunk.tokenHigh[i];
        long low = chunk.tokenLow[i];
        if ((high | low) != 0) {
          long hash = tokenKey(high, low) >>> hashShift;
          int word = (int) (hash >>> LEAST_HASH_BITS);
          long bit = 1L << hash;
          severalHashes[word] |= once[word] & bit;
          once[word] |= bit;
        }
      }
    }
  }

  boolean sameToken(int a, int b) {
    return tokenHigh(a) == tokenHigh(b) && tokenLow(a) == tokenLow(b);
  }

  /** Orders by trace token as text, in lower case; calls without one come first. */
  int compareTokens(int a, int b) {
    if (sameToken(a, b)) {
      return 0;
    }
    boolean texts = tokenHigh(a) == TEXT_TOKEN || tokenHigh(b) == TEXT_TOKEN;
    if (texts) {
      String first = token(a);
      String second = token(b);
      return (first == null ? "" : first).compareTo(second == null ? "" : second);
    }
    // Hex digits of lower case sort as the numbers do.
    int high = Long.compareUnsigned(tokenHigh(a), tokenHigh(b));
    return high != 0 ? high : Long.compareUnsigned(tokenLow(a), tokenLow(b));
  }

  /**
   * Orders calls by the names of their files and their places in those; see {@link SourceTable}.
   */
  int comparePlaces(int a, int b) {
    return sources.comparePlaces(packedSource(a), packedSource(b));
  }

  /** Orders calls of the same instant and token: by method, URL, status and source. */
  int compareRest(int a, int b) {
    CallKind first = kind(a);
    CallKind second = kind(b);
    int order = first.operation().method().compareTo(second.operation().method());
    if (order == 0) {
      order = first.host().compareTo(second.host());
    }
    if (order == 0 && url(a) != url(b)) {
      order = urls.get(url(a)).compareTo(urls.get(url(b)));
    }
    if (order == 0) {
      order = Integer.compare(first.status(), second.status());
    }
    if (order == 0) {
      order = source(a).compareTo(source(b));
    }
    return order != 0 ? order : Integer.compare(ordinal(a), ordinal(b));
  }

  /** Returns whether the trace token is a GUID, of which {@link #tokenHigh} is a half. */
  boolean hasGuid(int row) {
    return hasToken(row) && tokenHigh(row) != TEXT_TOKEN;
  }

  long tokenHigh(int row) {
    return chunks[row >> CHUNK_BITS].tokenHigh[row & MASK];
  }

  long tokenLow(int row) {
    return chunks[row >> CHUNK_BITS].tokenLow[row & MASK];
  }

  private static String asciiLower(String text) {
    return text.toLowerCase(java.util.Locale.ROOT);
  }

  /** One array a column: 4,096 rows, or fewer in the first chunk of a small log. */
  private static final class Chunk {
    final long[] ticks;
    final long[] tokenHigh;
    final long[] tokenLow;
    final long[] source;
    final int[] url;
    final int[] kind;
    final int[] detail;

    Chunk(int rows) {
      this(
          new long[rows],
          new long[rows],
          new long[rows],
          new long[rows],
          new int[rows],
          new int[rows],
          new int[rows]);
    }

    private Chunk(
        long[] ticks,
        long[] tokenHigh,
        long[] tokenLow,
        long[] source,
        int[] url,
        int[] kind,
        int[] detail) {
      this.ticks = ticks;
      this.tokenHigh = tokenHigh;
      this.tokenLow = tokenLow;
      this.source = source;
      this.url = url;
      this.kind = kind;
      this.detail = detail;
    }

    Chunk resized(int rows) {
      return new Chunk(
          Arrays.copyOf(ticks, rows),
          Arrays.copyOf(tokenHigh, rows),
          Arrays.copyOf(tokenLow, rows),
          Arrays.copyOf(source, rows),
          Arrays.copyOf(url, rows),
          Arrays.copyOf(kind, rows),
          Arrays.copyOf(detail, rows));
    }
  }
}
