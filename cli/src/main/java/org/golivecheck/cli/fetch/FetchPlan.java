package org.golivecheck.cli.fetch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to do with the request log, once or again and again.
 *
 * @param server where the log is, or null to ask the authentication server
 * @param authentication where the user signs in
 * @param account whose server to ask for, or null for the user's default account
 * @param download whether to download the log
 * @param clear whether to clear it, if it was downloaded safely or not at all
 * @param start whether to switch logging on, after that
 * @param rhythm how often to do all that, or null for once
 * @param network how to get there
 */
public record FetchPlan(
    @Nullable Endpoint server,
    Endpoint authentication,
    @Nullable String account,
    boolean download,
    boolean clear,
    boolean start,
    @Nullable Rhythm rhythm,
    Network network) {

  /**
   * How often to fetch a log that takes 50 calls only, and for how long.
   *
   * @param every how long to wait in between
   * @param span after how long to fetch for the last time
   */
  public record Rhythm(Duration every, Duration span) {}

  /**
   * How to get to DocuSign.
   *
   * @param timeout how long a request may take, its response included
   * @param variables the environment variables, some of which name a proxy
   * @param trustStore the certificates to trust in place of Java's, or null for those
   * @param maxLogBytes how many bytes a log may have
   */
  public record Network(
      Duration timeout, Map<String, String> variables, @Nullable Path trustStore, int maxLogBytes) {
    /** How many bytes a log may have by default. Real ones contain at most 50 calls. */
    public static final int DEFAULT_LOG_BYTES = 256 << 20;

    /** Copies the variables. */
    public Network {
      variables = Map.copyOf(variables);
    }

    /** Leaves the variables out, which may contain secrets. */
    @Override
    public String toString() {
      return "Network[timeout=" + timeout + ", trustStore=" + trustStore + "]";
    }
  }
}
