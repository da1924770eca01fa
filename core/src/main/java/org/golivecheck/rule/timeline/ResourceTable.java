package org.golivecheck.rule.timeline;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.golivecheck.call.CallUrl;
import org.golivecheck.call.PathIds;
import org.golivecheck.text.EightBytes;
import org.golivecheck.text.Guid;

/**
 * What the URLs of calls lead to, as numbers that rules can compare and count by. Each URL is
 * worked out once, when it is first asked for: nearly all from their packed form, without making a
 * text of them, the others by {@link PathIds}. Adds nothing to the table of URLs.
 */
final class ResourceTable {
  /** Stands for an envelope or account where a path names none. */
  static final int NONE = -1;

  private static final int FACTS = 2;
  private static final int ENVELOPE = 1;

  private static final int LIST = -2;
  private static final int NOT_YET = -3;

  private static final long QUESTIONS = EightBytes.ONES * '?';
  private static final long HASHES = EightBytes.ONES * '#';
  private static final long COLONS = EightBytes.ONES * ':';

  private static final byte[] NEWER = ascii("/restapi/v2.1/accounts");
  private static final byte[] OLDER = ascii("/restapi/v2/accounts");
  private static final byte[] ENVELOPES = ascii("/envelopes");

  private final TextTable urls;

  /** The paths that are no URL of a call by themselves, numbered after all URLs. */
  private final TextTable paths = new TextTable();

  /** Resource and envelope of each URL, one after another: mostly both are asked for. */
  private final int[] known;

  /** The account of each URL, by itself: rules ask for it at every call. */
  private final int[] accounts;

  private final Guid guid = new Guid();
  private final Guids envelopeIds = new Guids();
  private final Interner<String> accountIds = new Interner<>(String::length);

  private int lastAccount = NONE;
  private long lastHigh;
  private long lastLow;

  /** How many URLs were worked out in turn. */
  private int workedOut;

  private int last = -1;
  private String lastText = "";

  // The packed form of the URL that is looked at, and what it leads to.
  private byte[] bytes = new byte[0];
  private int from;
  private int to;
  private int at;

  private boolean list;
  private long accountHigh;
  private long accountLow;
  private long envelopeHigh;
  private long envelopeLow;

  ResourceTable(TextTable urls) {
    this.urls = urls;
    known = new int[FACTS * urls.size()];
    Arrays.fill(known, NOT_YET);
    accounts = new int[urls.size()];
    Arrays.fill(accounts, NOT_YET);
  }

  /** Works all URLs out, so that several threads may ask. */
  void workOut() {
    for (; workedOut < accounts.length; workedOut++) {
      resource(workedOut);
      found(workedOut);
    }
  }

  /**
   * Returns the number of the path that a URL leads to: without query and trailing slash, GUIDs
   * compared ignoring case.
   */
  int resource(int url) {
    if (known[FACTS * url] == NOT_YET) {
      known[FACTS * url] = key(url);
    }
    return known[FACTS * url];
  }

  private int key(int url) {
    look(url);
    int length = keyLength();
    if (length < 0) {
      read(url);
      String key = PathIds.resourceKey(CallUrl.parse(lastText));
      int known = urls.find(urls.pack(key));
      return known >= 0 ? known : urls.size() + paths.id(key);
    }
    if (length == to - from) {
      // Most URLs are their own key.
      return url;
    }
    int known = urls.find(urls.take(urls, url, length));
    return known >= 0 ? known : urls.size() + paths.id(paths.take(urls, url, length));
  }

  /** Returns the number of the envelope that a URL leads to or below, or {@link #NONE}. */
  int envelope(int url) {
    return Math.max(found(url), NONE);
  }

  /** Returns the GUID of the envelope of a number, in lower case. */
  String envelopeId(int envelope) {
    return envelopeIds.get(envelope);
  }

  /** Returns whether a URL leads to the list of envelopes. */
  boolean isEnvelopeList(int url) {
    return found(url) == LIST;
  }

  /** Returns the number of the account in a URL, or {@link #NONE}. */
  int account(int url) {
    if (accounts[url] == NOT_YET) {
      found(url);
    }
    return accounts[url];
  }

  /** Returns how many accounts there are. */
  int accounts() {
    workOut();
    return accountIds.size();
  }

  /** Returns the account of a number, in lower case. */
  String accountId(int account) {
    return accountIds.get(account);
  }

  private int found(int url) {
    int place = FACTS * url + ENVELOPE;
    if (known[place] == NOT_YET) {
      look(url);
      if (readEnvelope()) {
        known[place] = list ? LIST : envelopeIds.id(envelopeHigh, envelopeLow);
        accounts[url] = number(accountHigh, accountLow);
      } else {
        findByText(url);
      }
    }
    return known[place];
  }

  private void findByText(int url) {
    read(url);
    PathIds ids = PathIds.of(CallUrl.parse(lastText));
    String envelope = ids.envelopeId();
    int number = NONE;
    if (ids.kind() == PathIds.Kind.ENVELOPE_LIST) {
      number = LIST;
    } else if (envelope != null && guid.read(envelope, 0)) {
      number = envelopeIds.id(guid.high(), guid.low());
    }
    known[FACTS * url + ENVELOPE] = number;
    String account = ids.accountId();
    accounts[url] = account == null ? NONE : accountIds.id(account);
  }

  /** Logs mostly hold one account, so the last one is kept at hand. */
  private int number(long accountHigh, long accountLow) {
    if (lastAccount == NONE || accountHigh != lastHigh || accountLow != lastLow) {
      lastAccount = accountIds.id(Guid.text(accountHigh, accountLow));
      lastHigh = accountHigh;
      lastLow = accountLow;
    }
    return lastAccount;
  }

  /** Unpacks a URL, unless it was the last one: rules ask for all of one at a time. */
  private void read(int url) {
    if (url != last) {
      lastText = urls.get(url);
      last = url;
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Looks at the packed form of a URL. */
  private void look(int url) {
    bytes = urls.bytes(url);
    from = urls.from(url);
    to = urls.to(url);
  }

  /**
   * Returns how many bytes of the URL are the key of its resource as they stand: its path, if it
   * has no letter to be folded and no slash to be dropped; else -1.
   */
  private int keyLength() {
    int end = from;
    // The bytes of a packed GUID may look like any character, so the last is kept in sight.
    byte last = '/';
    while (end < to) {
      if (end <= to - Long.BYTES) {
        long marks = unusual(EightBytes.get(bytes, end));
        int usual = marks == 0 ? Long.BYTES : EightBytes.first(marks);
        last = usual == 0 ? last : bytes[end + usual - 1];
        end += usual;
        if (marks == 0) {
          continue;
        }
      }
      if (bytes[end] == '?') {
        break;
      }
      last = bytes[end];
      if ((last >= 'A' && last <= 'Z') || last == '#' || last == ':' || last == TextTable.UPPER) {
        return -1;
      }
      end += last == TextTable.LOWER ? TextTable.PACKED : 1;
    }
    return last != '/' && bytes[from + 1] != '/' ? end - from : -1;
  }

  /** Marks what {@link #keyLength} has to look at: all but small letters, digits and the like. */
  private static long unusual(long word) {
    long low = word & ~EightBytes.HIGH_BITS;
    long capitals =
        (low + EightBytes.ONES * (0x80 - 'A')) & ~(low + EightBytes.ONES * (0x7F - 'Z'));
    return ((capitals | word) & EightBytes.HIGH_BITS)
        | EightBytes.zeros(word ^ QUESTIONS)
        | EightBytes.zeros(word ^ HASHES)
        | EightBytes.zeros(word ^ COLONS);
  }

  /**
   * Reads where the URL leads.
   *
   * @return whether it leads to the list of envelopes of an account with a GUID, or to an envelope,
   *     or below it; if not, nothing is known
   */
  private boolean readEnvelope() {
    list = false;
    at = from;
    if (!skip(NEWER) && !skip(OLDER)) {
      return false;
    }
    if (!isGuid(at)) {
      return false;
    }
    accountHigh = TextTable.readLong(bytes, at + 2);
    accountLow = TextTable.readLong(bytes, at + 10);
    at += 1 + TextTable.PACKED;
    if (!skip(ENVELOPES)) {
      return false;
    }
    list = at == to || bytes[at] == '?';
    boolean envelope = !list && isGuid(at) && endsSegment(at + 1 + TextTable.PACKED);
    if (envelope) {
      envelopeHigh = TextTable.readLong(bytes, at + 2);
      envelopeLow = TextTable.readLong(bytes, at + 10);
    }
    return list || envelope;
  }

  private boolean skip(byte[] word) {
    boolean found = EightBytes.isAt(word, bytes, at, to);
    at += found ? word.length : 0;
    return found;
  }

  /** Returns whether a slash and a packed GUID stand at an index. */
  private boolean isGuid(int index) {
    return index + 1 + TextTable.PACKED <= to
        && bytes[index] == '/'
        && TextTable.isMark(bytes[index + 1]);
  }

  private boolean endsSegment(int index) {
    return index == to || bytes[index] == '/' || bytes[index] == '?';
  }

  /** Numbers GUIDs in the order in which they are first met: 24 to 32 bytes each. */
  static final class Guids {
    private long[] highs = new long[16];
    private long[] lows = new long[16];
    private int size;

    /** Open addressing: number + 1, or 0 for free. Twice as large as needed. */
    private int[] slots = new int[64];

    /** Returns the number of a GUID. */
    int id(long high, long low) {
      int slot = slot(high, low);
      if (slots[slot] != 0) {
        return slots[slot] - 1;
      }
      if (size == highs.length) {
        highs = Arrays.copyOf(highs, size + (size >> 1));
        lows = Arrays.copyOf(lows, size + (size >> 1));
      }
      highs[size] = high;
      lows[size] = low;
      slots[slot] = ++size;
      if (size * 2 > slots.length) {
        grow();
      }
      return size - 1;
    }

    /** Returns the GUID of a number, in lower case. */
    String get(int id) {
      return Guid.text(highs[id], lows[id]);
    }

    private int slot(long high, long low) {
      int slot = hash(high, low) & (slots.length - 1);
      while (slots[slot] != 0 && !matches(slots[slot] - 1, high, low)) {
        slot = (slot + 1) & (slots.length - 1);
      }
      return slot;
    }

    private boolean matches(int id, long high, long low) {
      return highs[id] == high && lows[id] == low;
    }

    private void grow() {
      slots = new int[slots.length * 2];
      for (int id = 0; id < size; id++) {
        slots[slot(highs[id], lows[id])] = id + 1;
      }
    }

    private static int hash(long high, long low) {
      long mixed = (high ^ Long.rotateLeft(low, 32)) * 0x9E37_79B9_7F4A_7C15L;
      return (int) (mixed >>> 32);
    }
  }
}
