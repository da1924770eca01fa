package org.golivecheck.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.golivecheck.GoLiveCheck;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.Identity;
import org.golivecheck.report.Profile;
import org.golivecheck.rule.ReviewSettings.Traffic;
import org.junit.jupiter.api.Test;

final class ReviewSettingsTest {
  private static final String OF_NUMBER =
      "https://demo.docusign.net/restapi/v2.1/accounts/123/users";
  private static final String WITHOUT_ACCOUNT = "https://account-d.docusign.com/oauth/userinfo";

  @Test
  void accountIsKnownByEachOfItsIds() {
    Traffic traffic = new Traffic(Set.of(), Map.of("123", "ABC-1", "124", "abc-1"), null);

    for (String id : new String[] {"123", "124", "abc-1", "ABC-1"}) {
      assertThat(ofAccount(id).withTraffic(traffic).keeps(call(OF_NUMBER, Identity.UNKNOWN)))
          .isTrue();
    }
    assertThat(ofAccount("125").withTraffic(traffic).keeps(call(OF_NUMBER, Identity.UNKNOWN)))
        .isFalse();
    assertThat(ofAccount("abc-1").keeps(call(OF_NUMBER, Identity.UNKNOWN))).isFalse();
  }

  @Test
  void accountAndUserOfTheUrlPrecedeThoseThatALogShows() {
    Identity shown = new Identity(null, "124", "u1");

    assertThat(ofAccount("124").keeps(call(OF_NUMBER, shown))).isFalse();
    assertThat(ofAccount("124").keeps(call(WITHOUT_ACCOUNT, shown))).isTrue();
    assertThat(ofUser("U1").keeps(call(WITHOUT_ACCOUNT, shown))).isTrue();
    assertThat(ofUser("u1").keeps(call(OF_NUMBER + "/77", shown))).isFalse();
    assertThat(ofUser("u1").keeps(call(WITHOUT_ACCOUNT, Identity.UNKNOWN))).isFalse();
  }

  @Test
  void aCheckKeepsItsFiltersWithAnotherProfile() {
    ApiCall other = call(OF_NUMBER, Identity.UNKNOWN);

    assertThat(
            Stream.of(other)
                .collect(
                    GoLiveCheck.withDefaults()
                        .withSettings(ofAccount("125"))
                        .withProfile(Profile.STRICT)
                        .collector()))
        .satisfies(report -> assertThat(report.profile()).isEqualTo(Profile.STRICT))
        .satisfies(report -> assertThat(report.calls().filtered()).isEqualTo(1));
  }

  private static ReviewSettings ofAccount(String account) {
    return ReviewSettings.DEFAULT.withAccount(account);
  }

  private static ReviewSettings ofUser(String user) {
    return ReviewSettings.DEFAULT.withUser(user);
  }

  private static ApiCall call(String url, Identity identity) {
    return ApiCall.builder(Instant.EPOCH, "GET", url, 200).identity(identity).build();
  }
}
