package org.golivecheck.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NearMissTest {
  private static final List<String> NAMES =
      List.of("USER_LACKS_PERMISSIONS", "CONSENT_REQUIRED", "PL-001", "PL-003", "text");

  @ParameterizedTest
  @CsvSource({
    "user_lacks_permission,  USER_LACKS_PERMISSIONS",
    "USER_LACKS,             USER_LACKS_PERMISSIONS",
    "CONSNET_REQUIRED,       CONSENT_REQUIRED",
    "PL-01,                  'PL-001, PL-003'",
    "tetx,                   text",
    "zzzz,                   ''",
  })
  void comesNearest(String typed, String names) {
    assertThat(String.join(", ", NearMiss.of(typed, NAMES))).isEqualTo(names);
  }

  @Test
  @Timeout(10)
  void aLongTextIsComparedQuickly() {
    assertThat(NearMiss.of("a".repeat(10_000_000), ZoneId.getAvailableZoneIds())).isEmpty();
  }

  @Test
  void atMostThreeAreOffered() {
    assertThat(NearMiss.of("a1", List.of("a2", "a3", "a4", "a5")))
        .containsExactly("a2", "a3", "a4");
  }
}
