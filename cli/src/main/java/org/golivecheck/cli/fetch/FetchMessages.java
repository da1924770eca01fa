package org.golivecheck.cli.fetch;

/** Takes what the user should know while logs are fetched, one line a message. */
public interface FetchMessages {

  /** Tells what the user should know. */
  void warning(String message);

  /** Tells what is being done, for whoever asked for details. */
  void detail(String message);
}
