package org.golivecheck.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Asks DuckDB for what the review rests on: the newest 20 calls, GETs of one URL less than 15
 * minutes apart, and failed calls by method and status. Neither reads URLs, nor says what to do.
 */
public final class DuckDb {
  private static final String[] QUESTIONS = {
    "SELECT timestamp, method, url, status FROM calls ORDER BY timestamp DESC LIMIT 20",
    "SELECT count(*) FROM (SELECT timestamp - lag(timestamp) OVER (PARTITION BY url ORDER BY"
        + " timestamp) AS gap FROM calls WHERE method = 'GET') WHERE gap < INTERVAL 15 MINUTE",
    "SELECT method, status, count(*) FROM calls WHERE status >= 400 GROUP BY ALL ORDER BY ALL",
  };

  private DuckDb() {}

  /** Answers: {@code DuckDb READER}, such as {@code read_csv('calls.csv')}. */
  public static void main(String[] args) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("SET threads = 2");
      statement.execute(
          "CREATE TABLE calls AS SELECT timestamp::TIMESTAMP AS timestamp, method, url, status FROM "
              + args[0]);
      for (String question : QUESTIONS) {
        try (ResultSet rows = statement.executeQuery(question)) {
          while (rows.next()) {
            System.out.println(rows.getString(1));
          }
        }
      }
    }
  }
}
