package org.golivecheck.ready;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.golivecheck.GoLiveCheck;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.ApiError;
import org.golivecheck.call.ApiError.BodyForm;
import org.golivecheck.call.Client;
import org.golivecheck.call.ConsentLink;
import org.golivecheck.call.Grant;
import org.golivecheck.call.Identity;
import org.golivecheck.ready.Checklist.Answer;
import org.golivecheck.ready.Checklist.Item;
import org.golivecheck.redaction.Redactor;
import org.golivecheck.report.GoLiveReport.NextStep;
import org.golivecheck.rule.ReviewSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the checklist answers for each kind of log. */
class ChecklistTest {
  private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");
  private static final String KEY = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";
  private static final String ACCOUNT = "/restapi/v2.1/accounts/1";
  private static final String DEMO = "https://demo.docusign.net" + ACCOUNT;
  private static final String PRODUCTION = "https://na2.docusign.net" + ACCOUNT;
  private static final String DEMO_TOKEN = "https://account-d.docusign.com/oauth/token";
  private static final String PRODUCTION_TOKEN = "https://account.docusign.com/oauth/token";
  private static final Client SDK = new Client("sdk", null, null, null, null);

  private final List<ApiCall> calls = new ArrayList<>();

  private ChecklistTest call(
      String method, String url, int status, UnaryOperator<ApiCall.Builder> more) {
    Instant time = START.plusSeconds(calls.size());
    calls.add(
        more.apply(
                ApiCall.builder(time, method, url, status)
                    .client(SDK)
                    .source("log")
                    .traceToken("trace-" + calls.size()))
            .build());
    return this;
  }

  private ChecklistTest envelopes(String base, int count) {
    for (int i = 0; i < count; i++) {
      call("POST", base + "/envelopes", 201, more -> more);
    }
    return this;
  }

  private ChecklistTest error(String url, int status, String code, String message) {
    ApiError error = new ApiError(code, message, BodyForm.DOCUSIGN, null, "");
    return call("POST", url, status, more -> more.error(error));
  }

  private ChecklistTest token(String url, Grant.Kind kind) {
    Grant grant = Grant.of("signature impersonation", null, kind);
    Identity identity = new Identity(KEY, null, null);
    return call("POST", url, 200, more -> more.grant(grant).identity(identity));
  }

  private Checklist checklist(Known known) {
    SeenCalls seen = new SeenCalls(ReviewSettings.DEFAULT);
    calls.forEach(seen::add);
    return Checklist.of(
        calls.isEmpty() ? null : calls.stream().collect(GoLiveCheck.withDefaults().collector()),
        seen,
        known,
        new Redactor());
  }

  private Item item(String id) {
    return item(id, Known.NOTHING);
  }

  private Item item(String id, Known known) {
    return checklist(known).items().stream()
        .filter(item -> item.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Known answers(Map<String, Boolean> answers) {
    return new Known(answers, null, null, null, ConsentLink.UNKNOWN);
  }

  private List<String> ids(Answer answer) {
    return checklist(Known.NOTHING).items().stream()
        .filter(item -> item.answer() == answer)
        .map(Item::id)
        .toList();
  }

  @Test
  void withoutALogEverythingIsAQuestion() {
    assertThat(ids(Answer.MET)).isEmpty();
    assertThat(ids(Answer.NOT_MET)).isEmpty();
    assertThat(checklist(Known.NOTHING).complete()).isTrue();
  }

  @Test
  void aDemoLogThatPassesAnswersWhatComesBeforeTheReview() {
    envelopes(DEMO, 20);

    assertThat(ids(Answer.NOT_MET)).isEmpty();
    assertThat(ids(Answer.MET))
        .containsExactly(
            "developer-account",
            "consent",
            "envelopes-created",
            "one-environment",
            "apis",
            "verdict",
            "oauth-only");
  }

  @Test
  void aTokenRequestShowsGrantKeyAndScopes() {
    token(DEMO_TOKEN, Grant.Kind.JWT).envelopes(DEMO, 20);

    assertThat(item("oauth-grant").why()).isEqualTo("The log shows JWT Grant.");
    assertThat(ids(Answer.MET)).contains("integration-key", "credentials", "consent");
    assertThat(item("consent").why()).contains("for the scopes impersonation signature.");
  }

  @Test
  void aDemoLogThatFailsIsNotMetByItsReason() {
    envelopes(DEMO, 5);

    assertThat(ids(Answer.NOT_MET)).containsExactly("verdict");
    assertThat(item("verdict").why()).contains("would likely fail", "5");
    assertThat(item("verdict").next()).contains("Make 15 more clean calls");
    assertThat(checklist(Known.NOTHING).complete()).isFalse();
  }

  @Test
  void aProductionLogShowsThatTheKeyIsLive() {
    envelopes(PRODUCTION, 20);

    assertThat(ids(Answer.NOT_MET)).isEmpty();
    assertThat(ids(Answer.ASK)).containsExactly("data-moved", "webhooks-moved", "limits-watched");
    assertThat(item("review-passed").why())
        .isEqualTo("Calls to production succeed, so the key is live.");
    assertThat(item("verdict").why()).doesNotContain("review", "submit");
  }

  @Test
  void aLogOfBothEnvironmentsNamesTheHostsToChange() {
    envelopes(PRODUCTION, 10).token(DEMO_TOKEN, Grant.Kind.JWT).envelopes(DEMO, 10);

    assertThat(ids(Answer.NOT_MET)).containsExactly("one-environment", "production-hosts");
    assertThat(item("production-hosts").why())
        .contains(
            "account-d.docusign.com to account.docusign.com",
            "demo.docusign.net to the base_uri that userinfo returns");
  }

  @Test
  void refusedConsentCarriesTheLinkOfItsEnvironment() {
    Known known =
        new Known(
            Map.of(), null, null, null, new ConsentLink(null, null, null, "https://a.example.com"));
    envelopes(DEMO, 20).error(PRODUCTION_TOKEN, 400, "consent_required", "");

    assertThat(item("consent").answer()).isEqualTo(Answer.MET);
    Item production = item("production-consent", known);
    assertThat(production.answer()).isEqualTo(Answer.NOT_MET);
    assertThat(production.link()).startsWith("https://account.docusign.com/oauth/auth?");
  }

  @Test
  void theNewestTokenRequestDecidesOnConsent() {
    error(DEMO_TOKEN, 400, "consent_required", "").token(DEMO_TOKEN, Grant.Kind.JWT);

    assertThat(item("consent").answer()).isEqualTo(Answer.MET);
  }

  @Test
  void theLinkOfConsentIsThereBeforeAnythingFails() {
    ConsentLink consent =
        new ConsentLink(null, KEY, "signature impersonation", "https://app.example.com/back");
    String link = item("consent", new Known(Map.of(), null, null, null, consent)).link();

    assertThat(link).startsWith("https://account-d.docusign.com/").contains("client_id=" + KEY);
    assertThat(ConsentLink.isComplete(link)).isTrue();
    assertThat(item("production-consent").link())
        .isEqualTo(
            "https://account.docusign.com/oauth/auth?response_type=code&scope=SCOPES"
                + "&client_id=INTEGRATION_KEY&redirect_uri=REDIRECT_URI");
  }

  @ParameterizedTest
  @CsvSource({
    "no_valid_keys_or_signatures, production-credentials",
    "issuer_not_found, production-key",
    "user_not_found, first-failures"
  })
  void aFirstFailureInProductionIsNotMet(String description, String id) {
    error(PRODUCTION_TOKEN, 400, "invalid_grant", description);

    Item item = item(id);
    assertThat(item.answer()).isEqualTo(Answer.NOT_MET);
    assertThat(item.why()).contains("invalid_grant " + description);
  }

  @Test
  void apisWithARouteOfTheirOwnAreQuestionsWithTheRoute() {
    envelopes(DEMO, 20)
        .call(
            "GET",
            "https://demo.docusign.net/clickapi/v1/accounts/1/clickwraps",
            200,
            more -> more);

    assertThat(item("apis").answer()).isEqualTo(Answer.ASK);
    assertThat(item("apis").next()).contains("Click API Go-Live", "APIs & Development");
    assertThat(item("api-access").why()).contains("eSignature, Click", "elastic signing");
  }

  @Test
  void theLegacyHeaderIsNotMet() {
    call("GET", DEMO + "/templates", 200, more -> more.legacyAuthentication(true));

    assertThat(ids(Answer.NOT_MET)).contains("oauth-grant", "oauth-only");
  }

  @Test
  void aLogWithoutHeadersProvesNothingOfThem() {
    call("GET", DEMO + "/templates", 200, more -> more.client(Client.UNKNOWN));

    assertThat(item("oauth-only").answer()).isEqualTo(Answer.ASK);
    assertThat(item("consent").answer()).isEqualTo(Answer.ASK);
  }

  @Test
  void anAccessLogThatShowsTheUserAgentAloneProvesNothingOfTheHeaders() {
    call("GET", DEMO + "/templates", 200, more -> more.vantage(ApiCall.Vantage.CLIENT));

    assertThat(item("oauth-only").answer()).isEqualTo(Answer.ASK);
  }

  @Test
  void theScopesOfTheApisInUseAreNamed() {
    call("GET", "https://demo.docusign.net/clickapi/v1/accounts/1/clickwraps", 200, more -> more);

    assertThat(item("consent").why()).contains("Click needs click.manage and click.send.");
  }

  @Test
  void callsOfAnotherKeyThanTheChosenOneProveNothing() {
    token(DEMO_TOKEN, Grant.Kind.JWT);
    SeenCalls seen =
        new SeenCalls(
            ReviewSettings.DEFAULT.withTraffic(
                new ReviewSettings.Traffic(Set.of(), Map.of(), KEY.replace('3', '4'))));
    calls.forEach(seen::add);

    assertThat(seen.keys).isEmpty();
  }

  @Test
  void aViewForSigningProvesThatAnEnvelopeWasSent() {
    call("POST", DEMO + "/envelopes/2/views/recipient", 201, more -> more);

    assertThat(item("envelopes-sent").answer()).isEqualTo(Answer.MET);
  }

  @Test
  void theConfigurationAnswersWhatNoLogShows() {
    Known known = answers(Map.of("administrator", true, "production-account", false));

    assertThat(item("administrator", known).answer()).isEqualTo(Answer.MET);
    assertThat(item("production-account", known).answer()).isEqualTo(Answer.NOT_MET);
  }

  @Test
  void theLogWinsOverTheConfiguration() {
    envelopes(DEMO, 1);

    assertThat(item("envelopes-created", answers(Map.of("envelopes-created", false))).answer())
        .isEqualTo(Answer.MET);
  }

  @ParameterizedTest
  @CsvSource({"live, MET", "requested, ASK", "declined, NOT_MET", "expired, NOT_MET"})
  void theStateOfTheReviewIsConfigured(String state, Answer answer) {
    Known known = new Known(Map.of(), null, null, state, ConsentLink.UNKNOWN);

    assertThat(item("review-passed", known).answer()).isEqualTo(answer);
  }

  @Test
  void whoNeedsNoKeyOfTheirOwnNeedsNothingElse() {
    Checklist list = checklist(answers(Map.of("go-live-needed", false)));

    assertThat(list.items()).hasSize(1);
    assertThat(list.items().get(0).next()).contains("Connect the production account directly");
    assertThat(list.complete()).isTrue();
  }

  /** What check says, which looks at the report alone. */
  private List<String> next(Known known) {
    return Checklist.next(
            calls.stream().collect(GoLiveCheck.withDefaults().collector()),
            new SeenCalls(ReviewSettings.DEFAULT),
            known,
            3)
        .stream()
        .map(NextStep::text)
        .toList();
  }

  @Test
  void afterAPassComesWhatOnlyAPersonKnows() {
    envelopes(DEMO, 20);

    assertThat(next(Known.NOTHING))
        .extracting(step -> step.substring(0, step.indexOf(':')))
        .containsExactly(
            "Paid production account",
            "Administrator of the production account",
            "Access to each API that is used");
    assertThat(next(answers(Map.of("production-account", true))))
        .noneMatch(step -> step.startsWith("Paid"));
  }

  @Test
  void afterAPassInProductionComesWhatDoesNotMove() {
    envelopes(PRODUCTION, 20);

    assertThat(next(Known.NOTHING)).hasSize(3).noneMatch(step -> step.contains("review"));
  }

  @Test
  void callsOfTheWebAppProveNothing() {
    Client webApp = new Client("x", null, "https://apps-d.docusign.com/send", null, null);
    call("GET", DEMO + "/envelopes", 200, more -> more.client(webApp));

    assertThat(item("developer-account").answer()).isEqualTo(Answer.ASK);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void orderAndDuplicatesOfCallsDoNotMatter(int seed) {
    envelopes(DEMO, 12)
        .token(DEMO_TOKEN, Grant.Kind.JWT)
        .error(DEMO_TOKEN, 400, "consent_required", "")
        .error(PRODUCTION_TOKEN, 400, "invalid_grant", "issuer_not_found");
    Checklist expected = checklist(Known.NOTHING);
    calls.addAll(List.copyOf(calls));
    Collections.shuffle(calls, new Random(seed));

    assertThat(checklist(Known.NOTHING)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "account-d.docusign.com, account.docusign.com",
    "api-d.docusign.com, api.docusign.com",
    "lens-d.docusign.net, api.docusign.com",
    "demo.rooms.docusign.com, rooms.docusign.com",
    "apps-d.docusign.com, apps.docusign.com",
    "proof-d.docusign.net, proof.docusign.net",
    "notary-d.docusign.net, na-notary.docusign.net"
  })
  void eachHostOfDemoHasOneOfProduction(String demo, String production) {
    assertThat(Answers.inProduction(demo)).isEqualTo(production);
  }
}
