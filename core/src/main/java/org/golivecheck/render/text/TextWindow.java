package org.golivecheck.render.text;

import java.io.IOException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.golivecheck.render.text.TextPage.Style;
import org.golivecheck.render.words.Wording;
import org.golivecheck.report.GoLiveReport.Window;
import org.golivecheck.report.GoLiveReport.WindowCall;
import org.golivecheck.report.Outcome;
import org.golivecheck.text.UtcTime;

/** Prints the window, with a row or a character per call. */
final class TextWindow {
  /** In narrower lines the date is left out. */
  private static final int WIDE = 64;

  private final TextPage page;

  TextWindow(TextPage page) {
    this.page = page;
  }

  void write(Window window, boolean table) throws IOException {
    List<WindowCall> calls = window.calls();
    if (calls.isEmpty()) {
      page.heading("Window: no countable call");
      return;
    }
    page.heading("Window: " + Wording.windowSize(window) + "; oldest first, UTC");
    if (table) {
      writeTable(calls);
    } else {
      writeMarks(calls);
    }
    if (!table || page.width() < WIDE) {
      Instant first = calls.get(0).timestamp();
      Instant last = calls.get(calls.size() - 1).timestamp();
      if (UtcTime.isKnown(last)) {
        page.paragraph(2, UtcTime.seconds(first) + " to " + UtcTime.seconds(last));
      }
    }
  }

  private void writeMarks(List<WindowCall> calls) throws IOException {
    StringBuilder marks = new StringBuilder();
    Set<Outcome> seen = EnumSet.noneOf(Outcome.class);
    for (WindowCall call : calls) {
      marks.append(mark(call.outcome()));
      seen.add(call.outcome());
    }
    page.paragraph(2, marks + " " + legend(seen));
  }

  private static char mark(Outcome outcome) {
    return switch (outcome) {
      case OK -> '.';
      case ERROR -> 'E';
      case BREACH -> 'B';
      case UNKNOWN -> '?';
    };
  }

  /** Explains the marks that occur. */
  private static String legend(Set<Outcome> outcomes) {
    StringBuilder legend = new StringBuilder();
    for (Outcome outcome : outcomes) {
      legend.append(legend.length() == 0 ? "" : ", ");
      legend.append(mark(outcome)).append(" = ").append(outcome);
    }
    return "(" + legend + ")";
  }

  private void writeTable(List<WindowCall> calls) throws IOException {
    boolean wide = page.width() >= WIDE;
    String gap = wide ? "  " : " ";
    String timeHeader = padded("time", time(calls.get(0)).length());
    page.row(
        "",
        Style.FAINT,
        String.join(gap, " #", timeHeader, wide ? "HTTP" : "   ", "result ", "call"),
        "");
    int number = 0;
    for (WindowCall call : calls) {
      number++;
      String before =
          (number < 10 ? " " : "")
              + number
              + gap
              + time(call)
              + gap
              + call.status()
              + (wide ? " " : "")
              + gap;
      String result = padded(call.outcome().name(), 7);
      int room = page.width() - before.length() - result.length() - gap.length();
      page.row(before, style(call.outcome()), result, gap + description(call, room, wide));
    }
  }

  private String time(WindowCall call) {
    String seconds = UtcTime.seconds(call.timestamp());
    if (!UtcTime.isKnown(call.timestamp()) && page.width() < WIDE) {
      return "no time ";
    }
    return page.width() >= WIDE ? seconds : seconds.substring(seconds.length() - 8);
  }

  private static Style style(Outcome outcome) {
    return switch (outcome) {
      case OK -> Style.GOOD;
      case ERROR, BREACH -> Style.BAD;
      case UNKNOWN -> Style.CAUTION;
    };
  }

  /** Returns the operation, or the end of the path if it is unknown. */
  private static String description(WindowCall call, int room, boolean wide) {
    String method = call.method() + " ";
    if (call.operation() != null) {
      String text = wide ? method + call.operation() : call.operation();
      return text.length() <= room ? text : text.substring(0, room - 2) + "..";
    }
    String path = call.path().toString();
    int rest = Math.max(room - method.length(), 2);
    return path.length() <= rest
        ? method + path
        : method + ".." + path.substring(path.length() - (rest - 2));
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
