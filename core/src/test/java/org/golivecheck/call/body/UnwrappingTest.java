package org.golivecheck.call.body;

import static org.assertj.core.api.Assertions.assertThat;

import org.golivecheck.call.body.BodyText.Unwrapping;
import org.junit.jupiter.api.Test;

class UnwrappingTest {

  @Test
  void allLevelsOfOneBodyShareTheirTries() {
    Unwrapping outer = Unwrapping.of();
    int tries = 0;
    while (outer.deeper().mayTry()) {
      tries++;
    }

    assertThat(tries).isBetween(12, 100);
    assertThat(outer.mayTry()).isFalse();
    assertThat(outer.deeper().deeper().mayTry()).isFalse();
    assertThat(Unwrapping.of().mayTry()).isTrue();
  }

  @Test
  void threeWrappersAreTakenOff() {
    Unwrapping at = Unwrapping.of();
    assertThat(at.isInside()).isFalse();
    for (int i = 0; i < 3; i++) {
      assertThat(at.mayGoDeeper()).isTrue();
      at = at.deeper();
      assertThat(at.isInside()).isTrue();
    }
    assertThat(at.mayGoDeeper()).isFalse();
  }
}
