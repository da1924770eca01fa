package org.golivecheck.rule.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.golivecheck.call.CallUrl;
import org.golivecheck.call.PathIds;
import org.junit.jupiter.api.Test;

/** What the table reads off packed URLs is what {@link PathIds} reads off their texts. */
class ResourceTableTest {
  private static final String ACCOUNT = "5f2c9b1e-0000-4000-8000-0000000000aa";

  @Property(tries = 3000)
  void twoUrlsAreOneResourceIfTheirKeysAreEqual(
      @ForAll("urls") String first, @ForAll("urls") String second) {
    TextTable urls = new TextTable();
    int a = urls.id(first);
    int b = urls.id(second);
    ResourceTable table = new ResourceTable(urls);

    assertThat(table.resource(a) == table.resource(b)).isEqualTo(key(first).equals(key(second)));
  }

  @Property(tries = 3000)
  void envelopeListAndAccountAreThoseOfTheText(@ForAll("urls") String url) {
    TextTable urls = new TextTable();
    int id = urls.id(url);
    ResourceTable table = new ResourceTable(urls);
    PathIds expected = PathIds.of(CallUrl.parse(url));

    assertThat(table.isEnvelopeList(id)).isEqualTo(expected.kind() == PathIds.Kind.ENVELOPE_LIST);
    assertThat(urls.get(id)).isEqualTo(url);
    int envelope = table.envelope(id);
    assertThat(envelope < 0 ? null : table.envelopeId(envelope)).isEqualTo(expected.envelopeId());
    int account = table.account(id);
    assertThat(account < 0 ? null : table.accountId(account)).isEqualTo(expected.accountId());
  }

  private static String key(String url) {
    return PathIds.resourceKey(CallUrl.parse(url));
  }

  @Provide
  Arbitrary<String> urls() {
    Arbitrary<String> start =
        Arbitraries.of(
            "/restapi/v2.1/accounts", "/restapi/v2/accounts", "/RestApi/v2.1/accounts", "/", "//x");
    Arbitrary<String> end =
        Arbitraries.of(
            "",
            "/",
            "?a=B",
            "/?a",
            "/documents/1",
            "/Views",
            "//",
            "#x",
            ":",
            "/é",
            "/a_long-name.of.25~letters/Z",
            "/recipients/" + ACCOUNT + "/tabs?from=/" + ACCOUNT + "&to=longer/than/eight");
    return Combinators.combine(
            start,
            id(),
            Arbitraries.of("/envelopes", "/Envelopes", "/users", "/envelopes/"),
            id(),
            end)
        .as((a, account, c, envelope, e) -> a + account + c + envelope + e);
  }

  /**
   * GUIDs with bytes that look like characters when they are packed: slash, question mark, mark.
   */
  private static Arbitrary<String> id() {
    Arbitrary<String> guid =
        Arbitraries.of(
            ACCOUNT,
            "2f2f2f2f-2f2f-2f2f-2f2f-2f2f2f2f2f2f",
            "3f3f3f3f-fefe-ffff-fe2f-3f3f3f3ffe2f",
            "fefefefe-fefe-fefe-fefe-fefefefefefe",
            "00000000-0000-0000-0000-00000000003f");
    Arbitrary<String> upper = guid.map(text -> text.toUpperCase(Locale.ROOT));
    Arbitrary<String> mixed = guid.map(text -> text.substring(0, 35) + "A");
    return Arbitraries.oneOf(
        List.of(
            guid.map(text -> "/" + text),
            upper.map(text -> "/" + text),
            mixed.map(text -> "/" + text),
            guid.map(text -> "/" + text + "x"),
            Arbitraries.of("", "/", "/123", "/status")));
  }

  @Test
  void manyGuidsKeepTheirNumbers() {
    ResourceTable.Guids table = new ResourceTable.Guids();
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 10_000; i++) {
        assertThat(table.id(i % 7, i)).isEqualTo(i);
      }
    }
    assertThat(table.get(10)).isEqualTo("00000000-0000-0003-0000-00000000000a");
  }
}
