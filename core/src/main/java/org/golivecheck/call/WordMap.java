package org.golivecheck.call;

import java.util.List;
import org.golivecheck.text.Ascii;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map from words, compared ignoring case.
 *
 * <p>Unlike in a {@code HashMap}, the key of a lookup is a region of a text, so that walking down a
 * path allocates nothing. It is an open-addressing table, at least half empty.
 */
final class WordMap<V> {
  private final String[] words;
  private final List<V> values;

  /** The index of a slot's word in the list of values, plus one; 0 for an empty slot. */
  private final int[] places;

  WordMap(List<String> words, List<V> values) {
    this.words = words.toArray(new String[0]);
    this.values = values;
    this.places = new int[4 * Math.max(1, Integer.highestOneBit(words.size()))];
    for (int i = 0; i < this.words.length; i++) {
      places[slot(this.words[i], 0, this.words[i].length())] = i + 1;
    }
  }

  /** Returns the value of the word that is a region of a text, or null. */
  @Nullable V get(String text, int start, int end) {
    int place = places[slot(text, start, end)];
    return place == 0 ? null : values.get(place - 1);
  }

  /** Returns the slot of a word, or the empty one where it would go. */
  private int slot(String text, int start, int end) {
    int hash = Ascii.hashIgnoringCase(text, start, end);
    int slot = (hash ^ (hash >>> 7)) & (places.length - 1);
    while (places[slot] != 0
        && !Ascii.equalIgnoringCase(text, start, end, words[places[slot] - 1])) {
      slot = (slot + 1) & (places.length - 1);
    }
    return slot;
  }
}
