package org.golivecheck.log.client;

import java.util.List;

/** What tools wrote, and the format that it is of. */
final class ClientFixtures {
  record Fixture(String file, String format) {}

  static final List<Fixture> ALL =
      List.of(
          new Fixture("docusign-java-sdk-6.0.0_jersey-LoggingFeature_JUL-console.log", "jersey"),
          new Fixture("docusign-java-sdk-6.0.0_jersey-via-slf4j-logback-pattern.log", "jersey"),
          new Fixture("docusign-node-sdk-10.0.0_axios-error.log", "sdk-exceptions"));

  private ClientFixtures() {}
}
