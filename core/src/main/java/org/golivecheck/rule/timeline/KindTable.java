package org.golivecheck.rule.timeline;

import java.util.Arrays;
import java.util.Objects;
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
    private final ApiCall like;
    final CallKind kind;

    /** The number of the kind among the rows, or -1 while it has none. */
    int id = -1;

    private Entry(byte[] shape, ApiCall like, CallKind kind) {
      this.shape = shape;
      this.like = like;
      this.kind = kind;
    }
  }

  private final @Nullable Entry[] entries = new Entry[SLOTS];
  private final boolean patterns;
  private byte[] shape = new byte[256];
  private int used = NONE;
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
   * @param url the packed form of the path and query of its URL
   */
  @Nullable Entry find(ApiCall call, byte[] url, int length) {
    used = patterns || call.identity().account() != null ? NONE : readShape(url, length);
    if (used == NONE) {
      return null;
    }
    int hash = call.status();
    for (int i = 0; i < used; i++) {
      hash = PRIME * hash + shape[i];
    }
    hash = PRIME * hash + call.method().hashCode();
    String agent = call.client().userAgent();
    hash = PRIME * hash + (agent == null ? 0 : agent.length());
    slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    Entry known = entries[slot];
    boolean found =
        known != null
            && Arrays.equals(known.shape, 0, known.shape.length, shape, 0, used)
            && alike(known.like, call);
    return found ? known : null;
  }

  /** Remembers the kind of the call that was sought last and not found. */
  Entry put(ApiCall call, CallKind kind) {
    Entry entry = new Entry(used == NONE ? shape : Arrays.copyOf(shape, used), call, kind);
    if (used != NONE) {
      entries[slot] = entry;
    }
    return entry;
  }

  /**
   * Writes the path of a URL without its GUIDs, and returns how long that is; {@link #NONE} where a
   * GUID counts: one without a digit may be taken for a word.
   */
  private int readShape(byte[] url, int length) {
    if (shape.length < length) {
      shape = new byte[2 * length];
    }
    int written = 0;
    for (int i = 0; i < length && url[i] != '?'; i++) {
      shape[written++] = url[i];
      if (TextTable.isMark(url[i])) {
        int end = i + TextTable.PACKED;
        do {
          i++;
          if (i == end) {
            return NONE;
          }
        } while ((url[i] & 0xF) > 9 && ((url[i] >> 4) & 0xF) > 9);
        i = end - 1;
      }
    }
    return written;
  }

  private static boolean alike(ApiCall a, ApiCall b) {
    return a.status() == b.status()
        && a.vantage() == b.vantage()
        && a.method().equals(b.method())
        && a.url().host().equals(b.url().host())
        && a.url().plainHttp() == b.url().plainHttp()
        && a.gaps().equals(b.gaps())
        && a.limits().hourlyLimit() == b.limits().hourlyLimit()
        && Objects.equals(a.loggedOperation(), b.loggedOperation())
        && Objects.equals(a.identity().integrationKey(), b.identity().integrationKey())
        && a.legacyAuthentication() == b.legacyAuthentication()
        && alike(a.client(), b.client());
  }

  private static boolean alike(Client a, Client b) {
    return Objects.equals(a.userAgent(), b.userAgent())
        && Objects.equals(a.sdk(), b.sdk())
        && Objects.equals(a.referer(), b.referer())
        && Objects.equals(a.origin(), b.origin());
  }
}
