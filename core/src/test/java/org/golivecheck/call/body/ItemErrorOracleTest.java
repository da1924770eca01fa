package org.golivecheck.call.body;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.golivecheck.call.ItemError;

/** Compares the streaming scan with a plain walk over the tree that Jackson makes of a body. */
class ItemErrorOracleTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Property
  void streamFindsWhatAWalkOverTheTreeFinds(@ForAll("trees") JsonNode tree)
      throws JsonProcessingException {
    Set<String> expected = new LinkedHashSet<>();
    walk(tree, expected);
    byte[] bytes =
        JSON.writerWithDefaultPrettyPrinter()
            .writeValueAsString(tree)
            .getBytes(StandardCharsets.UTF_8);
    ItemErrorScanner scanner = new ItemErrorScanner(1_000);

    scanner.start();
    scanner.accept(bytes, 0, bytes.length);
    List<ItemError> errors = scanner.finish();

    assertThat(errors).extracting(ItemError::code).isSubsetOf(expected);
    assertThat(errors.stream().map(ItemError::code).distinct().count())
        .isEqualTo(Math.min(expected.size(), 5));
  }

  private static void walk(JsonNode node, Set<String> codes) {
    if (node.isObject()) {
      node.properties()
          .forEach(
              member -> {
                if (member.getKey().equalsIgnoreCase("errorDetails")) {
                  take(member.getValue(), codes);
                }
              });
    }
    node.forEach(child -> walk(child, codes));
  }

  private static void take(JsonNode details, Set<String> codes) {
    if (details.isArray()) {
      details.forEach(item -> take(item, codes));
    } else if (details.isObject()) {
      String code = "";
      for (var member : details.properties()) {
        if (member.getKey().equalsIgnoreCase("errorCode") && member.getValue().isTextual()) {
          code = member.getValue().textValue();
        }
      }
      if (!code.isBlank() && !code.equalsIgnoreCase("SUCCESS")) {
        codes.add(code);
      }
    }
  }

  @Provide
  Arbitrary<JsonNode> trees() {
    return tree(5);
  }

  /** Makes trees of the names and codes that matter; texts directly in arrays are left out. */
  private static Arbitrary<JsonNode> tree(int depth) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    Arbitrary<JsonNode> leaf =
        Arbitraries.of(
            nodes.textNode("X_ONE"),
            nodes.textNode("Y\"\\é\u0001"),
            nodes.textNode("success"),
            nodes.textNode(""),
            nodes.textNode("{\"errorDetails\":{\"errorCode\":\"Z\"}}"),
            nodes.nullNode(),
            nodes.booleanNode(true));
    if (depth == 0) {
      return leaf;
    }
    Arbitrary<JsonNode> deeper = tree(depth - 1);
    Arbitrary<String> name =
        Arbitraries.of("errorDetails", "ErrorDetails", "errorCode", "ERRORCODE", "message", "a");
    Arbitrary<JsonNode> object =
        Combinators.combine(name, Arbitraries.oneOf(leaf, deeper))
            .as(java.util.Map::entry)
            .list()
            .ofMaxSize(4)
            .map(
                members -> {
                  var made = nodes.objectNode();
                  members.forEach(member -> made.set(member.getKey(), member.getValue()));
                  return made;
                });
    Arbitrary<JsonNode> array =
        deeper
            .filter(JsonNode::isContainerNode)
            .list()
            .ofMaxSize(3)
            .map(items -> nodes.arrayNode().addAll(items));
    return depth == 1 ? object : Arbitraries.oneOf(object, array);
  }
}
