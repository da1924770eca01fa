package org.golivecheck.rule.timeline;

import java.util.Arrays;
import java.util.Objects;
import java.util.zip.CRC32;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.Client;
import org.golivecheck.rule.ReviewSettings;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the kinds of calls that were met lately, because working a kind out takes long and an
 * integration makes calls of few kinds. Calls are of the same kind if they agree in all that a kind
 * rests on; of the path that is its shape: all but its GUIDs. Not thread-safe.
 */
final class KindTable {
  /** A kind more takes the place of another. */
  private static final int SLOTS = 1 << 12;

  private static final int PRIME = 31;
  private static final int NONE = -1;

  /** What calls of one kind agree in. */
  static final class Entry {
    private final byte[] shape;

    /** The call of the kind that was sought last. */
    private ApiCall like;

    final CallKind kind;

    /** The number of the kind among the rows, or -1 while it has none. */
    int id = -1;

    /** What those calls that are like that one have besides, or null while that is not known. */
    @Nullable CallDetail detail;

    private Entry(byte[] shape, ApiCall like, CallKind kind) {
      this.shape = shape;
      this.like = like;
      this.kind = kind;
    }
  }

  private final @Nullable Entry[] entries = new Entry[SLOTS];
  private final boolean patterns;
  private final CRC32 crc = new CRC32();
  private int slot;

  /** Starts without kinds, for calls reviewed with some settings. */
  KindTable(ReviewSettings settings) {
    // A pattern may ask for a part of a GUID.
    patterns = !settings.ignored().isEmpty();
  }

  /**
   * Returns what is known of the kind of a call, or null if nothing is; it may be {@link #put}
   * then.
   *
   * @param urls has packed the path and query of its URL last
   */
  @SuppressWarnings("ReferenceEquality") // Equal calls may differ in what a kind does not rest on.
  @Nullable Entry find(ApiCall call, TextTable urls) {
    // A GUID without a digit may be taken for a word.
    if (patterns || call.identity().account() != null || urls.isWordlike()) {
      slot = NONE;
      return null;
    }
    crc.reset();
    crc.update(urls.shape(), 0, urls.shapeLength());
    String agent = call.client().userAgent();
    int hash = (int) crc.getValue() + PRIME * call.status() + call.method().hashCode();
    hash = PRIME * hash + (agent == null ? 0 : agent.length());
    String key = call.identity().integrationKey();
    hash = PRIME * hash + (key == null ? 0 : key.hashCode());
    hash = PRIME * hash + call.url().host().length();
    slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    Entry known = entries[slot];
    if (known == null || !isShape(known, urls) || !alike(known.like, call)) {
      return null;
    }
    if (known.like != call) {
      known.like = call;
      known.detail = null;
    }
    return known;
  }

  private static boolean isShape(Entry entry, TextTable urls) {
    return Arrays.equals(entry.shape, 0, entry.shape.length, urls.shape(), 0, urls.shapeLength());
  }

  /** Remembers the kind of the call that was sought last and not found. */
  Entry put(ApiCall call, TextTable urls, CallKind kind) {
    if (slot == NONE) {
      return new Entry(urls.shape(), call, kind);
    }
    Entry entry = new Entry(Arrays.copyOf(urls.shape(), urls.shapeLength()), call, kind);
    entries[slot] = entry;
    return entry;
  }

  @SuppressWarnings("ReferenceEquality") // For most calls this is all.
  private static boolean alike(ApiCall a, ApiCall b) {
    return a == b
        || (a.status() == b.status()
            && a.vantage() == b.vantage()
            && a.method().equals(b.method())
            && a.url().host().equals(b.url().host())
            && a.url().plainHttp() == b.url().plainHttp()
            && a.gaps().equals(b.gaps())
            && a.limits().hourlyLimit() == b.limits().hourlyLimit()
            && Objects.equals(a.loggedOperation(), b.loggedOperation())
            && Objects.equals(a.identity().integrationKey(), b.identity().integrationKey())
            && a.legacyAuthentication() == b.legacyAuthentication()
            && alike(a.client(), b.client()));
  }

  private static boolean alike(Client a, Client b) {
    return Objects.equals(a.userAgent(), b.userAgent())
        && Objects.equals(a.sdk(), b.sdk())
        && Objects.equals(a.referer(), b.referer())
        && Objects.equals(a.origin(), b.origin());
  }
}
