package org.golivecheck.render.build;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Numbers findings with the same fingerprint. The first one has the same identity in each run,
 * whatever follows.
 */
final class FindingIds {
  private final Map<String, Integer> counts = new HashMap<>();

  /**
   * The identity of a finding for a build server.
   *
   * @param fingerprint the fingerprint
   * @param ordinal its number among those with the same fingerprint, from 1
   */
  record Id(String fingerprint, int ordinal) {

    /** Returns 64 hexadecimal digits that no other finding of the run has. */
    String unique() {
      return sha256(fingerprint + "\n" + ordinal);
    }

    /** Returns 16 hexadecimal digits of the fingerprint, and the ordinal after a colon. */
    String hashAndOrdinal() {
      return sha256(fingerprint).substring(0, 16) + ":" + ordinal;
    }

    private static String sha256(String text) {
      return Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString();
    }
  }

  /** Returns the identity of the next finding with a fingerprint. */
  Id next(CharSequence fingerprint) {
    String text = fingerprint.toString();
    return new Id(text, counts.merge(text, 1, Integer::sum));
  }
}
