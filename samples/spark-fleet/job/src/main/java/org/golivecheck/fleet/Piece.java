package org.golivecheck.fleet;

import java.io.Serializable;
import java.util.List;

/**
 * What one task reads: some logs, or a range of a log with one call per line.
 *
 * @param logs the logs; one if it is a range
 * @param from where the range begins; lines that begin at or after it belong to the range
 * @param to where the range ends: lines that begin at or after it belong to the next
 * @param linesBefore how many lines of the log come before the range
 * @param header the line that names the columns, with its end; empty if there is none
 */
record Piece(List<Log> logs, long from, long to, long linesBefore, String header)
    implements Serializable {

  /**
   * A file of logs.
   *
   * @param id its number
   * @param path where it is, for Hadoop
   * @param name its name in reports: the path below the folder of logs
   * @param length its size in bytes
   */
  record Log(int id, String path, String name, long length) implements Serializable {}

  static Piece whole(List<Log> logs) {
    return new Piece(logs, 0, Long.MAX_VALUE, 0, "");
  }

  boolean isRange() {
    return to != Long.MAX_VALUE;
  }

  Piece after(long lines) {
    return new Piece(logs, from, to, lines, header);
  }
}
