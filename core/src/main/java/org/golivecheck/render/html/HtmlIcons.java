package org.golivecheck.render.html;

import java.io.IOException;
import org.golivecheck.render.words.CallMark;
import org.golivecheck.report.Severity;
import org.golivecheck.report.Verdict;

/** The shapes of marks, which are defined once and then used by name. */
public final class HtmlIcons {
  /** Centred at the origin, so that a chart can place them anywhere. */
  private static final String SHAPES =
      """
      <svg class="shapes" width="0" height="0" aria-hidden="true"><defs>
      <circle id="s-ok" r="4"/>
      <path id="s-error" d="M-4.5-4.5 4.5 4.5M4.5-4.5-4.5 4.5"/>
      <path id="s-breach" d="M0-6 6 0 0 6-6 0Z"/>
      <path id="s-old-breach" d="M0-5 5 0 0 5-5 0Z"/>
      <path id="s-unknown" d="M-3.5-3.5H3.5V3.5H-3.5Z"/>
      <circle id="s-excluded" r="3"/>
      <path id="s-check" d="M-5 .5-1.5 4 5.5-4"/>
      <path id="s-question" d="M-3-2C-3-7 4-6 3-1.5 2.5 0 0 0 0 2.5M0 5.4V5.6"/>
      <path id="s-warning" d="M0-5.8 6.6 5.6H-6.6ZM0-1.6V1.6M0 3.4V3.5"/>
      <path id="s-info" d="M0-1V5M0-4.6V-4.5"/>
      </defs></svg>
      """;

  private HtmlIcons() {}

  static void writeShapes(HtmlPage page) throws IOException {
    page.markup(SHAPES);
  }

  /** Writes the mark of a call as a small picture next to its word. */
  static void write(CallMark mark, HtmlPage page) throws IOException {
    switch (mark) {
      case OK -> write("check", page);
      case UNKNOWN -> write("question", page);
      default -> write(mark.id(), page);
    }
  }

  private static void write(String shape, HtmlPage page) throws IOException {
    page.markup(
        ("<svg class=\"icon i-%s\" viewBox=\"-8 -8 16 16\" aria-hidden=\"true\"><use "
                + "href=\"#s-%s\"/></svg>")
            .formatted(shape, shape));
  }

  /** Writes the icon of a severity. */
  public static void write(Severity severity, HtmlPage page) throws IOException {
    write(severity.id(), page);
  }

  /** Writes the icon of a verdict. */
  public static void write(Verdict verdict, HtmlPage page) throws IOException {
    page.markup("<svg class=\"sign\" viewBox=\"-8 -8 16 16\" aria-hidden=\"true\">");
    page.markup("<use href=\"#s-" + shape(verdict) + "\"/></svg>");
  }

  private static String shape(Verdict verdict) {
    return switch (verdict) {
      case PASS -> "check";
      case FAIL -> "error";
      case NO_VERDICT -> "question";
    };
  }

  /** Returns the verdict as the icon of the browser tab, embedded in the page. */
  static String favicon(Verdict verdict) {
    String color =
        switch (verdict) {
          case PASS -> "%231a7f37";
          case FAIL -> "%23b3261e";
          case NO_VERDICT -> "%2357606a";
        };
    String path =
        switch (verdict) {
          case PASS -> "M-4 .5-1 3.5 4.5-3";
          case FAIL -> "M-3.5-3.5 3.5 3.5M3.5-3.5-3.5 3.5";
          case NO_VERDICT -> "M-2.5-2C-2.5-6 3.5-5 2.5-1.5 2 0 0 0 0 2M0 4.4V4.6";
        };
    return "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='-8 -8 16 16'%3E"
        + "%3Ccircle r='8' fill='"
        + color
        + "'/%3E%3Cpath fill='none' stroke='white' stroke-width='2' stroke-linecap='round' d='"
        + path
        + "'/%3E%3C/svg%3E";
  }
}
