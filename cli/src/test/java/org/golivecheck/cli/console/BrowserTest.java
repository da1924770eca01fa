package org.golivecheck.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class BrowserTest {
  @Test
  void everySystemHasItsOwnCommand() {
    assertThat(command("Windows 11", Map.of()))
        .containsExactly("rundll32", "url.dll,FileProtocolHandler");
    assertThat(command("Mac OS X", Map.of())).containsExactly("open");
    assertThat(command("Linux", Map.of("DISPLAY", ":0"))).containsExactly("xdg-open");
    assertThat(command("Linux", Map.of("WAYLAND_DISPLAY", "wayland-0")))
        .containsExactly("xdg-open");
    assertThat(command("Mac OS X", Map.of("BROWSER", "firefox"))).containsExactly("firefox");
  }

  @Test
  void nothingIsOpenedWithoutADesktop() {
    assertThat(command("Linux", Map.of("DISPLAY", ""))).isEmpty();
  }

  private static List<String> command(String system, Map<String, String> variables) {
    return Browser.command(new Environment(variables, true, true, 80, null), system);
  }
}
