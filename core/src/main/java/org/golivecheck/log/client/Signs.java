package org.golivecheck.log.client;

import java.util.List;
import org.golivecheck.log.text.LineParser;
import org.golivecheck.log.text.TextLine;
import org.jspecify.annotations.Nullable;

/** Looks for the words of all clients in one pass over a line: most lines have none of them. */
final class Signs {
  /** How far into a line a word may begin; no parser looks further. */
  private static final int REACH = 1_100;

  /** Frequent characters, the most frequent first. All others are rare. */
  private static final String FREQUENT = " etaoinsrhldcumfpgwy.bvk-0123456789x:/jqz";

  /**
   * A word of a client.
   *
   * @param word the word
   * @param rarest the index of its rarest byte, by which it is found
   * @param client the bit of the client
   */
  private record Sign(String word, int rarest, int client) {}

  private final @Nullable Sign[][] byByte = new Sign[256][];

  Signs(List<LineParser> clients) {
    for (int i = 0; i < clients.size(); i++) {
      for (String word : clients.get(i).signs()) {
        add(word, 1 << i);
      }
    }
  }

  private void add(String word, int client) {
    int rarest = 0;
    for (int i = 1; i < word.length(); i++) {
      rarest = rarity(word.charAt(i)) > rarity(word.charAt(rarest)) ? i : rarest;
    }
    Sign[] before = byByte[word.charAt(rarest)];
    int count = before == null ? 0 : before.length;
    Sign[] signs = new Sign[count + 1];
    if (before != null) {
      System.arraycopy(before, 0, signs, 0, count);
    }
    signs[count] = new Sign(word, rarest, client);
    byByte[word.charAt(rarest)] = signs;
  }

  private static int rarity(char c) {
    int index = FREQUENT.indexOf(c);
    return index < 0 ? FREQUENT.length() : index;
  }

  /** Returns the clients whose words are in a line, as bits: 1 is the first of them. */
  int in(TextLine line) {
    byte[] bytes = line.bytes();
    int end = Math.min(line.to(), line.from() + REACH);
    int clients = 0;
    for (int at = line.from(); at < end; at++) {
      Sign[] signs = byByte[bytes[at] & 0xFF];
      if (signs != null) {
        for (Sign sign : signs) {
          if (line.has(sign.word, at - sign.rarest)) {
            clients |= sign.client;
          }
        }
      }
    }
    return clients;
  }
}
