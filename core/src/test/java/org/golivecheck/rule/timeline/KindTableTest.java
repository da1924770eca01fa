package org.golivecheck.rule.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.Client;
import org.golivecheck.rule.ReviewSettings;
import org.junit.jupiter.api.Test;

class KindTableTest {
  private static final String DIGITS = "6e7f0b1c-405f-4a21-8444-627dc7b5f9ab";
  private static final String OTHER = "11111111-2222-4333-8444-555555555555";
  private static final String LETTERS = "abcdefab-cdef-abcd-efab-cdefabcdefab";

  @Test
  void aCallIsOfTheKindThatItIsOfAlone() {
    List<ApiCall> calls =
        List.of(
            call("GET", "https://demo.docusign.net/restapi/v2.1/accounts/" + OTHER, 200),
            call("GET", "https://demo.docusign.net/restapi/v2.1/accounts/" + DIGITS, 200),
            call("GET", "https://demo.docusign.net/restapi/v2.1/accounts/" + LETTERS, 200),
            call("GET", "https://demo.docusign.net/restapi/v2.1/accounts/" + DIGITS, 404),
            call("PUT", "https://demo.docusign.net/restapi/v2.1/accounts/" + DIGITS, 200),
            call("GET", "https://na3.docusign.net/restapi/v2.1/accounts/" + DIGITS, 202),
            call("GET", "https://demo.docusign.net/restapi/v2.1/accounts/" + DIGITS + "x", 200),
            call("GET", "http://demo.docusign.net/restapi/v2.1/accounts/" + DIGITS, 203),
            call("GET", "https://demo.docusign.net/restapi/v2.1/accounts/" + OTHER, 203),
            call("GET", "https://demo.docusign.net/other/" + DIGITS, 200),
            // A word by the rules that guess a template.
            call("GET", "https://demo.docusign.net/other/" + LETTERS, 200),
            call("GET", "https://demo.docusign.net/other/" + OTHER, 200),
            call("GET", "https://demo.docusign.net/other/" + OTHER + "?a=b", 200));

    List<CallKind> together = new ArrayList<>();
    Timeline timeline = timeline(calls);
    for (int i = 0; i < timeline.size(); i++) {
      together.add(timeline.kind(i));
    }

    assertThat(together)
        .containsExactlyInAnyOrderElementsOf(
            calls.stream().map(call -> timeline(List.of(call)).kind(0)).toList());
  }

  @Test
  void whoCalledTellsKindsApart() {
    ApiCall.Builder call = ApiCall.builder(Instant.EPOCH, "GET", "/restapi/v2.1/x", 200);
    Client app = new Client(null, null, "https://apps-d.docusign.com/send", null, null);

    Timeline timeline = timeline(List.of(call.build(), call.client(app).build()));

    assertThat(timeline.kind(0).exclusion()).isNotEqualTo(timeline.kind(1).exclusion());
  }

  private static ApiCall call(String method, String url, int status) {
    return ApiCall.builder(Instant.EPOCH, method, url, status).source(url).build();
  }

  private static Timeline timeline(List<ApiCall> calls) {
    TimelineBuilder builder = new TimelineBuilder(ReviewSettings.DEFAULT, 1 << 20);
    calls.forEach(builder);
    return builder.build();
  }
}
