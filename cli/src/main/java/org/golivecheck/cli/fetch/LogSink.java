package org.golivecheck.cli.fetch;

/** Takes logs as they are fetched. */
public interface LogSink {

  /**
   * Takes a log that contains at least one call.
   *
   * @return whether it is kept safely, so that DocuSign may forget it
   */
  boolean take(FetchedLog log);

  /**
   * Learns that DocuSign had stopped logging, so that calls are missing.
   *
   * @param reason which calls, and how to get them
   */
  default void stopped(String reason) {}
}
