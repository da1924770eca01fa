package org.golivecheck.cli.console;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** Which build this is, from a file that the build fills in. */
public final class Version {
  private static final String RESOURCE = "version.properties";

  private Version() {}

  /** Returns version and commit; the commit is unknown in a build from plain sources. */
  public static String line() {
    Properties build = new Properties();
    try (InputStream in = Version.class.getResourceAsStream(RESOURCE)) {
      if (in != null) {
        build.load(in);
      }
    } catch (IOException e) {
      // A damaged archive; unknown is what is known then.
      build.clear();
    }
    return "golive-check "
        + build.getProperty("version", "unknown")
        + " (commit "
        + build.getProperty("commit", "unknown")
        + ")";
  }
}
