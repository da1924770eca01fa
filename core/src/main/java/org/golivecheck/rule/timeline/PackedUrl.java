package org.golivecheck.rule.timeline;

import java.nio.charset.StandardCharsets;

/**
 * Reads off the packed form of a URL what nearly all URLs of an integration lead to, without making
 * a text of it. What it does not understand is left to {@link org.golivecheck.call.PathIds}. Reused
 * from one URL to the next.
 */
final class PackedUrl {
  private static final byte[] NEWER = ascii("/restapi/v2.1/accounts");
  private static final byte[] OLDER = ascii("/restapi/v2/accounts");
  private static final byte[] ENVELOPES = ascii("/envelopes");

  private byte[] bytes = new byte[0];
  private int from;
  private int to;
  private int at;

  private boolean list;
  private boolean envelope;
  private long accountHigh;
  private long accountLow;
  private long envelopeHigh;
  private long envelopeLow;

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Looks at another URL. */
  void set(TextTable urls, int url) {
    bytes = urls.bytes(url);
    from = urls.from(url);
    to = urls.to(url);
  }

  /**
   * Returns how many bytes of the URL are the key of its resource as they stand: its path, if it
   * has no letter to be folded and no slash to be dropped; else -1.
   */
  int keyLength() {
    int end = from;
    // The bytes of a packed GUID may look like any character, so the last is kept in sight.
    byte last = '/';
    while (end < to && bytes[end] != '?') {
      last = bytes[end];
      if ((last >= 'A' && last <= 'Z') || last == '#' || last == ':' || last == TextTable.UPPER) {
        return -1;
      }
      end += last == TextTable.LOWER ? TextTable.PACKED : 1;
    }
    return last != '/' && bytes[from + 1] != '/' ? end - from : -1;
  }

  /**
   * Reads where the URL leads.
   *
   * @return whether it leads to the list of envelopes of an account with a GUID, or to an envelope,
   *     or below it; if not, nothing is known
   */
  boolean readEnvelope() {
    list = false;
    envelope = false;
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
    envelope = !list && isGuid(at) && endsSegment(at + 1 + TextTable.PACKED);
    if (envelope) {
      envelopeHigh = TextTable.readLong(bytes, at + 2);
      envelopeLow = TextTable.readLong(bytes, at + 10);
    }
    return list || envelope;
  }

  private boolean skip(byte[] word) {
    int end = at + word.length;
    if (end > to) {
      return false;
    }
    for (int i = 0; i < word.length; i++) {
      if (bytes[at + i] != word[i]) {
        return false;
      }
    }
    at = end;
    return true;
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

  boolean isList() {
    return list;
  }

  boolean isEnvelope() {
    return envelope;
  }

  long accountHigh() {
    return accountHigh;
  }

  long accountLow() {
    return accountLow;
  }

  long envelopeHigh() {
    return envelopeHigh;
  }

  long envelopeLow() {
    return envelopeLow;
  }
}
