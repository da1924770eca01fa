package org.golivecheck.log.otel;

import org.golivecheck.log.format.ReadContext;
import org.golivecheck.log.record.Alias;
import org.golivecheck.log.record.NameNode;
import org.golivecheck.log.record.RecordCalls;
import org.golivecheck.log.record.RecordField;
import org.golivecheck.log.record.RecordValues;
import org.golivecheck.log.text.LogTime;
import org.jspecify.annotations.Nullable;

/**
 * Makes calls from the attributes of client spans, with old names and new ones. Not thread-safe.
 */
final class SpanAttributes {
  private final ReadContext context;
  private final RecordCalls calls;
  private final RecordValues values;
  private final NameNode names;
  private final int maxValue;
  private int count;
  private boolean cut;

  /**
   * Creates a collector for one or more logs.
   *
   * @param calls makes the calls
   * @param names what attributes are called
   */
  SpanAttributes(ReadContext context, RecordCalls calls, NameNode names) {
    this.context = context;
    this.calls = calls;
    this.names = names;
    values = calls.values();
    maxValue = context.limits().maxLineBytes();
  }

  /** Begins a span. */
  void clear() {
    values.clear();
    count = 0;
    cut = false;
  }

  /** Adds an attribute of the span. */
  void take(String name, String value) {
    if (++count > context.limits().maxHeaders()) {
      cut = true;
      return;
    }
    NameNode node = names.child(name);
    Alias alias = node.alias();
    if (alias != null) {
      values.put(alias, shortened(value));
    } else if (!node.header().isEmpty()) {
      // Older instrumentations write underscores for hyphens.
      values.header(node.kind(), node.header().replace('_', '-'), shortened(value));
    }
  }

  private String shortened(String value) {
    if (value.length() <= maxValue) {
      return value;
    }
    cut = true;
    return value.substring(0, maxValue);
  }

  /** Notes that a limit cut the attributes. */
  void noteCut() {
    cut = true;
  }

  /**
   * Ends the span: it is a call, or lacks what every call has, or is not a span of HTTP.
   *
   * @param line where it is
   * @param offset how many bytes are before it
   * @param lineTime the time of its line, or null
   */
  void end(long line, long offset, @Nullable LogTime lineTime) {
    if (isUnanswered()) {
      calls.unanswered(line, values);
    } else if (!calls.end(line, offset, lineTime)) {
      calls.passOver();
    } else if (cut) {
      calls.reportCut(
          line,
          offset,
          "The span has more than "
              + context.limits().maxHeaders()
              + " attributes, or one longer than "
              + maxValue
              + " bytes; the rest was cut off. Raise the limits with --limit headers=N and"
              + " --limit line-bytes=N.");
    }
  }

  private boolean isUnanswered() {
    String url = values.get(RecordField.URL);
    return values.get(RecordField.STATUS) == null
        && values.get(RecordField.METHOD) != null
        && url != null
        && url.contains("docusign.");
  }
}
