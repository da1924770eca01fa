package org.golivecheck.cli.console;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program in which the user looks at pages. */
public final class Browser {
  /** Programs that hand the page on end at once; a browser may run on. */
  private static final long SECONDS_TO_FAIL = 2;

  private Browser() {}

  /** Opens a page. Without a desktop nothing happens; a failure is a warning. */
  public static void open(Path page, Session session) {
    List<String> command =
        new ArrayList<>(command(session.environment(), System.getProperty("os.name", "")));
    if (command.isEmpty()) {
      return;
    }
    command.add(page.toUri().toString());
    if (!starts(command)) {
      session.messages().warning("the browser could not be started by " + command.get(0));
    }
  }

  private static boolean starts(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD)
              .start();
      return !process.waitFor(SECONDS_TO_FAIL, TimeUnit.SECONDS) || process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** Returns the command that opens the URL after it, or an empty list without a desktop. */
  static List<String> command(Environment environment, String system) {
    String chosen = environment.variables().getOrDefault("BROWSER", "");
    if (!chosen.isEmpty()) {
      return List.of(chosen);
    }
    if (system.startsWith("Windows")) {
      return List.of("rundll32", "url.dll,FileProtocolHandler");
    }
    if (system.startsWith("Mac")) {
      return List.of("open");
    }
    return environment.isSet("DISPLAY") || environment.isSet("WAYLAND_DISPLAY")
        ? List.of("xdg-open")
        : List.of();
  }
}
