package org.golivecheck.log.exchange;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which integration key the calls of one input belong to: an API call shows its access token alone,
 * and the request that the token came from shows the key. One such object serves all exchanges that
 * are open at a time.
 *
 * <p>Keeps no token: a hash of each is enough to recognise it. Not thread-safe.
 */
public final class IntegrationKeys {
  /** So many tokens last a day even where every call has its own; older ones are forgotten. */
  private static final int MAX_TOKENS = 4_096;

  /** Shorter ones are masks, such as {@code REDACTED}, and so are those that end in dots. */
  private static final int SHORTEST_TOKEN = 16;

  /** Stands for several: a mask that looks like a token is the same for all. */
  private static final String SEVERAL = "";

  /** The hash of a token. */
  record Trace(long high, long low) {}

  private final Map<Trace, String> keys = new LinkedHashMap<>();
  private @Nullable MessageDigest digest;

  /**
   * Returns the key that issued a JWT assertion, or null if the text is no assertion or names no
   * key.
   */
  public static @Nullable String ofAssertion(String jwt) {
    return KeyText.keyOfAssertion(jwt);
  }

  /** Forgets all tokens: another input begins. */
  public void forget() {
    keys.clear();
  }

  /** Returns what a token is known by, or null where no token is known. */
  @Nullable Trace trace(String token) {
    return keys.isEmpty() || token.length() < SHORTEST_TOKEN ? null : hash(token);
  }

  /** Returns the key that a token was given to, or null where that is not known. */
  @Nullable String ofToken(@Nullable Trace token) {
    String key = token == null ? null : keys.get(token);
    return SEVERAL.equals(key) ? null : key;
  }

  /** Remembers the key that a token was given to. */
  void learn(String token, String key) {
    if (token.length() < SHORTEST_TOKEN || token.endsWith("..")) {
      return;
    }
    Trace trace = hash(token);
    String before = keys.remove(trace);
    keys.put(trace, before == null || before.equals(key) ? key : SEVERAL);
    if (keys.size() > MAX_TOKENS) {
      keys.remove(keys.keySet().iterator().next());
    }
  }

  private Trace hash(String token) {
    byte[] hash = digest().digest(token.getBytes(StandardCharsets.UTF_8));
    return new Trace(number(hash, 0), number(hash, Long.BYTES));
  }

  private MessageDigest digest() {
    MessageDigest known = digest;
    if (known == null) {
      try {
        known = MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java runtime has SHA-256", e);
      }
      digest = known;
    }
    return known;
  }

  private static long number(byte[] bytes, int from) {
    long number = 0;
    for (int i = from; i < from + Long.BYTES; i++) {
      number = (number << Byte.SIZE) | (bytes[i] & 0xFF);
    }
    return number;
  }
}
