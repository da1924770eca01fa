package org.golivecheck.log.record;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A step on the way to a value: a member of a JSON object, or a part between the dots of a name.
 * Built once by {@link FieldNames}, and then changes no more but for the spellings that it
 * remembers; not thread-safe.
 */
public final class NameNode {

  /** What the members below a node are. */
  public enum Kind {
    /** Parts of names. */
    NAMES,
    /** Headers of the request. */
    REQUEST_HEADERS,
    /** Headers of the response. */
    RESPONSE_HEADERS,
    /** Headers of either; only the record as a whole shows which. */
    HEADERS
  }

  /** A log may have any number of names; so many of them are remembered. */
  private static final int MOST_SPELLINGS = 256;

  private static final NameNode NOTHING = new NameNode("");

  private final String header;
  private final Map<String, NameNode> children = new HashMap<>();
  private final Map<String, NameNode> spellings = new HashMap<>();
  private @Nullable Alias alias;
  private @Nullable NameNode fallback;
  private @Nullable NameNode others;
  private Kind kind = Kind.NAMES;

  private NameNode(String header) {
    this.header = header;
  }

  static NameNode root() {
    return new NameNode("");
  }

  /** Returns the node below this one with a name without punctuation, made if need be. */
  NameNode grow(String plain) {
    return children.computeIfAbsent(plain, name -> new NameNode(""));
  }

  void alias(Alias value) {
    if (alias == null || value.rank() < alias.rank()) {
      alias = value;
    }
  }

  void kind(Kind value) {
    kind = value;
  }

  /** Says that this is a mere wrapper: names below it are sought below another node as well. */
  void fallback(NameNode other) {
    fallback = other;
  }

  /** Says where the members of objects lead whose names are not known. */
  void others(NameNode node) {
    others = node;
    // What an object has below a known name may be there as well.
    for (NameNode child : children.values()) {
      if (child.fallback == null && child.kind == Kind.NAMES) {
        child.fallback = node;
      }
    }
  }

  /** Forgets what is known of a field, here and below. */
  void clear(RecordField field) {
    // Not recursive, since a path that a user gives may be of any length.
    Deque<NameNode> nodes = new ArrayDeque<>(List.of(this));
    while (!nodes.isEmpty()) {
      NameNode node = nodes.pop();
      if (node.alias != null && node.alias.field() == field) {
        node.alias = null;
      }
      nodes.addAll(node.children.values());
      if (node.others != null) {
        nodes.add(node.others);
      }
    }
  }

  /** Returns what a value here says, or null where nothing is known of it. */
  public @Nullable Alias alias() {
    return alias;
  }

  /** Returns what the members below are. */
  public Kind kind() {
    return kind;
  }

  /** Returns which header a value here is; empty where it is no header. */
  public String header() {
    return header;
  }

  /** Returns whether nothing is known of a value here, nor of any below. */
  public boolean isNothing() {
    return this == NOTHING;
  }

  /** Returns the node of a member, whose name may have dots, and any case and punctuation. */
  public NameNode child(String name) {
    NameNode known = spellings.get(name);
    if (known == null) {
      known = find(name);
      if (spellings.size() < MOST_SPELLINGS) {
        spellings.put(name, known);
      }
    }
    return known;
  }

  private NameNode find(String name) {
    if (kind != Kind.NAMES) {
      NameNode node = new NameNode(name);
      node.kind = kind;
      return node;
    }
    NameNode whole = known(FieldNames.plain(name));
    int dot = name.indexOf('.');
    if (whole != null) {
      return whole;
    }
    if (dot < 0) {
      return other();
    }
    NameNode first = known(FieldNames.plain(name.substring(0, dot)));
    first = first == null ? other() : first;
    return first.isNothing() ? NOTHING : first.find(name.substring(dot + 1));
  }

  private @Nullable NameNode known(String plain) {
    NameNode child = children.get(plain);
    return child == null && fallback != null ? fallback.children.get(plain) : child;
  }

  private NameNode other() {
    NameNode other = others == null && fallback != null ? fallback.others : others;
    return other == null ? NOTHING : other;
  }
}
