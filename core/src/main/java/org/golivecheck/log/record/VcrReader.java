package org.golivecheck.log.record;

import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.LogField;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.LogFormat;
import org.golivecheck.log.LogFormat.Form;
import org.golivecheck.log.format.LogReader;
import org.golivecheck.log.format.ReadContext;
import org.golivecheck.log.format.ReadSession;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads cassettes in YAML of VCR for Ruby and of its like for Python and PHP: a list of calls,
 * whose names are those of records of JSON. The list is alone, or in a mapping whose other keys
 * come after it.
 */
public final class VcrReader implements LogReader {
  private static final LogFormat FORMAT =
      new LogFormat(
          "vcr",
          "VCR: cassettes in YAML",
          EnumSet.complementOf(EnumSet.of(LogField.DURATION)),
          Form.LINES);

  /** The list of calls up to the request of the first. */
  private static final Pattern START =
      Pattern.compile("\\s*(?:---\\s+)?(?:(?:http_)?interactions:\\s+)?-\\s+request:\\s");

  private static final int LONGEST_START = 1_000;

  /** The URL of a request; PHP-VCR's name is the second. */
  private static final Pattern URL = Pattern.compile("\\s(?:uri|url): *\\S");

  private static final Set<String> NULL = Set.of("", "~", "null");

  @Override
  public LogFormat format() {
    return FORMAT;
  }

  @Override
  public boolean recognises(byte[] head, int length, FormatOptions options) {
    return startsLater(head, 0, length, FormatOptions.NONE);
  }

  @Override
  public boolean startsLater(byte[] bytes, int from, int to, FormatOptions options) {
    if (from == to || "-hi\r\n".indexOf(bytes[from]) < 0) {
      return false;
    }
    // Most lines of other logs are known not to be one by few bytes.
    int few = Math.min(to, from + LONGEST_START);
    return START.matcher(text(bytes, from, few)).lookingAt()
        && URL.matcher(text(bytes, from, to)).find();
  }

  private static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }

  @Override
  public ReadSession open(ReadContext context) {
    return new Session(context);
  }

  /** Reads one cassette after another. */
  private static final class Session implements ReadSession {
    private static final LoadSettings SETTINGS =
        LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();

    /** How much of a text may be between calls, and is read ahead. */
    private static final int BETWEEN_CALLS = 1 << 16;

    private final RecordCalls calls;
    private final NameNode root;
    private final int maxDepth;
    private final int maxCallChars;
    private Iterator<Event> events = Collections.emptyIterator();
    private int depth;

    /** Whether what VCR writes after the calls was read. */
    private boolean complete;

    /** The line at which the newest call begins, from 1 on. */
    private long line;

    /** How many characters of the text are before the end of the newest call. */
    private long done;

    Session(ReadContext context) {
      calls = new RecordCalls(context);
      root = FieldNames.root(context.options().fields());
      maxDepth = context.limits().maxDepth();
      maxCallChars = (int) Math.min(16L * context.limits().maxLineBytes(), 1 << 28);
    }

    @Override
    public void read(String source, InputStream in, Consumer<? super ApiCall> target)
        throws IOException {
      calls.start(source, target, true);
      depth = 0;
      complete = false;
      line = 1;
      done = 0;
      Reader text = new Limited(new InputStreamReader(in, StandardCharsets.UTF_8));
      events = new ParserImpl(SETTINGS, new StreamReader(SETTINGS, text));
      try {
        while (events.hasNext()) {
          document(events.next());
        }
      } catch (YamlEngineException e) {
        if (e.getCause() instanceof IOException broken && !(broken instanceof TooLong)) {
          throw broken;
        }
        if (complete) {
          calls.passOver(); // what follows the cassette
        } else {
          calls.loseUnread(line, -1, defect(e));
        }
      }
      calls.finish();
    }

    private String defect(YamlEngineException e) {
      if (e.getCause() instanceof TooLong) {
        return "The call is longer than "
            + maxCallChars
            + " characters; the cassette is not read further. Raise the limit with --limit"
            + " line-bytes=N.";
      }
      long at =
          e instanceof MarkedYamlEngineException marked
              ? marked.getProblemMark().map(mark -> mark.getLine() + 1L).orElse(line)
              : line;
      return "The cassette is not YAML from line " + at + " on; what follows is not read.";
    }

    /** Reads the list of calls, or a mapping with that list; VCR ends the mapping with its name. */
    private void document(Event event) {
      if (event.getEventId() == Event.ID.SequenceStart) {
        list();
      } else if (event.getEventId() == Event.ID.MappingStart) {
        boolean listed = false;
        boolean cut = false;
        for (Event key = events.next(); !ends(key); key = events.next()) {
          skip(key);
          Event value = events.next();
          cut =
              key instanceof ScalarEvent name
                  && name.getValue().endsWith("interactions")
                  && value.getEventId() == Event.ID.SequenceStart;
          if (cut) {
            list();
          } else {
            skip(value);
            complete = listed;
          }
          listed |= cut;
        }
        if (cut) {
          calls.loseUnread(
              line,
              -1,
              "The cassette ends before what VCR writes after the calls, so it may be cut; get it"
                  + " again in full.");
        }
      }
    }

    private void list() {
      for (Event event = events.next(); !ends(event); event = events.next()) {
        if (event.getEventId() == Event.ID.MappingStart) {
          Mark start = event.getStartMark().orElseThrow();
          line = start.getLine() + 1L;
          Mark end = members(root);
          if (end.getIndex() - start.getIndex() > maxCallChars) {
            throw new YamlEngineException(new TooLong());
          }
          done = end.getIndex();
          if (!calls.end(line, -1, null)) {
            calls.passOver();
          }
        } else {
          skip(event);
        }
      }
    }

    /** Reads a mapping to its end, which is returned. */
    private Mark members(NameNode node) {
      depth++;
      Event key = events.next();
      for (; !ends(key); key = events.next()) {
        skip(key);
        value(events.next(), key instanceof ScalarEvent name ? node.child(name.getValue()) : null);
      }
      depth--;
      return key.getStartMark().orElseThrow();
    }

    private void value(Event event, @Nullable NameNode node) {
      if (node == null || node.isNothing() || depth > maxDepth) {
        skip(event);
      } else if (event instanceof ScalarEvent scalar) {
        scalar(scalar, node);
      } else if (event.getEventId() == Event.ID.MappingStart) {
        Alias alias = node.alias();
        if (alias != null && isBody(alias.field())) {
          body(alias);
        } else {
          members(node);
        }
      } else if (event.getEventId() == Event.ID.SequenceStart && !node.header().isEmpty()) {
        for (Event item = events.next(); !ends(item); item = events.next()) {
          value(item, node);
        }
      } else {
        skip(event);
      }
    }

    private static boolean isBody(RecordField field) {
      return field == RecordField.BODY || field == RecordField.REQUEST_BODY;
    }

    private void scalar(ScalarEvent scalar, NameNode node) {
      Alias alias = node.alias();
      boolean none = scalar.isPlain() && NULL.contains(scalar.getValue());
      if (none) {
        return;
      }
      if (alias != null) {
        calls.values().put(alias, text(scalar, false));
      } else if (!node.header().isEmpty()) {
        calls.values().header(node.kind(), node.header(), text(scalar, false));
      }
    }

    /** Reads a body with its encoding. */
    private void body(Alias alias) {
      for (Event key = events.next(); !ends(key); key = events.next()) {
        skip(key);
        Event value = events.next();
        String name = key instanceof ScalarEvent scalar ? scalar.getValue() : "";
        if (value instanceof ScalarEvent scalar && name.endsWith("string")) {
          calls.values().put(alias, text(scalar, name.startsWith("base64")));
        } else {
          skip(value);
        }
      }
    }

    private static String text(ScalarEvent scalar, boolean base64) {
      if (!base64 && !scalar.getTag().filter(tag -> tag.endsWith("binary")).isPresent()) {
        return scalar.getValue();
      }
      try {
        byte[] bytes = Base64.getMimeDecoder().decode(scalar.getValue());
        return new String(bytes, StandardCharsets.UTF_8);
      } catch (IllegalArgumentException e) {
        return scalar.getValue();
      }
    }

    private static boolean ends(Event event) {
      return event.getEventId() == Event.ID.MappingEnd
          || event.getEventId() == Event.ID.SequenceEnd;
    }

    /** Passes over the rest of what an event begins. */
    private void skip(Event event) {
      int open = event instanceof CollectionStartEvent ? 1 : 0;
      while (open > 0) {
        Event next = events.next();
        open += next instanceof CollectionStartEvent ? 1 : ends(next) ? -1 : 0;
      }
    }

    /** Ends the text where a call is too long for the memory. */
    private final class Limited extends FilterReader {
      private long taken;

      Limited(Reader text) {
        super(text);
      }

      @Override
      public int read(char[] chars, int from, int count) throws IOException {
        if (taken > done + maxCallChars + BETWEEN_CALLS) {
          throw new TooLong();
        }
        int read = super.read(chars, from, count);
        taken += Math.max(read, 0);
        return read;
      }
    }
  }

  /** A call is longer than the limit. */
  private static final class TooLong extends IOException {
    private static final long serialVersionUID = 1;
  }
}
