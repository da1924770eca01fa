package org.golivecheck.log.redact;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.golivecheck.text.Ascii;
import org.golivecheck.text.Guid;

/**
 * Replaces ids by others of the same form: the same by the same, different ones by different ones.
 *
 * <p>The threat is someone who has the redacted log, perhaps with a guess which ids may be in it,
 * and no log with the true ones. Every pseudonym depends on a random key of 256 bits that is made
 * for the run and stored nowhere, so a guess cannot be tested. GUIDs and long texts become keyed
 * hashes (HMAC-SHA-256), which cannot be reversed even with the key.
 *
 * <p>Short ids, such as the number of a recipient, have too few values for hashes without
 * collisions, and a collision would turn two resources into one that is polled. They are exchanged
 * among each other by a Feistel network whose round function is the same keyed hash, with ten
 * rounds as in FF1 of NIST SP 800-38G. So no table of ids is needed, whose size would grow with the
 * log. Who learns the true id of one pseudonym learns nothing about the others but that they
 * differ.
 *
 * <p>Not thread-safe.
 */
public final class Pseudonyms {
  private static final int KEY_BYTES = 32;
  private static final int ROUNDS = 10;

  /**
   * From this length on texts of letters and digits are hashed, so that their pattern is hidden.
   */
  private static final int HASHED = 12;

  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";

  private final Mac mac;

  private Pseudonyms(byte[] key) {
    try {
      mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  /** Returns pseudonyms that were never given out before and never will be again. */
  public static Pseudonyms random() {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return new Pseudonyms(key);
  }

  /** Returns the pseudonyms of a key, for tests. */
  static Pseudonyms of(String key) {
    return new Pseudonyms(key.getBytes(StandardCharsets.UTF_8));
  }

  /** Replaces the GUID at an index, whatever its case; capitals alone stay capitals. */
  void guid(byte[] bytes, int from) {
    String text = new String(bytes, from, Guid.LENGTH, StandardCharsets.US_ASCII);
    String folded = text.toLowerCase(Locale.ROOT);
    boolean capitals = !text.equals(folded) && text.equals(text.toUpperCase(Locale.ROOT));
    byte[] hash = stream("g" + folded, Guid.LENGTH);
    for (int i = 0; i < Guid.LENGTH; i++) {
      if (bytes[from + i] != '-') {
        char c = Character.forDigit(hash[i] & 0xF, 16);
        bytes[from + i] = (byte) (capitals ? Character.toUpperCase(c) : c);
      }
    }
  }

  /** Replaces each letter by a letter and each digit by a digit; all else, and case, stays. */
  void letters(byte[] bytes, int from, int to) {
    int[] values = new int[to - from];
    int[] radixes = new int[to - from];
    StringBuilder form = new StringBuilder(to - from);
    int n = 0;
    for (int i = from; i < to; i++) {
      int radix = radix(bytes[i], i == from);
      form.append(radix == 1 ? (char) (bytes[i] & 0xFF) : (char) ('0' + radix / 10));
      if (radix > 1) {
        radixes[n] = radix;
        values[n++] = valueOf(bytes[i], radix);
      }
    }
    // Texts of different forms never become equal, so each form has an exchange of its own.
    exchange(form.toString(), Arrays.copyOf(values, n), Arrays.copyOf(radixes, n), bytes, from);
  }

  private void exchange(String form, int[] values, int[] radixes, byte[] bytes, int from) {
    exchange((char) form.hashCode(), values, radixes);
    int n = 0;
    for (int i = 0; i < form.length(); i++) {
      byte old = bytes[from + i];
      int radix = radix(old, i == 0);
      if (radix > 1) {
        bytes[from + i] = byteOf(values[n++], radix, old);
      }
    }
  }

  /** A number that does not begin with a zero becomes one that does not. */
  private static int radix(byte b, boolean first) {
    if (Ascii.isDigit(b)) {
      return !first ? 10 : b == '0' ? 1 : 9;
    }
    return Ascii.isLetter(b) ? 26 : 1;
  }

  private static int valueOf(byte b, int radix) {
    return radix == 26 ? (b | 0x20) - 'a' : radix == 9 ? b - '1' : b - '0';
  }

  private static byte byteOf(int value, int radix, byte old) {
    return (byte)
        switch (radix) {
          case 26 -> (old < 'a' ? 'A' : 'a') + value;
          case 9 -> '1' + value;
          default -> '0' + value;
        };
  }

  /**
   * Returns the pseudonym of a segment of a path: a GUID for a GUID, a number for a number, a word
   * for a word, for anything else a text of the same length that is not one of these.
   */
  String segment(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (Guid.isAt(bytes, 0, bytes.length) && bytes.length == Guid.LENGTH) {
      guid(bytes, 0);
    } else if (bytes.length < HASHED || isWordOrNumber(bytes)) {
      boolean version = isVersion(bytes);
      do {
        // Within one of its cycles an exchange is an exchange of versions, and of other texts, too.
        letters(bytes, 0, bytes.length);
      } while (isVersion(bytes) != version);
    } else {
      return hashed(text, bytes.length);
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Returns whether a segment is a version of an API, such as {@code v2.1}. */
  private static boolean isVersion(byte[] bytes) {
    if (bytes.length < 2 || (bytes[0] | 0x20) != 'v' || bytes[1] == '.') {
      return false;
    }
    for (int i = 1; i < bytes.length; i++) {
      if (bytes[i] != '.' && (bytes[i] < '0' || bytes[i] > '9')) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWordOrNumber(byte[] bytes) {
    boolean letters = true;
    boolean digits = true;
    for (byte b : bytes) {
      letters &= Ascii.isLetter(b) || b == '-' || b == '_';
      digits &= Ascii.isDigit(b);
    }
    return letters || digits;
  }

  /** Returns the pseudonym of any text: letters and digits, equal ignoring case if texts are. */
  String hashed(String text, int length) {
    String folded = text.toLowerCase(Locale.ROOT);
    byte[] letters = stream("h" + folded, length);
    byte[] cases = stream("c" + text, length);
    boolean folds = !folded.equals(text);
    StringBuilder name = new StringBuilder(length);
    name.append('x');
    for (int i = 1; i < length - 1; i++) {
      char c = ALPHABET.charAt((letters[i] & 0xFF) % ALPHABET.length());
      name.append(folds && cases[i] < 0 ? Character.toUpperCase(c) : c);
    }
    name.append((char) ('0' + (letters[0] & 0xFF) % 10));
    return name.substring(0, length);
  }

  private byte[] stream(String text, int length) {
    byte[] all = new byte[(length / 32 + 1) * 32];
    byte[] seed = text.getBytes(StandardCharsets.UTF_8);
    for (int block = 0; block * 32 < all.length; block++) {
      mac.update((byte) block);
      mac.update((byte) (block >> 8));
      System.arraycopy(mac.doFinal(seed), 0, all, block * 32, 32);
    }
    return all;
  }

  private void exchange(char kind, int[] values, int[] radixes) {
    int middle = values.length / 2;
    for (int round = 0; round < ROUNDS; round++) {
      if ((round & 1) == 0) {
        add(kind, round, values, radixes, middle, values.length, 0, middle);
      } else {
        add(kind, round, values, radixes, 0, middle, middle, values.length);
      }
    }
  }

  /** Adds to the values in a range what the hash makes of the others. */
  private void add(
      char kind,
      int round,
      int[] values,
      int[] radixes,
      int from,
      int to,
      int otherFrom,
      int otherTo) {
    StringBuilder others = new StringBuilder(otherTo - otherFrom + 4);
    others.append('f').append(kind).append((char) round).append((char) values.length);
    for (int i = otherFrom; i < otherTo; i++) {
      others.append((char) ('0' + values[i]));
    }
    byte[] noise = stream(others.toString(), 2 * (to - from));
    for (int i = from; i < to; i++) {
      int at = 2 * (i - from);
      int number = (noise[at] & 0xFF) << 8 | (noise[at + 1] & 0xFF);
      values[i] = (values[i] + number) % radixes[i];
    }
  }
}
