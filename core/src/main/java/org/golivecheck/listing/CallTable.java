package org.golivecheck.listing;

import java.io.IOException;

/** The listing for people: one line per call. */
final class CallTable {
  /** The calls in order, which can be read any number of times. */
  @FunctionalInterface
  interface Calls {
    void forEach(CallSorter.Target target) throws IOException;
  }

  private static final String RED = "\u001b[31m";
  private static final String PLAIN = "\u001b[0m";
  private static final int TIME = 23;
  private static final int METHOD = 7;
  private static final int STATUS = 3;
  private static final int GAPS = 4;
  private static final int MIN_REST = 24;

  private final Calls calls;
  private final int width;
  private final boolean color;

  /** The widths of the columns with long texts. */
  private int what = "OPERATION OR PATH".length();

  private int remark = "ERROR [EXCLUDED]".length();

  /**
   * Creates a table.
   *
   * @param width the maximum width, or 0 for no limit
   */
  CallTable(Calls calls, int width, boolean color) {
    this.calls = calls;
    this.width = width;
    this.color = color;
  }

  void write(Appendable out) throws IOException {
    calls.forEach(
        call -> {
          what = Math.max(what, what(call).length());
          remark = Math.max(remark, remark(call).length());
        });
    int rest = Math.max(MIN_REST, width - TIME - METHOD - STATUS - GAPS);
    if (width > 0 && what + remark > rest) {
      remark = Math.min(remark, Math.max(rest - what, rest * 2 / 5));
      what = rest - remark;
    }
    out.append(line("TIME (UTC)", "METHOD", "ST.", "OPERATION OR PATH", "ERROR [EXCLUDED]"));
    calls.forEach(
        call -> {
          String status = text(call, Column.STATUS);
          String line =
              line(time(call), text(call, Column.METHOD), status, what(call), remark(call));
          boolean red = color && (status.startsWith("4") || status.startsWith("5"));
          out.append(red ? RED + line.stripTrailing() + PLAIN + "\n" : line);
        });
  }

  private static String text(ListedCall call, Column column) {
    String text = call.get(column);
    return text == null ? "" : text;
  }

  /** Returns the time in milliseconds. */
  private static String time(ListedCall call) {
    String time = text(call, Column.TIMESTAMP);
    return time.isEmpty()
        ? "-"
        : time.substring(0, Math.min(TIME, time.length() - 1)).replace('T', ' ');
  }

  private static String what(ListedCall call) {
    String operation = call.get(Column.OPERATION);
    return operation == null ? text(call, Column.PATH) : operation;
  }

  private static String remark(ListedCall call) {
    String error = text(call, Column.ERROR_CODE);
    String excluded = call.get(Column.EXCLUDED);
    return excluded == null ? error : ("[" + excluded + "] " + error).strip();
  }

  private String line(String time, String method, String status, String call, String error) {
    StringBuilder line = new StringBuilder();
    cell(line, time, TIME);
    cell(line, method, METHOD);
    cell(line, status, STATUS);
    cell(line, call, what);
    cell(line, error, remark);
    return line.toString().stripTrailing() + "\n";
  }

  /** Paths differ at their end, so the beginning is cut. Other texts are cut at the end. */
  private void cell(StringBuilder line, String text, int columns) {
    if (text.length() <= columns || width == 0) {
      line.append(text).append(" ".repeat(Math.max(0, columns - text.length())));
    } else if (text.startsWith("/")) {
      line.append("..").append(text, text.length() - columns + 2, text.length());
    } else {
      line.append(text, 0, columns - 2).append("..");
    }
    line.append(' ');
  }
}
