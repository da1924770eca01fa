package org.golivecheck.rule.timeline;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.golivecheck.call.Exclusion;
import org.golivecheck.rule.Thresholds;
import org.jspecify.annotations.Nullable;

/**
 * All calls of a review in the order of time, each once. Positions count from the oldest call, 0.
 *
 * <p>Order is by timestamp, then by file and place in it, for calls that have a place; then by
 * trace token, method, host, URL, status and source. Calls with the same trace token, ignoring
 * case, are one: the first by timestamp, method, URL, status and source. Calls of different logs
 * that show no token are one by {@link SameCalls}. So neither the order in which logs were read nor
 * how they were cut into parts shows here.
 */
public final class Timeline {
  /** How many units of 100 nanoseconds a second has. */
  public static final long TICKS_PER_SECOND = CallRows.TICKS_PER_SECOND;

  private static final int MOST_LIST_QUERIES = 4_096;

  private final CallRows rows;
  private final int[] order;
  private final int size;
  private final int joined;
  private final int duplicates;
  private final CallKeys shown;
  private final CallKeys keys;
  private final Thresholds thresholds;
  private final ResourceTable resources;
  private volatile @Nullable PollingPairs pairs;
  private final boolean[] demo;

  /** How many calls there are of each kind. */
  private final int[] ofKinds;

  /** What URLs of lists ask for, of the first so many. */
  private final Map<Integer, ListQuery> listQueries = new ConcurrentHashMap<>();

  private Timeline(
      CallRows rows,
      int[] order,
      int size,
      int joined,
      ResourceTable resources,
      CallKeys shown,
      CallKeys keys,
      Thresholds thresholds) {
    this.rows = rows;
    this.order = order;
    this.size = size;
    this.joined = joined;
    this.resources = resources;
    this.shown = shown;
    this.keys = keys;
    this.thresholds = thresholds;
    duplicates = order.length - size;
    demo = kindsThat(CallKind::demo);
    ofKinds = new int[rows.kinds.size()];
    for (int i = 0; i < size; i++) {
      ofKinds[rows.kindId(order[i])]++;
    }
  }

  static Timeline of(CallRows rows, Thresholds thresholds) {
    int[] order = new int[rows.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    CallKeys shown = new CallKeys(rows, order, order.length);
    return of(rows, order, new ResourceTable(rows.urls), shown, thresholds);
  }

  /**
   * Returns the time line of some calls.
   *
   * @param order their rows, in any order
   * @param shown the keys that calls show, before what one log shows of a call is added to another
   */
  private static Timeline of(
      CallRows rows, int[] order, ResourceTable resources, CallKeys shown, Thresholds thresholds) {
    RowSort.Order byTime = new ByTime(rows);
    int tokens;
    if (Workers.areWorth(order.length)) {
      int[] count = new int[1];
      Workers.all(
          order.length,
          List.of(
              resources::workOut,
              // Neither adds to the tables that the other reads.
              () -> {
                rows.workOutSources();
                count[0] = withoutDuplicates(rows, order);
                RowSort.sort(order, count[0], byTime);
              }));
      tokens = count[0];
    } else {
      tokens = withoutDuplicates(rows, order);
    }
    int size = SameCalls.first(rows, order, tokens, resources, shown);
    RowSort.sort(order, size, byTime);
    CallKeys keys = size == rows.size() ? shown : new CallKeys(rows, order, size);
    return new Timeline(rows, order, size, tokens - size, resources, shown, keys, thresholds);
  }

  /** Moves one row of each trace token to the front and returns how many those are. */
  private static int withoutDuplicates(CallRows rows, int[] order) {
    int[] several = new int[16];
    int size = 0;
    int count = 0;
    for (int row : order) {
      if (rows.mayHaveCopies(row)) {
        if (count == several.length) {
          several = Arrays.copyOf(several, 2 * count);
        }
        several[count++] = row;
      } else {
        order[size++] = row;
      }
    }
    RowSort.sort(several, count, new ByToken(rows));
    for (int from = 0, to; from < count; from = to) {
      int kept = several[from];
      for (to = from + 1; to < count && rows.sameToken(several[to], kept); to++) {
        rows.completeIfSame(kept, several[to]);
      }
      for (int i = from + 1; i < to; i++) {
        rows.learnKey(several[i], kept);
      }
      order[size++] = kept;
    }
    return size;
  }

  /** Brings rows of one trace token together, the one that stays first. */
  private record ByToken(CallRows rows) implements RowSort.Order {
    @Override
    public long key(int row) {
      return rows.tokenKey(row);
    }

    @Override
    public int compare(int a, int b) {
      int order = rows.compareTokens(a, b);
      if (order == 0) {
        order = Boolean.compare(rows.kind(b).timed(), rows.kind(a).timed());
      }
      if (order == 0) {
        order = Long.compare(rows.ticks(a), rows.ticks(b));
      }
      return order == 0 ? rows.compareRest(a, b) : order;
    }
  }

  /** The order of the time line. */
  private record ByTime(CallRows rows) implements RowSort.Order {
    @Override
    public long key(int row) {
      return rows.ticks(row) ^ Long.MIN_VALUE;
    }

    @Override
    public int compare(int a, int b) {
      int order = rows.comparePlaces(a, b);
      if (order == 0) {
        order = rows.compareTokens(a, b);
      }
      return order == 0 ? rows.compareRest(a, b) : order;
    }
  }

  /** Returns how many calls there are. */
  public int size() {
    return size;
  }

  /** Returns how many calls there are with the copies that were dropped. */
  public int read() {
    return order.length;
  }

  /** Returns how many calls were dropped as copies of another. */
  public int duplicates() {
    return duplicates;
  }

  /** Returns the integration key of a call, in lower case, or null if it is unknown. */
  public @Nullable String key(int position) {
    return keys.of(order[position]);
  }

  /** Returns whether no call shows an integration key. */
  public boolean keysUnknown() {
    return keys.unknown();
  }

  /**
   * Returns the time line of the calls made with a key, by the same numbers of resources, envelopes
   * and accounts: that of its own logs, so copies are dropped among those calls alone. Calls of
   * logs that show no key were made with it, because the user knows whose log that is, unless
   * another log shows that they were not.
   *
   * @param key the key, in any case
   */
  public Timeline ofKey(String key) {
    String wanted = key.toLowerCase(Locale.ROOT);
    int[] ofKey =
        IntStream.range(0, rows.size())
            .filter(row -> shown.isOf(row, wanted) && keys.isOf(row, wanted))
            .toArray();
    return of(rows, ofKey, resources, shown, thresholds);
  }

  /** Returns the time line of the calls at some positions, in order. */
  public Timeline part(int[] positions) {
    int[] rowsKept = IntStream.of(positions).map(position -> order[position]).toArray();
    return new Timeline(rows, rowsKept, rowsKept.length, 0, resources, shown, keys, thresholds);
  }

  /**
   * Returns the time line of some calls as if there were no others: what other logs show of their
   * keys does not matter.
   *
   * @param positions their positions, in order
   */
  public Timeline alone(int[] positions) {
    int[] rowsKept = IntStream.of(positions).map(position -> order[position]).toArray();
    CallKeys own = new CallKeys(rows, rowsKept, rowsKept.length);
    return new Timeline(rows, rowsKept, rowsKept.length, 0, resources, own, own, thresholds);
  }

  /** Returns the number of the input that a call was read from, or -1. */
  public int input(int position) {
    return rows.input(order[position]);
  }

  /**
   * Returns the account of a call to DocuSign, in lower case, by its URL or by what its log shows
   * beside that; null if unknown.
   */
  public @Nullable String accountName(int position) {
    CallKind kind = kind(position);
    if (kind.exclusion() == Exclusion.OTHER_HOST) {
      return null;
    }
    int account = account(position);
    String shown = kind.account();
    return account >= 0 ? accountId(account) : shown == null || shown.isEmpty() ? null : shown;
  }

  /**
   * Returns how many of the duplicates are copies by method, URL, status and time, because they
   * show no trace token.
   */
  public int joined() {
    return joined;
  }

  /**
   * Returns when a call ended, in units of 100 nanoseconds since 1970. For a call without a time,
   * that of the nearest earlier call of its log that has one, or 0.
   */
  public long ticks(int position) {
    return rows.ticks(order[position]);
  }

  /** Returns when a call ended; see {@link #ticks}. */
  public Instant time(int position) {
    return instant(ticks(position));
  }

  /** Returns an instant from units of 100 nanoseconds since 1970. */
  public static Instant instant(long ticks) {
    return Instant.ofEpochSecond(
        Math.floorDiv(ticks, CallRows.TICKS_PER_SECOND),
        Math.floorMod(ticks, CallRows.TICKS_PER_SECOND) * 100);
  }

  /** Returns the position of the oldest call whose time is known, or {@link #size()}. */
  public int firstTimed() {
    int position = 0;
    // Calls before the first time of their log come first.
    while (position < size && !kind(position).timed()) {
      position++;
    }
    return position;
  }

  /** Returns what a call has in common with others. */
  public CallKind kind(int position) {
    return rows.kind(order[position]);
  }

  /** Returns the number of a call's kind, below {@link #kinds()}. */
  public int kindId(int position) {
    return rows.kindId(order[position]);
  }

  /** Returns how many kinds of calls there are. */
  public int kinds() {
    return ofKinds.length;
  }

  /** Returns the kind of a number. */
  public CallKind kindOf(int number) {
    return rows.kinds.get(number);
  }

  /** Returns how many calls are of the kind of a number. */
  public int callsOfKind(int number) {
    return ofKinds[number];
  }

  /** Returns how many calls are of a kind that passes a test. */
  public long count(Predicate<CallKind> test) {
    long count = 0;
    for (int kind = 0; kind < ofKinds.length; kind++) {
      count += ofKinds[kind] != 0 && test.test(rows.kinds.get(kind)) ? ofKinds[kind] : 0;
    }
    return count;
  }

  /** Returns, for the number of each kind, whether it passes a test. */
  public boolean[] kindsThat(Predicate<CallKind> test) {
    boolean[] passing = new boolean[rows.kinds.size()];
    for (int kind = 0; kind < passing.length; kind++) {
      passing[kind] = test.test(rows.kinds.get(kind));
    }
    return passing;
  }

  /** Returns whether a call went to the demo environment, by the host. */
  public boolean isDemo(int position) {
    return demo[kindId(position)];
  }

  /** Returns whether a call's detail is {@link CallDetail#NONE}. */
  public boolean isPlain(int position) {
    return rows.isPlain(order[position]);
  }

  /** Returns what a call has of its own. */
  public CallDetail detail(int position) {
    return rows.detail(order[position]);
  }

  /** Returns a call's path without its query, as logged. */
  public String path(int position) {
    String url = rows.urls.get(url(position));
    int question = url.indexOf('?');
    return question == -1 ? url : url.substring(0, question);
  }

  private ListQuery listQuery(int url) {
    ListQuery known = listQueries.get(url);
    if (known == null) {
      String text = rows.urls.get(url);
      int question = text.indexOf('?');
      known = ListQuery.parse(question == -1 ? null : text.substring(question + 1));
      if (listQueries.size() < MOST_LIST_QUERIES) {
        listQueries.put(url, known);
      }
    }
    return known;
  }

  /**
   * Returns what a call's path is known by: equal for calls of one path, whatever their queries,
   * hosts and methods. Trailing slashes do not matter, and GUIDs compare ignoring case.
   */
  public int resource(int position) {
    return resources.resource(url(position));
  }

  /** Returns the number of the envelope that a call's path leads to or below, or -1. */
  public int envelope(int position) {
    return resources.envelope(url(position));
  }

  /** Returns the GUID of the envelope of a number, in lower case. */
  public String envelopeId(int envelope) {
    return resources.envelopeId(envelope);
  }

  /** Returns whether a call's path leads to the list of envelopes. */
  public boolean isEnvelopeList(int position) {
    return resources.isEnvelopeList(url(position));
  }

  /** Returns the number of the account in a call's path, or -1. */
  public int account(int position) {
    return resources.account(url(position));
  }

  /** Returns how many accounts the URLs of a log lead to, of which this may have a part. */
  public int accounts() {
    return resources.accounts();
  }

  /** Returns the account of a number, in lower case. */
  public String accountId(int account) {
    return resources.accountId(account);
  }

  /** Returns whether a list call asks for a further page of the listing of an earlier call. */
  public boolean isNextPage(int position, int earlier) {
    int url = url(position);
    int before = url(earlier);
    return url != before && listQuery(url).continues(listQuery(before));
  }

  /** Returns a number that is the same for calls of the same path and query, as logged. */
  public int url(int position) {
    return rows.url(order[position]);
  }

  /** Returns the name of the archive that a call was read from; the source where there is none. */
  public String archiveName(int position) {
    String source = source(position);
    int end = SourceTable.endOfArchive(source);
    return end == -1 ? source : source.substring(0, end);
  }

  /** Returns where a call was read. */
  public String source(int position) {
    return rows.source(order[position]);
  }

  /** Returns the number of the archive that a call was read from, or -1 where from none. */
  public int archive(int position) {
    return rows.archive(order[position]);
  }

  /** Returns a call's trace token in lower case, or null where it has none. */
  public @Nullable String traceToken(int position) {
    return rows.token(order[position]);
  }

  /** Returns the neighbouring GETs of one envelope resource that came close together. */
  public PollingPairs pairs() {
    PollingPairs known = pairs;
    if (known == null) {
      known = PollingPairs.of(this, thresholds);
      pairs = known;
    }
    return known;
  }
}
