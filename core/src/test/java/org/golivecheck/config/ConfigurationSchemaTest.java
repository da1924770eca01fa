package org.golivecheck.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What parser, schema, starter file and documentation say of the keys is the same. */
final class ConfigurationSchemaTest {
  private static final Path SCHEMA = Path.of("..", "cli", "docs", "golive-check.schema.json");
  private static final Path PAGE = Path.of("..", "cli", "docs", "configuration.md");
  private static final String RENEW = "golivecheck.renew";
  private static final String HOW =
      "renew with: mvn test -pl core -Dtest=ConfigurationSchemaTest -D"
          + RENEW
          + "=true"
          + " -Dsurefire.failIfNoSpecifiedTests=false";

  private static final YAMLMapper YAML = new YAMLMapper();
  private static final JsonSchema VALIDATOR =
      JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(ConfigurationSchema.json());

  private static Set<String> complaints(String yaml) throws IOException {
    JsonNode tree = YAML.readTree(yaml);
    return VALIDATOR.validate(tree).stream().map(Object::toString).collect(Collectors.toSet());
  }

  private static void parse(String yaml) throws ConfigurationFormatException {
    ConfigurationReader.read("f", yaml);
  }

  @Test
  void thePublishedSchemaIsThatOfToday() throws IOException {
    if (Boolean.getBoolean(RENEW)) {
      Files.writeString(SCHEMA, ConfigurationSchema.json());
    }
    assertThat(withoutFormats(Files.readString(SCHEMA)))
        .as(HOW)
        .isEqualTo(withoutFormats(ConfigurationSchema.json()));
  }

  /** Formats come more often than keys; a release renews what editors know of them. */
  private static String withoutFormats(String schema) throws IOException {
    JsonNode tree = new ObjectMapper().readTree(schema);
    ObjectNode properties = (ObjectNode) tree.get("properties");
    properties.remove(List.of(Keys.REPORTS.name(), Keys.INPUT_FORMAT.name(), Keys.MAP.name()));
    return tree.toPrettyString();
  }

  @Test
  void thePageHasTheKeysOfToday() throws IOException {
    String page = Files.readString(PAGE);
    int end = page.indexOf("-->") + "-->".length() + 1;
    String renewed = page.substring(0, end) + ConfigurationPage.tables();
    if (Boolean.getBoolean(RENEW)) {
      Files.writeString(PAGE, renewed);
    }
    assertThat(Files.readString(PAGE)).as(HOW).isEqualTo(renewed);
  }

  @Test
  void theExamplesOfThePageAreValid() throws IOException, ConfigurationFormatException {
    String[] blocks = Files.readString(PAGE).split("```", -1);
    int examples = 0;
    for (int i = 1; i < blocks.length; i += 2) {
      if (blocks[i].startsWith("yaml\n")) {
        examples++;
        String yaml = blocks[i].substring("yaml\n".length());
        parse(yaml);
        assertThat(complaints(yaml)).as(yaml).isEmpty();
      }
    }
    assertThat(examples).isPositive();
  }

  @Test
  void theStarterFileSetsNothing() throws IOException, ConfigurationFormatException {
    assertThat(ConfigurationReader.read("f", StarterFile.text())).isEmpty();
    assertThat(StarterFile.text().lines()).allMatch(line -> line.length() <= 140);
  }

  @Test
  void theStarterFileWithEverythingSwitchedOnIsValidAndSetsEveryKey()
      throws IOException, ConfigurationFormatException {
    String yaml = switchedOn(StarterFile.text());

    assertThat(complaints(yaml)).isEmpty();
    assertThat(ConfigurationReader.read("f", yaml))
        .extracting(setting -> setting.key().name())
        .containsExactlyElementsOf(Keys.list().stream().map(Key::name).toList());
  }

  /** Takes away the # of every line but of prose, as a user does. */
  private static String switchedOn(String starter) {
    return starter
        .lines()
        .map(
            line ->
                line.matches("#( ?[^ ].*)?") && line.startsWith("# ")
                    ? line
                    : line.replaceFirst("^#", ""))
        .collect(Collectors.joining("\n"));
  }

  @Test
  void theSchemaHasTheKeysOfTheParserAndNoOther() throws IOException {
    JsonNode properties = new ObjectMapper().readTree(ConfigurationSchema.json()).get("properties");
    Set<String> names = new TreeSet<>();
    properties
        .properties()
        .forEach(
            property -> {
              JsonNode inner = property.getValue().get("properties");
              if (inner == null) {
                names.add(property.getKey());
              } else {
                inner
                    .fieldNames()
                    .forEachRemaining(name -> names.add(property.getKey() + "." + name));
              }
            });

    Set<String> keys = Keys.list().stream().map(Key::name).collect(Collectors.toSet());
    keys.add("$schema");
    assertThat(names).isEqualTo(keys);
  }

  static Stream<Key> keys() {
    return Keys.list().stream();
  }

  @ParameterizedTest
  @MethodSource("keys")
  void aKeySaysWhatItDoes(Key key) {
    assertThat(key.name()).matches("[a-z-]+(\\.[a-z-]+)?");
    assertThat(key.description()).matches("(?s)[A-Z].+\\.");
    assertThat(Keys.list()).filteredOn(other -> other.name().equals(key.name())).hasSize(1);
    if (key.section() != null) {
      assertThat(Keys.about(key.section())).isNotEmpty();
    }
  }

  /** But for the format of access logs, which a schema cannot check. */
  @Property
  void whatTheSchemaAcceptsTheParserAcceptsToo(@ForAll("documents") String yaml)
      throws IOException {
    if (!yaml.startsWith("log-format") && complaints(yaml).isEmpty()) {
      assertThatCode(() -> parse(yaml)).as(yaml).doesNotThrowAnyException();
    }
  }

  @Property
  void whatTheParserRefusesForItsKeysTheSchemaRefusesToo(@ForAll("unknown") String yaml)
      throws IOException {
    assertThat(complaints(yaml)).as(yaml).isNotEmpty();
    assertThatCode(() -> parse(yaml)).isInstanceOf(ConfigurationFormatException.class);
  }

  @Provide
  Arbitrary<String> documents() {
    Arbitrary<String> value =
        Arbitraries.of(
            "strict",
            "STRICT",
            "x",
            "5",
            "0",
            "-1",
            "1.5",
            "2K",
            "99999",
            "true",
            "null",
            "",
            "''",
            "' '",
            "'5'",
            "[]",
            "[json]",
            "[json=a.json, text]",
            "json=",
            "{}",
            "{entries: 5}",
            "{entries: 1G, depth: 0}",
            "{a: b}",
            "[{}]",
            "UTC",
            "Europe/Paris",
            "Nowhere",
            "{status: x}",
            "{statuss: x}",
            "{window-size: 5, polling-interval: 20m}",
            "{window-size: 20000}",
            "{polling-interval: 15}",
            "[{path: x}]",
            "[{code: A, category: consent, remedy: x, status: 404}]",
            "[{code: A, category: unknowable, remedy: x}]",
            "[{category: consent, remedy: x}]",
            "[{rule: PL-001}]",
            "[{rule: PL-001, reason: x}]",
            "[{error-code: 12, reason: x, until: 2026-12-31}]",
            "[{rule: PL-009x, reason: x}]",
            "{12: [y]}",
            "{'=': y}",
            "[{reason: x}]",
            "2026-12-31",
            "error");
    return Combinators.combine(Arbitraries.of(tops()), value).as((key, text) -> key + ": " + text);
  }

  @Provide
  Arbitrary<String> unknown() {
    return Arbitraries.of(tops())
        .map(key -> key + "x: 5")
        .filter(yaml -> tops().stream().noneMatch(key -> yaml.startsWith(key + ":")));
  }

  private static List<String> tops() {
    return Keys.list().stream()
        .map(key -> key.section() == null ? key.name() : key.section())
        .distinct()
        .toList();
  }
}
