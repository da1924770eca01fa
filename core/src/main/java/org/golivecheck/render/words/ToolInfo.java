package org.golivecheck.render.words;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The name and version under which reports name this tool. */
public final class ToolInfo {
  public static final String NAME = "golive-check";

  private static final String RESOURCE = "/org/golivecheck/version.properties";

  private ToolInfo() {}

  /** Returns the version that Maven wrote into the resource, or {@code unknown} without it. */
  public static String version() {
    Properties properties = new Properties();
    try (InputStream in = ToolInfo.class.getResourceAsStream(RESOURCE)) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException unreadable) {
      // A report without the version is better than none.
      return "unknown";
    }
    return properties.getProperty("version", "unknown");
  }
}
