package org.golivecheck.render.words;

import org.golivecheck.report.Outcome;
import org.golivecheck.report.ReportSeries.Call;

/** The mark of a call in charts and tables: a shape and a word, and in addition a colour. */
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

  /** Returns the name of the shape and style. */
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

  /** Returns the mark of any call in the log, with the same precedence as in the window. */
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
