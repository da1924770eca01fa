package org.golivecheck.rule.timeline;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.golivecheck.text.EightBytes;
import org.golivecheck.text.Guid;

/**
 * Numbers equal texts as an {@link Interner} does, for texts of which there may be millions: paths
 * of calls. Each costs its UTF-8 bytes, with GUIDs packed into 16, and 32 bytes more.
 */
final class TextTable {
  /** Bytes that never occur in UTF-8 mark a packed GUID in lower and in upper case. */
  static final byte LOWER = (byte) 0xFE;

  static final byte UPPER = (byte) 0xFF;

  /** How many bytes a packed GUID takes, with its mark. */
  static final int PACKED = 17;

  /** What a text costs beside its bytes: its place, its id and length, its slots, padding. */
  private static final int OVERHEAD = 36;

  private static final int CHUNK_BITS = 20;
  private static final int CHUNK = 1 << CHUNK_BITS;

  /** Before each text are its id and, in the upper half, its length. */
  private static final int HEAD = Long.BYTES;

  /** Places are numbered in units of a head. */
  private static final int UNIT_BITS = 3;

  private static final long SLASHES = EightBytes.ONES * '/';
  private static final long QUESTIONS = EightBytes.ONES * '?';

  private static final int PLACE_BITS = CHUNK_BITS - UNIT_BITS;

  private byte[][] chunks = new byte[1][];
  private int chunkCount;
  private int chunkUsed = CHUNK;

  /** Where the head of each text is: chunk number and place in it. */
  private int[] heads = new int[64];

  private int size;

  /**
   * Open addressing: hash and place + 1, or 0 for free. Twice as large as needed. The place, not
   * the id: each look at another array takes most of the time that finding a text takes.
   */
  private long[] slots = new long[256];

  private byte[] scratch = new byte[256];
  private byte[] shape = new byte[256];
  private int shapeLength;
  private boolean wordlike;
  private final Guid guid = new Guid();

  /** Hashes texts: the processor does it. */
  private final CRC32 crc = new CRC32();

  private long bytes;

  int size() {
    return size;
  }

  int id(String text) {
    return id(pack(text));
  }

  /**
   * Returns the id of the text whose packed form fills the scratch buffer up to a length, or -1 if
   * it is not in the table.
   */
  int find(int length) {
    long taken = slots[slot(length, hash(scratch, 0, length))];
    return taken == 0 ? -1 : (int) head((int) taken - 1);
  }

  /** Returns about how much memory the texts take. */
  long bytes() {
    return bytes;
  }

  /**
   * Puts the first bytes of the packed form of a text of a table into the scratch buffer, and
   * returns how many those are.
   */
  int take(TextTable table, int text, int length) {
    ensureScratch(length);
    System.arraycopy(table.bytes(text), table.from(text), scratch, 0, length);
    return length;
  }

  /** Returns the array that contains the packed form of a text. */
  byte[] bytes(int id) {
    return chunks[heads[id] >>> PLACE_BITS];
  }

  /** Returns where the packed form of a text begins. */
  int from(int id) {
    return offset(heads[id]) + HEAD;
  }

  /** Returns where the packed form of a text ends. */
  int to(int id) {
    int head = heads[id];
    return offset(head) + HEAD + (int) (head(head) >>> 32);
  }

  /** Returns the id of the text whose packed form fills the scratch buffer up to a length. */
  int id(int length) {
    int hash = hash(scratch, 0, length);
    int slot = slot(length, hash);
    if (slots[slot] != 0) {
      return (int) head((int) slots[slot] - 1);
    }
    slots[slot] = ((long) hash << 32) | (append(length) + 1);
    if (size * 2 > slots.length) {
      grow();
    }
    return size - 1;
  }

  /** Returns the slot of the text in the scratch buffer, or the free one for it. */
  private int slot(int length, int hash) {
    int slot = hash & (slots.length - 1);
    long taken;
    while ((taken = slots[slot]) != 0
        && !((int) (taken >>> 32) == hash && matches((int) taken - 1, length))) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  String get(int id) {
    byte[] chunk = bytes(id);
    int from = from(id);
    int to = to(id);
    byte[] text = new byte[unpackedLength(chunk, from, to)];
    int used = 0;
    for (int i = from; i < to; i++) {
      if (isMark(chunk[i])) {
        boolean upper = chunk[i] == UPPER;
        Guid.write(text, used, readLong(chunk, i + 1), readLong(chunk, i + 9), upper);
        used += Guid.LENGTH;
        i += 16;
      } else {
        text[used++] = chunk[i];
      }
    }
    return new String(text, StandardCharsets.UTF_8);
  }

  private static int unpackedLength(byte[] bytes, int from, int to) {
    int length = 0;
    for (int i = from; i < to; i++) {
      boolean packed = isMark(bytes[i]);
      length += packed ? Guid.LENGTH : 1;
      i += packed ? 16 : 0;
    }
    return length;
  }

  static boolean isMark(byte b) {
    return b == LOWER || b == UPPER;
  }

  int[] merge(TextTable other) {
    int[] mapping = new int[other.size];
    for (int i = 0; i < other.size; i++) {
      mapping[i] = id(take(other, i, other.to(i) - other.from(i)));
    }
    return mapping;
  }

  /** Puts the packed form of a text into the scratch buffer, and returns how long it is. */
  int pack(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return pack(bytes, 0, bytes.length);
  }

  /** Packs the text in {@code [from, to)} of some bytes; see {@link #pack(String)}. */
  int pack(byte[] bytes, int from, int to) {
    ensureScratch(to - from + Long.BYTES);
    byte[] packed = scratch;
    int used = 0;
    boolean inPath = true;
    shapeLength = 0;
    wordlike = false;
    for (int i = from; i < to; ) {
      if (i <= to - Long.BYTES) {
        long word = EightBytes.get(bytes, i);
        long marks = EightBytes.zeros(word ^ SLASHES) | EightBytes.zeros(word ^ QUESTIONS);
        int others = marks == 0 ? Long.BYTES : EightBytes.first(marks);
        EightBytes.put(packed, used, word);
        used += others;
        if (inPath) {
          EightBytes.put(shape, shapeLength, word);
          shapeLength += others;
        }
        i += others;
        if (marks == 0) {
          continue;
        }
      }
      byte b = bytes[i++];
      packed[used++] = b;
      inPath &= b != '?';
      if (inPath) {
        shape[shapeLength++] = b;
      }
      if (b == '/' && guid.read(bytes, i, to) && !guid.mixed()) {
        byte mark = guid.upper() ? UPPER : LOWER;
        packed[used] = mark;
        EightBytes.put(packed, used + 1, guid.high());
        EightBytes.put(packed, used + 9, guid.low());
        used += PACKED;
        i += Guid.LENGTH;
        if (inPath) {
          shape[shapeLength++] = mark;
          wordlike |= guid.ofLetters();
        }
      }
    }
    return used;
  }

  /** Returns the buffer that has the path of the text that was packed last, without its GUIDs. */
  byte[] shape() {
    return shape;
  }

  /** Returns how long that is. */
  int shapeLength() {
    return shapeLength;
  }

  /** Returns whether a GUID of that path has no digit, so that it may be taken for a word. */
  boolean isWordlike() {
    return wordlike;
  }

  /** Adds the text in the scratch buffer, and returns where its head is. */
  private int append(int length) {
    int needed = HEAD + length;
    if (chunkUsed + needed > CHUNK) {
      if (chunkCount == chunks.length) {
        chunks = Arrays.copyOf(chunks, chunks.length * 2);
      }
      // A small first chunk: most logs have 50 calls. A text longer than a chunk gets its own.
      int room = chunkCount == 0 && needed < 8192 ? 8192 : Math.max(CHUNK, needed);
      chunks[chunkCount++] = new byte[room];
      chunkUsed = 0;
    }
    byte[] chunk = chunks[chunkCount - 1];
    if (chunkUsed + needed > chunk.length) {
      chunk = Arrays.copyOf(chunk, Math.min(CHUNK, Math.max(2 * chunk.length, chunkUsed + needed)));
      chunks[chunkCount - 1] = chunk;
    }
    EightBytes.put(chunk, chunkUsed, ((long) length << 32) | size);
    System.arraycopy(scratch, 0, chunk, chunkUsed + HEAD, length);
    if (size == heads.length) {
      heads = Arrays.copyOf(heads, size + (size >> 1));
    }
    int place = (chunkCount - 1) << PLACE_BITS | chunkUsed >> UNIT_BITS;
    heads[size++] = place;
    chunkUsed += (needed + HEAD - 1) & -HEAD;
    bytes += length + OVERHEAD;
    return place;
  }

  private boolean matches(int place, int length) {
    int from = offset(place) + HEAD;
    return head(place) >>> 32 == length
        && Arrays.equals(chunks[place >>> PLACE_BITS], from, from + length, scratch, 0, length);
  }

  private long head(int place) {
    return EightBytes.get(chunks[place >>> PLACE_BITS], offset(place));
  }

  /** Returns where in its chunk a place is. */
  private static int offset(int place) {
    return (place & ((1 << PLACE_BITS) - 1)) << UNIT_BITS;
  }

  private void grow() {
    long[] larger = new long[slots.length * 2];
    for (long taken : slots) {
      if (taken != 0) {
        int slot = (int) (taken >>> 32) & (larger.length - 1);
        while (larger[slot] != 0) {
          slot = (slot + 1) & (larger.length - 1);
        }
        larger[slot] = taken;
      }
    }
    slots = larger;
  }

  private void ensureScratch(int length) {
    if (length > scratch.length) {
      scratch = Arrays.copyOf(scratch, Math.max(length, scratch.length * 2));
      shape = new byte[scratch.length];
    }
  }

  static long readLong(byte[] bytes, int at) {
    return EightBytes.get(bytes, at);
  }

  private int hash(byte[] bytes, int from, int length) {
    crc.reset();
    crc.update(bytes, from, length);
    return (int) crc.getValue();
  }
}
