package org.golivecheck.cli.fetch;

/** Takes what the user should know while logs are fetched, one line a message. */
public interface FetchMessages {

  /** Tells what the user should know. */
  void warning(String message);

  /** Prints what is being done, for users who asked for details. */
  void detail(String message);
}
