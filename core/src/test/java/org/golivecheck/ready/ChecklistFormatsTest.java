package org.golivecheck.ready;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.golivecheck.call.ConsentLink;
import org.golivecheck.ready.Checklist.Item;
import org.golivecheck.ready.Checklist.Stage;
import org.golivecheck.redaction.Redactor;
import org.golivecheck.render.TextOptions;
import org.golivecheck.rule.ReviewSettings;
import org.junit.jupiter.api.Test;

/** The checklist as people and programs read it. */
class ChecklistFormatsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ConsentLink CONSENT =
      new ConsentLink(
          null, "3f2504e0-4f89-41d3-9a0c-0305e82c3301", "signature", "https://a.example.com/b");

  private static Checklist checklist(ConsentLink consent) {
    Known known =
        new Known(Map.of("administrator", true, "api-access", false), null, null, null, consent);
    return Checklist.of(null, new SeenCalls(ReviewSettings.DEFAULT), known, new Redactor());
  }

  private static String print(String format, ConsentLink consent) throws IOException {
    StringBuilder out = new StringBuilder();
    ChecklistFormats.write(checklist(consent), format, TextOptions.DEFAULT, out);
    return out.toString();
  }

  @Test
  void textSaysMetNotMetAndWhomToAsk() throws IOException {
    String text = print("text", ConsentLink.UNKNOWN);

    assertThat(text)
        .startsWith("Ready for production:  1 met, 1 not met, 26 to ask. Start with: Access")
        .contains("\nThe review\n", "  [ ]  Access to each API that is used: not met\n")
        .contains("  [x]  Administrator of the production account: ")
        .contains("  [?]  Need for Go-Live: ask the provider of the integration\n");
    assertThat(text.lines().filter(line -> !line.contains("https://")))
        .allMatch(line -> line.length() <= 80);
  }

  @Test
  void markdownHasBoxesToTick() throws IOException {
    assertThat(print("markdown", ConsentLink.UNKNOWN))
        .contains("- [x] **Administrator of the production account**<br>\n")
        .contains("- [ ] **Access to each API that is used**: not met<br>\n")
        .contains("- [ ] **Need for Go-Live**: ask the provider of the integration<br>\n");
  }

  @Test
  void onlyACompleteLinkOfConsentCanBeClicked() throws IOException {
    String start = "href=\"https://account-d.docusign.com/oauth/auth?";

    assertThat(print("html", CONSENT)).contains(start, "admin_consent_scope=signature");
    assertThat(print("html", ConsentLink.UNKNOWN))
        .doesNotContain(start)
        .contains("redirect_uri=REDIRECT_URI</code>");
  }

  @Test
  void jsonHasTheNamesOfItsSchema() throws IOException {
    JsonNode schema = schema().at("/properties/items/items");
    JsonNode report = JSON.readTree(print("json", CONSENT));

    assertThat(report.get("schemaVersion").asInt()).isEqualTo(1);
    for (JsonNode item : report.get("items")) {
      assertThat(schema.get("required"))
          .allSatisfy(name -> assertThat(item.get(name.asText()).isTextual()).isTrue());
      assertThat(schema.get("properties").fieldNames())
          .toIterable()
          .containsAll(() -> item.fieldNames());
      assertThat(schema.at("/properties/answer/enum")).contains(item.get("answer"));
    }
  }

  @Test
  void theSchemaListsEveryItem() {
    List<String> listed = new ArrayList<>();
    schema()
        .at("/properties/items/items/properties/id/enum")
        .forEach(id -> listed.add(id.asText()));

    assertThat(checklist(CONSENT).items()).extracting(Item::id).isEqualTo(listed);
    assertThat(listed).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z]+(-[a-z]+)*"));
  }

  @Test
  void everyItemSaysWhoWhyWhatNextAndWhere() {
    for (Item item : checklist(ConsentLink.UNKNOWN).items()) {
      assertThat(item.title()).as(item.id()).isNotBlank().doesNotEndWith(".");
      assertThat(item.who()).as(item.id()).isNotBlank();
      assertThat(item.why()).as(item.id()).endsWith(".");
      assertThat(item.source()).as(item.id()).startsWith("https://");
    }
    assertThat(Stage.values())
        .allSatisfy(stage -> assertThat(checklist(CONSENT).of(stage)).isNotEmpty());
  }

  private static JsonNode schema() {
    try (InputStream in = Checklist.class.getResourceAsStream("golive-ready.schema.json")) {
      return JSON.readTree(in);
    } catch (IOException unreadable) {
      throw new IllegalStateException("the schema is no JSON", unreadable);
    }
  }
}
