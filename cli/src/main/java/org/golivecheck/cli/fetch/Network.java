package org.golivecheck.cli.fetch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
