package org.golivecheck.call;

import java.util.ArrayList;
import java.util.List;
import org.golivecheck.call.OperationCatalogue.OperationTable;
import org.golivecheck.text.Ascii;
import org.jspecify.annotations.Nullable;

/**
 * A node of the tree of path templates of one API; each edge is one segment.
 *
 * <p>The children of a node are read from the table when they are first needed. Several threads may
 * do so at the same time: each gets an equal and immutable result, and any of them may be kept.
 */
final class PathNode {
  private final OperationTable table;
  private final ApiFamily api;
  private final int from;
  private final int to;
  private final int column;
  private @Nullable Children children;

  /**
   * Creates the node of all rows whose templates have a common prefix.
   *
   * @param table the rows of the catalogue
   * @param api the API of these rows
   * @param from the first row
   * @param to the row after the last one
   * @param column where the next segment of their templates starts
   */
  PathNode(OperationTable table, ApiFamily api, int from, int to, int column) {
    this.table = table;
    this.api = api;
    this.from = from;
    this.to = to;
    this.column = column;
  }

  /**
   * Returns the operations of the template that matches a path best, or an empty list.
   *
   * @param path the path
   * @param start where the next segment starts
   * @param length the length of the path without trailing slashes
   */
  List<Operation> find(String path, int start, int length) {
    Children below = children();
    if (start > length) {
      return below.operations;
    }
    int slash = path.indexOf('/', start);
    int end = slash < 0 || slash > length ? length : slash;
    if (start == end) {
      return List.of();
    }
    List<Operation> found = find(below.words.get(path, start, end), path, end, length);
    if (!found.isEmpty()) {
      return found;
    }
    boolean digits = Ascii.isNumber(path, start, end);
    found = find(digits ? below.number : below.variable, path, end, length);
    return found.isEmpty()
        ? find(digits ? below.variable : below.number, path, end, length)
        : found;
  }

  private static List<Operation> find(@Nullable PathNode child, String path, int end, int length) {
    return child == null ? List.of() : child.find(path, end + 1, length);
  }

  private Children children() {
    Children known = children;
    if (known == null) {
      known = new Children(this);
      children = known;
    }
    return known;
  }

  private List<Operation> operationsEndingHere() {
    List<Operation> ending = new ArrayList<>(2);
    for (int row = from; row < to && table.endsBefore(row, column); row++) {
      ending.add(table.operation(row, api));
    }
    return List.copyOf(ending);
  }

  /** The children of a node. All fields are final, which makes the race above harmless. */
  private static final class Children {
    /** The operations whose template ends at the node. */
    final List<Operation> operations;

    /** The children of words. */
    final WordMap<PathNode> words;

    /** The child of a variable that is a number, such as {@code {versionNumber}}, or null. */
    final @Nullable PathNode number;

    /** The child of any other variable, or null. */
    final @Nullable PathNode variable;

    Children(PathNode node) {
      operations = node.operationsEndingHere();
      List<String> segments = new ArrayList<>();
      List<PathNode> nodes = new ArrayList<>();
      PathNode numberNode = null;
      PathNode variableNode = null;
      int row = node.from + operations.size();
      while (row < node.to) {
        String segment = node.table.segment(row, node.column);
        int end = node.table.endOfSegment(row, node.to, node.column, segment);
        int next = node.column + segment.length() + 1;
        PathNode child = new PathNode(node.table, node.api, row, end, next);
        if (segment.indexOf('{') < 0) {
          segments.add(segment);
          nodes.add(child);
        } else if (segment.endsWith("Number}")) {
          numberNode = child;
        } else {
          variableNode = child;
        }
        row = end;
      }
      words = new WordMap<>(segments, nodes);
      number = numberNode;
      variable = variableNode;
    }
  }

  /**
   * An immutable map from words, compared ignoring case.
   *
   * <p>Unlike in a {@code HashMap}, the key of a lookup is a region of a text, so that walking down
   * a path allocates nothing. It is an open-addressing table, at least half empty.
   */
  private static final class WordMap<V> {
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
}
