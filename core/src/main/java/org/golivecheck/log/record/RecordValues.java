package org.golivecheck.log.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.golivecheck.log.record.Alias.Unit;
import org.jspecify.annotations.Nullable;

/** What one record says of a call. Reused; not thread-safe. */
public final class RecordValues {
  private static final int FIELDS = RecordField.values().length;

  /**
   * A header, in whatever of request and answer it stands.
   *
   * @param kind where it stands
   * @param name its name as logged
   * @param value its value
   */
  record Header(NameNode.Kind kind, String name, String value) {}

  private final @Nullable String[] texts = new @Nullable String[FIELDS];
  private final int[] ranks = new int[FIELDS];
  private final boolean[] named = new boolean[FIELDS];
  private final List<Header> headers = new ArrayList<>();
  private Unit unit = Unit.MILLIS;

  /** Forgets everything: another record begins. */
  public void clear() {
    Arrays.fill(texts, null);
    Arrays.fill(named, false);
    headers.clear();
  }

  /** Takes a value. Of several values of one field the one with the lowest rank counts. */
  public void put(Alias alias, String text) {
    int field = alias.field().ordinal();
    named[field] = true;
    if (text.isEmpty() || text.equals("-")) {
      return;
    }
    if (texts[field] == null || alias.rank() < ranks[field]) {
      texts[field] = text;
      ranks[field] = alias.rank();
      if (alias.field() == RecordField.DURATION) {
        unit = alias.unit();
      }
    }
  }

  /** Takes a value for a field of which the record has no better one. */
  public void put(RecordField field, String text) {
    if (texts[field.ordinal()] == null) {
      texts[field.ordinal()] = text;
      ranks[field.ordinal()] = Integer.MAX_VALUE;
    }
  }

  /** Takes note of a name without a value. */
  public void name(RecordField field) {
    named[field.ordinal()] = true;
  }

  /** Takes a header. */
  public void header(NameNode.Kind kind, String name, String value) {
    headers.add(new Header(kind, name, value));
  }

  /** Returns a value, or null where the record has none. */
  public @Nullable String get(RecordField field) {
    return texts[field.ordinal()];
  }

  /** Returns whether the record has the name of a field, with a value or without. */
  boolean isNamed(RecordField field) {
    return named[field.ordinal()];
  }

  List<Header> headers() {
    return headers;
  }

  /** Returns what a duration without a unit counts. */
  Unit unit() {
    return unit;
  }
}
