package org.golivecheck.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads YAML as plain texts, lists and keys. What would make a file mean more than it says (tags,
 * anchors, several documents, a key twice) is refused.
 */
final class YamlReader {
  private static final int MAX_DEPTH = 16;

  /**
   * Where something begins in a file.
   *
   * @param file the name of the file
   * @param line the line, from 1
   * @param column the column, from 1
   */
  record Place(String file, int line, int column) {
    ConfigurationFormatException wrong(String message) {
      return new ConfigurationFormatException(
          "the configuration " + file + ", line " + line + ", column " + column + ": " + message);
    }

    String words() {
      return file + ", line " + line;
    }
  }

  /** A part of the file, as written. */
  sealed interface Node {
    /** Returns where it begins. */
    Place place();

    /** Returns what it is, for messages. */
    String words();
  }

  /**
   * A single value.
   *
   * @param text its text
   * @param missing whether it means no value: nothing at all, {@code ~} or {@code null}
   */
  record Value(String text, boolean missing, Place place) implements Node {
    @Override
    public String words() {
      return missing ? "no value" : "'" + ValueType.shown(text) + "'";
    }
  }

  /** A list. */
  record Items(List<Node> items, Place place) implements Node {
    @Override
    public String words() {
      return "a list";
    }
  }

  /** Keys with values, in order; no key twice. */
  record Keyed(List<Pair> pairs, Place place) implements Node {
    @Override
    public String words() {
      return "keys with values";
    }
  }

  /**
   * A key with its value.
   *
   * @param name the key
   * @param place where the key begins
   */
  record Pair(String name, Place place, Node value) {}

  private final String file;
  private final Iterator<Event> events;

  private YamlReader(String file, Iterator<Event> events) {
    this.file = file;
    this.events = events;
  }

  /**
   * Reads a file.
   *
   * @param file its name, for messages
   * @param text its content
   * @return its root, or null for nothing but comments
   */
  static @Nullable Node read(String file, String text) throws ConfigurationFormatException {
    LoadSettings settings = LoadSettings.builder().setLabel(file).build();
    try {
      return new YamlReader(file, new ParserImpl(settings, new StreamReader(settings, text)))
          .document();
    } catch (MarkedYamlEngineException e) {
      Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
      throw place(file, mark).wrong("is not YAML: " + problem(e));
    } catch (YamlEngineException e) {
      throw place(file, Optional.empty()).wrong("is not YAML: " + firstLine(e.getMessage()));
    }
  }

  private @Nullable Node document() throws ConfigurationFormatException {
    next(); // the start of the stream
    Event start = next();
    if (start.getEventId() == Event.ID.StreamEnd) {
      return null;
    }
    Node root = node(next(), 0);
    next(); // the end of the document
    Event end = next();
    if (end.getEventId() != Event.ID.StreamEnd) {
      throw place(end).wrong("has a second document; write one");
    }
    return root instanceof Value value && value.missing() ? null : root;
  }

  private Node node(Event event, int depth) throws ConfigurationFormatException {
    Place place = place(event);
    if (depth > MAX_DEPTH) {
      throw place.wrong("is nested too deeply");
    }
    if (event instanceof AliasEvent) {
      throw place.wrong("has an alias (*name), which is not understood; write it out");
    }
    if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
      throw place.wrong("has an anchor (&name), which is not understood; leave it out");
    }
    if (event instanceof ScalarEvent scalar) {
      refuseTag(scalar.getTag(), place);
      return value(scalar, place);
    }
    if (event instanceof CollectionStartEvent start) {
      refuseTag(start.getTag(), place);
    }
    return event.getEventId() == Event.ID.SequenceStart ? items(place, depth) : keyed(place, depth);
  }

  private static void refuseTag(Optional<String> tag, Place place)
      throws ConfigurationFormatException {
    if (tag.isPresent()) {
      throw place.wrong("has a tag (!name), which is not understood; leave it out");
    }
  }

  private static Value value(ScalarEvent scalar, Place place) {
    String text = scalar.getValue();
    boolean missing =
        scalar.isPlain() && (text.isEmpty() || text.equals("~") || text.equals("null"));
    return new Value(text, missing, place);
  }

  private Items items(Place place, int depth) throws ConfigurationFormatException {
    List<Node> items = new ArrayList<>();
    for (Event event = next(); event.getEventId() != Event.ID.SequenceEnd; event = next()) {
      items.add(node(event, depth + 1));
    }
    return new Items(items, place);
  }

  private Keyed keyed(Place place, int depth) throws ConfigurationFormatException {
    List<Pair> pairs = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Event event = next(); event.getEventId() != Event.ID.MappingEnd; event = next()) {
      if (!(node(event, depth + 1) instanceof Value key)) {
        throw place(event).wrong("has a key that is not a word");
      }
      if (!names.add(key.text())) {
        throw key.place().wrong("has the key '" + key.text() + "' twice");
      }
      pairs.add(new Pair(key.text(), key.place(), node(next(), depth + 1)));
    }
    return new Keyed(pairs, place);
  }

  private Event next() {
    return events.next();
  }

  private Place place(Event event) {
    return place(file, event.getStartMark());
  }

  private static Place place(String file, Optional<Mark> mark) {
    return new Place(
        file,
        mark.map(start -> start.getLine() + 1).orElse(1),
        mark.map(start -> start.getColumn() + 1).orElse(1));
  }

  private static String problem(MarkedYamlEngineException e) {
    String context = e.getContext();
    String problem = firstLine(e.getProblem());
    return context == null || context.isBlank() ? problem : context + ", " + problem;
  }

  private static String firstLine(@Nullable String message) {
    String text = message == null ? "it cannot be read" : message;
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }
}
