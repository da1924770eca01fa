package org.golivecheck.rule.timeline;

import java.util.Arrays;
import org.golivecheck.call.CallUrl;
import org.golivecheck.call.PathIds;
import org.golivecheck.text.Guid;

/**
 * What the URLs of calls lead to, as numbers that rules can compare and count by. Each URL is
 * worked out once, when it is first asked for.
 */
final class ResourceTable {
  /** Stands for an envelope or account where a path names none. */
  static final int NONE = -1;

  private static final int FACTS = 3;
  private static final int ENVELOPE = 1;
  private static final int ACCOUNT = 2;

  private static final int LIST = -2;
  private static final int NOT_YET = -3;

  private final TextTable urls;

  /** Resource, envelope and account of each URL, one after another: mostly all are asked for. */
  private final int[] known;

  private final PackedUrl packed = new PackedUrl();
  private final Guid guid = new Guid();
  private final GuidTable envelopeIds = new GuidTable();
  private final Interner<String> accountIds = new Interner<>(String::length);

  private int lastAccount = NONE;
  private long lastHigh;
  private long lastLow;

  private int last = -1;
  private String lastText = "";

  ResourceTable(TextTable urls) {
    this.urls = urls;
    known = new int[FACTS * urls.size()];
    Arrays.fill(known, NOT_YET);
  }

  /** Works all URLs out, so that several threads may ask. */
  void workOut() {
    for (int url = 0; url < known.length / FACTS; url++) {
      resource(url);
      found(url);
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
    packed.set(urls, url);
    int length = packed.keyLength();
    if (length < 0) {
      read(url);
      return urls.id(PathIds.resourceKey(CallUrl.parse(lastText)));
    }
    // Most URLs are their own key.
    return length == urls.to(url) - urls.from(url) ? url : urls.idOfStart(url, length);
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
    found(url);
    return known[FACTS * url + ACCOUNT];
  }

  /** Returns the account of a number, in lower case. */
  String accountId(int account) {
    return accountIds.get(account);
  }

  private int found(int url) {
    int at = FACTS * url + ENVELOPE;
    if (known[at] == NOT_YET) {
      packed.set(urls, url);
      if (packed.readEnvelope()) {
        known[at] =
            packed.isList() ? LIST : envelopeIds.id(packed.envelopeHigh(), packed.envelopeLow());
        known[FACTS * url + ACCOUNT] = number(packed.accountHigh(), packed.accountLow());
      } else {
        findByText(url);
      }
    }
    return known[at];
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
    known[FACTS * url + ACCOUNT] = account == null ? NONE : accountIds.id(account);
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
}
