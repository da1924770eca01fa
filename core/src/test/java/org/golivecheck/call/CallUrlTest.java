package org.golivecheck.call;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallUrlTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          https://demo.docusign.net/restapi/v2.1?a=b       | demo.docusign.net | /restapi/v2.1 | a=b
          HTTPS://DEMO.DocuSign.NET:8801/RestApi           | demo.docusign.net | /RestApi      | -
          https://user:pass@demo.docusign.net:443/x        | demo.docusign.net | /x            | -
          https://user@team:p@demo.docusign.net/x          | demo.docusign.net | /x            | -
          https://demo.docusign.net                        | demo.docusign.net | /             | -
          https://demo.docusign.net?a=b                    | demo.docusign.net | /             | a=b
          https://demo.docusign.net#part                   | demo.docusign.net | /             | -
          https://demo.docusign.net/x?a=b#part?c           | demo.docusign.net | /x            | a=b
          https://demo.docusign.net/x#part?c               | demo.docusign.net | /x            | -
          https://[2001:db8::1]:8443/x                     | [2001:db8::1]     | /x            | -
          http://localhost:8080/x                          | localhost         | /x            | -
          https:///x                                       | ''                | /x            | -
          /restapi/v2.1/accounts/7?returnUrl=https://e.com | ''                | /restapi/v2.1/accounts/7 | returnUrl=https://e.com
          /x?a=b                                           | ''                | /x            | a=b
          /x?                                              | ''                | /x            | ''
          /x?a=b?c=d                                       | ''                | /x            | a=b?c=d
          x?u=https://example.com/y                        | ''                | /x            | u=https://example.com/y
          restapi/v2.1/accounts/7                          | ''                | /restapi/v2.1/accounts/7 | -
          v2.1/accounts/7                                  | ''                | /v2.1/accounts/7 | -
          demo.docusign.net/restapi/v2.1                   | demo.docusign.net | /restapi/v2.1 | -
          Demo.docusign.net:443/restapi/v2.1?a=b           | demo.docusign.net | /restapi/v2.1 | a=b
          demo.docusign.net:443                            | demo.docusign.net | /             | -
          //demo.docusign.net/restapi/v2.1                 | demo.docusign.net | /restapi/v2.1 | -
          //restapi/v2.1/accounts/7                        | ''                | //restapi/v2.1/accounts/7 | -
          /a%2Fb/%zz/ü                                     | ''                | /a%2Fb/%zz/ü  | -
          ''                                               | ''                | /             | -
          ?a=b                                             | ''                | /             | a=b
          """)
  void isCutIntoHostPathAndQuery(String text, String host, String path, String query) {
    CallUrl url = CallUrl.parse(text);
    assertThat(url.host()).isEqualTo(host);
    assertThat(url.path()).isEqualTo(path);
    assertThat(url.query()).isEqualTo(query);
  }

  @Property
  void anyTextIsAcceptedAndItsPartsStayTheSame(
      @ForAll @CharRange(from = ' ', to = '~') @Chars({'/', ':', '?', '#', '@', '.', '\u0130'})
          String text) {
    CallUrl url = CallUrl.parse(text);
    assertThat(url.path()).startsWith("/");
    assertThat(url.host()).doesNotContain("/", "?", "#", "@");
    assertThat(CallUrl.parse(text)).isEqualTo(url).hasSameHashCodeAs(url);
  }

  @Test
  void textNamesHostPathAndQueryWithoutPort() {
    assertThat(CallUrl.parse("http://demo.docusign.net:8801/x?a=b#c"))
        .hasToString("https://demo.docusign.net/x?a=b");
    assertThat(CallUrl.parse("/x")).hasToString("/x");
  }

  @Test
  void isEqualIfAllPartsAre() {
    CallUrl url = CallUrl.parse("https://demo.docusign.net/x?a=b");
    assertThat(CallUrl.parse("http://DEMO.docusign.net:80/x?a=b#c"))
        .isEqualTo(url)
        .hasSameHashCodeAs(url);
    assertThat(CallUrl.parse("https://eu.docusign.net/x?a=b")).isNotEqualTo(url);
    assertThat(CallUrl.parse("https://demo.docusign.net/X?a=b")).isNotEqualTo(url);
    assertThat(CallUrl.parse("https://demo.docusign.net/x?a=c")).isNotEqualTo(url);
    assertThat(CallUrl.parse("https://demo.docusign.net/x")).isNotEqualTo(url);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, ''",
        "'', ''",
        "null, ''",
        "'  https://app.docusign.com:443/documents ', app.docusign.com"
      })
  void hostOfAHeaderIsEmptyWhereThereIsNone(String header, String host) {
    assertThat(CallUrl.hostOfUrl(header)).isEqualTo(host);
  }

  @ParameterizedTest
  @CsvSource({
    "rooms.docusign.com, true",
    "demo.rooms.docusign.com, true",
    "demo.rooms, true",
    "rooms, true",
    "bedrooms.rooms.com, true",
    "bedrooms.docusign.com, false",
    "rooms2.docusign.com, false"
  })
  void labelIsAWholePartOfTheHost(String host, boolean has) {
    assertThat(CallUrl.parse("https://" + host + "/x").hostHasLabel("rooms")).isEqualTo(has);
  }
}
