package org.golivecheck.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.golivecheck.call.PathIds.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathIdsTest {
  private static final String GUID = "9F8E7D6C-1111-4222-8333-444455556666";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /restapi/v2.1/accounts/7/envelopes/G               | ENVELOPE
          /restapi/v2/accounts/7/envelopes/G                 | ENVELOPE
          /RestApi/V2.1/Accounts/7/Envelopes/G               | ENVELOPE
          /restapi/v2.1/accounts/7/envelopes/G/              | ENVELOPE
          /restapi/v2.1/accounts/7/envelopes/G/documents/1   | ENVELOPE
          /restapi/v2.1/accounts/7/envelopes/G?include=x     | ENVELOPE
          https://any.example.com/restapi/v2.1/accounts/7/envelopes/G | ENVELOPE
          /restapi/v2.1/accounts/7/envelopes                 | ENVELOPE_LIST
          /restapi/v2.1/accounts/7/envelopes/                | ENVELOPE_LIST
          /restapi/v2.1/accounts/7/envelopes?start_position=1| ENVELOPE_LIST
          /restapi/v2.1/accounts/7/envelopes/status          | OTHER
          /restapi/v2.1/accounts/7/envelopes/transfer_rules  | OTHER
          /restapi/v2.1/accounts/7/envelopes/status/G        | OTHER
          /restapi/v2.1/accounts/7/envelopes/12              | OTHER
          /restapi/v2.1/accounts/7/envelopes//G              | OTHER
          /restapi/v2.1/accounts/7/templates/G               | OTHER
          /restapi/v2.1/accounts/7/connect/envelopes/G       | OTHER
          /restapi/v2.1/accounts//envelopes/G                | OTHER
          /restapi/v3/accounts/7/envelopes/G                 | OTHER
          /v2.1/accounts/7/envelopes/G                       | OTHER
          /prefix/restapi/v2.1/accounts/7/envelopes/G        | OTHER
          /restapi/v2.1/envelopes/G                          | OTHER
          /restapi/v2.1                                      | OTHER
          /                                                  | OTHER
          """)
  void kindIsToldByTheWholePath(String path, Kind kind) {
    PathIds ids = PathIds.of(CallUrl.parse(path.replace("/G", "/" + GUID)));
    assertThat(ids.kind()).isEqualTo(kind);
    assertThat(ids.envelopeId())
        .isEqualTo(kind == Kind.ENVELOPE ? "9f8e7d6c-1111-4222-8333-444455556666" : null);
  }

  @ParameterizedTest
  @CsvSource({
    "9F8E7D6C-1111-4222-8333-44445555666",
    "9F8E7D6C-1111-4222-8333-4444555566667",
    "9F8E7D6C-1111-4222-8333-44445555666G",
    "9F8E7D6C01111-4222-8333-444455556666",
    "9F8E7D6C-1111-4222-8333-44445555-666",
    "{9F8E7D6C-1111-4222-8333-44445555666}"
  })
  void whatOnlyLooksLikeAGuidIsNone(String text) {
    CallUrl url = CallUrl.parse("/restapi/v2.1/accounts/7/envelopes/" + text);
    assertThat(PathIds.of(url).kind()).isEqualTo(Kind.OTHER);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "/restapi/v2.1/accounts/ABC-1/users/G, abc-1, 9f8e7d6c-1111-4222-8333-444455556666",
        "/restapi/v2.1/Accounts/7/Users/42/settings, 7, 42",
        "/restapi/v2.1/accounts/7/groups/3/users, 7, -",
        "/restapi/v2.1/accounts, -, -",
        "/restapi/v2.1/accounts/provisioning, -, -",
        "/management/v2/organizations/1/users/profile, -, -",
        "/management/v2/organizations/1/users/G/accounts, -, 9f8e7d6c-1111-4222-8333-444455556666",
        "/v1/accounts/7/workflows, 7, -"
      })
  void accountAndUserAreFoundInPathsOfEveryApi(String path, String account, String user) {
    PathIds ids = PathIds.of(CallUrl.parse(path.replace("/G", "/" + GUID)));
    assertThat(ids.accountId()).isEqualTo(account);
    assertThat(ids.userId()).isEqualTo(user);
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example.com/restapi/v2.1/accounts/7/envelopes/G?x=1,"
        + " https://b.example.com/restapi/v2.1/accounts/7/envelopes/g/",
    "/RESTAPI/V2.1/Accounts/7/Envelopes, /restapi/v2.1/accounts/7/envelopes?from_date=2026",
    "/restapi/v2.1/accounts/G/envelopes/G, /restapi/v2.1/accounts/g/envelopes/g"
  })
  void resourceKeyIgnoresHostQueryTrailingSlashAndCaseOfGuids(String one, String other) {
    assertThat(key(one)).isEqualTo(key(other));
  }

  @ParameterizedTest
  @CsvSource({
    "/restapi/v2/accounts/7/envelopes/G, /restapi/v2.1/accounts/7/envelopes/G",
    "/restapi/v2.1/accounts/7/envelopes/G, /restapi/v2.1/accounts/8/envelopes/G",
    "/restapi/v2.1/accounts/7/envelopes/G, /restapi/v2.1/accounts/7/envelopes/G/documents",
    "/restapi/v2.1/accounts/7/envelopes/G/attachments/a,"
        + " /restapi/v2.1/accounts/7/envelopes/G/attachments/A"
  })
  void resourceKeyTellsResourcesApart(String one, String other) {
    assertThat(key(one)).isNotEqualTo(key(other));
  }

  @Test
  void resourceKeyIsThePath() {
    assertThat(key("/restapi/v2.1/accounts/7/Envelopes/G/documents/1/"))
        .isEqualTo(
            "/restapi/v2.1/accounts/7/envelopes/9f8e7d6c-1111-4222-8333-444455556666/documents/1");
  }

  private static String key(String url) {
    String filled = url.replace("/G", "/" + GUID);
    return PathIds.resourceKey(
        CallUrl.parse(filled.replace("/g", "/9f8e7d6c-1111-4222-8333-444455556666")));
  }
}
