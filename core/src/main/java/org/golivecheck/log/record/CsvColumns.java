package org.golivecheck.log.record;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.golivecheck.log.text.LogTime;
import org.golivecheck.log.text.LogTimes;

/** What the columns of a table hold. */
final class CsvColumns {
  /** What a table of calls shows. */
  static final List<RecordField> NEEDED =
      List.of(RecordField.URL, RecordField.METHOD, RecordField.STATUS);

  private final NameNode[] nodes;
  private final Set<RecordField> fields = EnumSet.noneOf(RecordField.class);

  /** The columns of a date and of a time of day that make one time together, or -1. */
  private final int date;

  private final int clock;

  /** Whether rows about other things are among those of calls. */
  private final boolean mixed;

  /** Whether times without a zone are in UTC. */
  private final boolean utc;

  /**
   * Finds out what the columns are.
   *
   * @param root the fields by their names
   * @param names the names, in order
   * @param zoneless whether the zone of times without one is unknown
   */
  CsvColumns(NameNode root, List<String> names, boolean zoneless) {
    nodes = new NameNode[names.size()];
    int dateColumn = -1;
    int clockColumn = -1;
    for (int i = 0; i < nodes.length; i++) {
      String name = names.get(i);
      NameNode node = root.child(name);
      Alias alias = node.alias();
      if (alias != null) {
        fields.add(alias.field());
      }
      // A user who maps the time means it to be the whole of it.
      boolean ofTable = alias != null && alias.field() == RecordField.TIMESTAMP && alias.rank() > 0;
      dateColumn = ofTable && name.equalsIgnoreCase("date") ? i : dateColumn;
      clockColumn = ofTable && name.equalsIgnoreCase("time") ? i : clockColumn;
      nodes[i] = node;
    }
    date = clockColumn < 0 ? -1 : dateColumn;
    clock = dateColumn < 0 ? -1 : clockColumn;
    mixed = names.stream().anyMatch("resultCode"::equalsIgnoreCase);
    utc = zoneless && (areOfInsights(names) || names.stream().anyMatch(CsvColumns::isUtcName));
  }

  /** Returns whether the columns are those of CloudWatch Logs Insights. */
  private static boolean areOfInsights(List<String> names) {
    return names.stream().anyMatch("@timestamp"::equalsIgnoreCase)
        && names.stream().anyMatch("@message"::equalsIgnoreCase);
  }

  /** Returns whether a column is one of Azure's in UTC, or of the W3C's format, which always is. */
  private static boolean isUtcName(String name) {
    return name.endsWith("[UTC]") || name.equals("cs-method");
  }

  /** Returns how many columns there are. */
  int count() {
    return nodes.length;
  }

  /** Returns whether a row need not be one of a call: Azure's dependencies are of all kinds. */
  boolean areMixed() {
    return mixed;
  }

  /** Returns how many columns hold something that is known. */
  int known() {
    return fields.size();
  }

  /**
   * Returns the fields that are lacking for a table of calls. A table with times needs only one of
   * method and status.
   */
  List<RecordField> lacking() {
    boolean line = fields.contains(RecordField.REQUEST_LINE);
    boolean url = line || fields.contains(RecordField.URL) || fields.contains(RecordField.PATH);
    boolean method = line || fields.contains(RecordField.METHOD);
    boolean status = fields.contains(RecordField.STATUS);
    boolean time = fields.contains(RecordField.TIMESTAMP) || fields.contains(RecordField.STARTED);
    if (url && ((method && status) || (time && (method || status)))) {
      return List.of();
    }
    List<RecordField> lacking = new ArrayList<>(NEEDED);
    lacking.removeIf(
        field ->
            switch (field) {
              case URL -> url;
              case METHOD -> method;
              default -> status;
            });
    return lacking;
  }

  /** Returns whether these are the columns of a log of texts, as log stores export them. */
  boolean areOfTexts() {
    return fields.contains(RecordField.TIMESTAMP) && fields.contains(RecordField.MESSAGE);
  }

  /**
   * Takes the value of a column.
   *
   * @param row all values of the row
   */
  void take(int column, List<String> row, RecordValues values) {
    if (column >= nodes.length || column == date) {
      return;
    }
    NameNode node = nodes[column];
    String value = row.get(column);
    if (column == clock && date < row.size()) {
      value = row.get(date) + " " + value;
    }
    Alias alias = node.alias();
    if (alias != null) {
      values.put(
          alias, alias.field() == RecordField.TIMESTAMP && isUtc(value) ? value + " UTC" : value);
    } else if (!node.header().isEmpty() && !value.isEmpty()) {
      values.header(node.kind(), node.header(), value);
    }
  }

  /**
   * Takes the values of a row, if each column is read by itself.
   *
   * @return whether that is so
   */
  boolean take(PlainRow row, LikeRecords likes) {
    if (row.size() != nodes.length || clock >= 0 || mixed || utc) {
      return false;
    }
    likes.start(row.bytes());
    for (int column = 0; column < row.size(); column++) {
      NameNode node = nodes[column];
      Alias alias = node.alias();
      int from = row.from(column);
      int to = row.to(column);
      // An apostrophe may keep a formula from a spreadsheet.
      if (from < to && (row.bytes()[from] == '\'' || (alias == null && !node.header().isEmpty()))) {
        return false;
      }
      if (alias != null) {
        if (row.isPrintable()) {
          likes.put(alias, from, to);
        } else {
          likes.putPrintable(alias, from, to);
        }
      }
    }
    return true;
  }

  private boolean isUtc(String time) {
    LogTime read = utc ? LogTimes.value(time) : null;
    return read != null && read.form() == LogTime.Form.NO_ZONE;
  }
}
