package org.golivecheck.render.words;

import org.golivecheck.report.Outcome;
import org.golivecheck.report.ReportSeries.Call;

/** How a call is marked in charts and tables: by a shape and a word, and only then by a colour. */
public enum CallMark {
  OK("ok", "OK"),
  ERROR("error", "ERROR"),
  BREACH("breach", "BREACH"),
  UNKNOWN("unknown", "UNKNOWN"),
  EXCLUDED("excluded", "not counted");

  private final String id;
  private final String word;

  CallMark(String id, String word) {
    this.id = id;
    this.word = word;
  }

  /** Returns the name of its shape and of its style. */
  public String id() {
    return id;
  }

  public String word() {
    return word;
  }

  public static CallMark of(Outcome outcome) {
    return switch (outcome) {
      case OK -> OK;
      case ERROR -> ERROR;
      case BREACH -> BREACH;
      case UNKNOWN -> UNKNOWN;
    };
  }

  /** Returns the mark of a call anywhere in the log, by the order that the window has too. */
  public static CallMark of(Call call) {
    if (call.excluded() != null) {
      return EXCLUDED;
    }
    if (call.status() >= 400 && call.status() <= 599) {
      return ERROR;
    }
    if (call.breach()) {
      return BREACH;
    }
    return call.status() >= 200 && call.status() <= 299 ? OK : UNKNOWN;
  }
}
