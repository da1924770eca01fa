package org.golivecheck.cli;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.golivecheck.render.TextOptions;
import org.golivecheck.text.UtcTime;

/** The list for people: one line a call, as wide as the terminal. */
final class TableListing implements CallListing {
  private static final String RED = "\u001b[31m";
  private static final String PLAIN = "\u001b[0m";
  private static final int TIME = 24;
  private static final int METHOD = 6;
  private static final int STATUS = 3;
  private static final int GAPS = 4;
  private static final int MIN_REST = 24;

  @Override
  public String format() {
    return "table";
  }

  @Override
  public void print(Rows rows, TextOptions style, Appendable out) throws IOException {
    int rest = Math.max(MIN_REST, style.width() - TIME - METHOD - STATUS - GAPS);
    int what = rest * 3 / 5;
    int remark = rest - what;
    out.append(
        line("TIME (UTC)", "METHOD", "ST.", "OPERATION OR PATH", "ERROR [EXCLUDED]", what, remark));
    rows.forEach(
        row -> {
          String line =
              line(
                  time(row.timestamp()),
                  row.method(),
                  String.valueOf(row.status()),
                  row.operation() == null ? row.path() : row.operation(),
                  remark(row),
                  what,
                  remark);
          boolean red = style.color() && row.status() >= 400;
          out.append(red ? RED + line.stripTrailing() + PLAIN + "\n" : line);
        });
  }

  private static String remark(CallRow row) {
    String error = row.errorCode() == null ? "" : row.errorCode();
    if (row.excluded() == null) {
      return error;
    }
    String excluded = "[" + row.excluded() + "]";
    return error.isEmpty() ? excluded : excluded + " " + error;
  }

  private static String time(Instant timestamp) {
    String text = UtcTime.iso(timestamp.truncatedTo(ChronoUnit.MILLIS));
    return text.substring(0, text.length() - 1).replace('T', ' ');
  }

  private static String line(
      String time,
      String method,
      String status,
      String what,
      String remark,
      int whatWidth,
      int remarkWidth) {
    StringBuilder line = new StringBuilder();
    cell(line, time, TIME);
    cell(line, method, METHOD);
    cell(line, status, STATUS);
    cell(line, what, whatWidth);
    cell(line, remark, remarkWidth);
    int end = line.length();
    while (end > 0 && line.charAt(end - 1) == ' ') {
      end--;
    }
    line.setLength(end);
    return line.append('\n').toString();
  }

  /** A path is told by its end, so its beginning is cut; anything else loses its end. */
  private static void cell(StringBuilder line, String text, int width) {
    if (text.length() <= width) {
      line.append(text).append(" ".repeat(width - text.length()));
    } else if (text.startsWith("/")) {
      line.append("..").append(text, text.length() - width + 2, text.length());
    } else {
      line.append(text, 0, width - 2).append("..");
    }
    line.append(' ');
  }
}
