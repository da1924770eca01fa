package org.golivecheck.render.html;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.golivecheck.text.UtcTime;

/** Converts times to horizontal positions in a chart, relative to its width. */
final class TimeScale {
  /** Room at either end, so that no mark is cut in half. */
  private static final double MARGIN = 1.5;

  private static final int MAX_TICKS = 8;

  /** The possible steps between ticks, in seconds. */
  private static final long[] STEPS = {
    1,
    2,
    5,
    10,
    15,
    30,
    60,
    120,
    300,
    600,
    900,
    1_800,
    3_600,
    7_200,
    10_800,
    21_600,
    43_200,
    86_400,
    172_800,
    604_800,
    1_209_600,
    2_592_000,
    7_776_000,
    31_536_000,
    315_360_000
  };

  private final long from;
  private final long to;

  private TimeScale(long from, long to) {
    this.from = from;
    this.to = to;
  }

  /** Returns a scale from the earliest to the latest of some times. */
  static TimeScale of(List<Instant> times) {
    long from = Long.MAX_VALUE;
    long to = Long.MIN_VALUE;
    for (Instant time : times) {
      from = Math.min(from, time.toEpochMilli());
      to = Math.max(to, time.toEpochMilli());
    }
    return new TimeScale(from, to);
  }

  /** Returns the position of a time, from 0 to 1 between the margins. */
  private double share(long millis) {
    if (to <= from) {
      return 0.5;
    }
    return Math.min(1, Math.max(0, (millis - from) / (double) (to - from)));
  }

  /** Returns the position of a time, in percent of the width. */
  double percent(Instant time) {
    return MARGIN + (100 - 2 * MARGIN) * share(time.toEpochMilli());
  }

  /** Formats a position for SVG. */
  static String position(double percent) {
    long hundredths = Math.round(percent * 100);
    long rest = hundredths % 100;
    if (rest == 0) {
      return String.valueOf(hundredths / 100);
    }
    return hundredths / 100 + (rest % 10 == 0 ? "." + rest / 10 : (rest < 10 ? ".0" : ".") + rest);
  }

  /** Returns the width of a time span, in percent. */
  double width(long seconds) {
    return to <= from ? 100 : Math.min(100, 97.0 * seconds * 1_000 / (to - from));
  }

  private long step() {
    long span = Math.max(1, (to - from) / 1_000);
    for (long step : STEPS) {
      if (span / step < MAX_TICKS) {
        return step;
      }
    }
    return STEPS[STEPS.length - 1] * (1 + span / STEPS[STEPS.length - 1] / MAX_TICKS);
  }

  /** Returns the times of the labels on the axis. */
  List<Instant> ticks() {
    long step = step();
    List<Instant> ticks = new ArrayList<>();
    long first = Math.floorDiv(from + step * 1_000 - 1, step * 1_000) * step;
    for (long second = first; second * 1_000 <= to; second += step) {
      ticks.add(Instant.ofEpochSecond(second));
    }
    if (ticks.isEmpty()) {
      ticks.add(Instant.ofEpochMilli(from));
    }
    return ticks;
  }

  /** Returns the label of a time, with a precision that suits the distance of the ticks. */
  String label(Instant time) {
    String text = UtcTime.seconds(time);
    if (to - from > 180L * 86_400 * 1_000) {
      return text.substring(0, text.length() - 9);
    }
    long step = step();
    String day = text.substring(text.length() - 14, text.length() - 9);
    if (step >= 86_400) {
      return day;
    }
    boolean midnight = Math.floorMod(time.getEpochSecond(), 86_400L) == 0;
    return midnight
        ? day
        : step >= 60
            ? text.substring(text.length() - 8, text.length() - 3)
            : text.substring(text.length() - 8);
  }

  /** Writes the lines of the ticks into an open chart. */
  void writeGrid(HtmlPage page) throws IOException {
    for (Instant tick : ticks()) {
      String x = position(percent(tick)) + "%";
      page.markup("<line class=\"grid\" x1=\"" + x + "\" x2=\"" + x + "\" y2=\"100%\"/>");
    }
  }

  /** Writes the axis as a separate chart below others of the same width. */
  void writeAxis(HtmlPage page) throws IOException {
    page.markup("<svg class=\"axis\" height=\"18\" aria-hidden=\"true\">");
    for (Instant tick : ticks()) {
      page.markup("<text y=\"13\" x=\"" + position(percent(tick)) + "%\">");
      page.text(label(tick)).markup("</text>");
    }
    page.markup("</svg>");
  }

  /** Returns the day or days of the scale. */
  String days() {
    String first = day(from);
    String last = day(to);
    return first.equals(last) ? first : first + " to " + last;
  }

  private static String day(long millis) {
    String text = UtcTime.seconds(Instant.ofEpochMilli(millis));
    return text.substring(0, text.length() - 9);
  }
}
