package org.golivecheck.ready;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.golivecheck.call.ApiError;
import org.golivecheck.call.ApiFamily;
import org.golivecheck.call.ConsentLink;
import org.golivecheck.call.DocuSignHosts.Environment;
import org.golivecheck.call.Grant;
import org.golivecheck.ready.Api.Route;
import org.golivecheck.ready.Checklist.Answer;
import org.golivecheck.ready.Checklist.Item;
import org.golivecheck.ready.Checklist.Row;
import org.golivecheck.ready.SeenCalls.Side;
import org.golivecheck.redaction.Redactor;
import org.golivecheck.redaction.SafeText;
import org.golivecheck.render.words.Wording;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * Answers the items of the checklist: by the log if it shows something, otherwise by the
 * configuration. What neither shows is a question to a person. An item is not met just because
 * nothing contradicts it.
 */
final class Answers {
  /** What is certainly done if calls to production succeed. */
  private static final Set<String> DONE_WHEN_LIVE =
      Set.of(
          ("go-live-needed developer-account integration-key credentials redirect-uri consent"
                  + " envelopes-created envelopes-sent production-account administrator"
                  + " classification review-passed production-key production-credentials"
                  + " production-redirect-uri production-consent production-hosts")
              .split(" ", -1));

  private static final Found LIVE = Found.met("Calls to production succeed, so the key is live.");

  private static final String OF_CONFIGURATION = "The configuration says so.";

  /**
   * What was found out about an item.
   *
   * @param why the evidence, or null for the words of the table
   * @param next what to do, or null for the words of the table
   * @param link the link of consent, or null
   */
  private record Found(
      Answer answer, @Nullable String why, @Nullable String next, @Nullable String link) {
    static final Found NOTHING = new Found(Answer.ASK, null, null, null);

    static Found met(String why) {
      return new Found(Answer.MET, why, "", null);
    }

    static Found notMet(String why) {
      return new Found(Answer.NOT_MET, why, null, null);
    }

    static Found ask(String why) {
      return new Found(Answer.ASK, why, null, null);
    }

    Found next(@Nullable String words) {
      return new Found(answer, why, words, link);
    }

    Found link(String address) {
      return new Found(answer, why, next, address);
    }
  }

  private final @Nullable GoLiveReport report;
  private final SeenCalls seen;
  private final Known known;
  private final Redactor redactor;
  private final boolean passesInProduction;
  private final boolean live;

  Answers(@Nullable GoLiveReport report, SeenCalls seen, Known known, Redactor redactor) {
    this.report = report;
    this.seen = seen;
    this.known = known;
    this.redactor = redactor;
    passesInProduction =
        report != null
            && report.passes()
            && report.calls().countableEnvironments().isProductionAlone();
    live = seen.production.acceptsTokens() || passesInProduction;
  }

  Item notNeeded(Row row) {
    return item(
        row,
        Found.met("No: the configuration says that no integration key of your own is required.")
            .next("Connect the production account directly. Nothing else of this list applies."));
  }

  Item item(Row row) {
    Found found = ofLog(row.id());
    Boolean answered = known.answers().get(row.id());
    if (found.answer() == Answer.ASK && answered != null) {
      return item(
          row,
          answered
              ? Found.met(OF_CONFIGURATION)
              : Found.notMet("The configuration says no. " + row.why()));
    }
    if (found.answer() == Answer.ASK && live && DONE_WHEN_LIVE.contains(row.id())) {
      return item(row, LIVE);
    }
    return item(row, found);
  }

  private static Item item(Row row, Found found) {
    return new Item(
        row.id(),
        row.stage(),
        row.title(),
        found.answer(),
        row.who(),
        found.why() == null ? row.why() : found.why(),
        found.next() == null ? row.next() : found.next(),
        row.source(),
        found.link());
  }

  private Found ofLog(String id) {
    return switch (id) {
      case "developer-account" ->
          seen.demo.works() ? Found.met("Calls to demo succeed.") : Found.NOTHING;
      case "integration-key" -> key();
      case "oauth-grant" -> grant();
      case "credentials" -> credentials(seen.demo);
      case "redirect-uri" -> redirectUri();
      case "consent" -> consent(seen.demo, Environment.DEMO);
      case "envelopes-created" ->
          created(seen.demo.createsEnvelopes || seen.unknown.createsEnvelopes);
      case "envelopes-sent" -> sent();
      case "one-environment" -> environment();
      case "apis" -> apis();
      case "verdict" -> verdict();
      case "oauth-only" -> oauthOnly();
      case "api-access" -> access();
      case "classification" ->
          known.classification() == null
              ? Found.NOTHING
              : Found.met("The configuration says " + known.classification() + ".");
      case "review-passed" -> review();
      case "production-key" -> productionKey();
      case "production-credentials" ->
          seen.production.acceptsTokens()
              ? Found.met("Calls to production succeed.")
              : credentials(seen.production);
      case "production-redirect-uri" ->
          seen.production.redirected
              ? Found.met("A code was exchanged for a token in production.")
              : Found.NOTHING;
      case "production-consent" -> consent(seen.production, Environment.PRODUCTION);
      case "production-hosts" -> hosts();
      case "production-envelopes" -> created(createdInProduction());
      case "first-failures" -> firstFailures();
      default -> Found.NOTHING;
    };
  }

  private Stream<Side> sides() {
    return Stream.of(seen.demo, seen.production, seen.unknown);
  }

  private Found key() {
    if (!seen.keys.isEmpty()) {
      return Found.met(
          "The log shows "
              + Words.count(seen.keys.size(), "integration key.", "integration keys."));
    }
    return known.consent().integrationKey() == null ? Found.NOTHING : Found.met(OF_CONFIGURATION);
  }

  private Set<Grant.Kind> grants() {
    Set<Grant.Kind> grants = EnumSet.noneOf(Grant.Kind.class);
    sides().forEach(side -> grants.addAll(side.grants));
    return grants;
  }

  private static String name(Grant.Kind kind) {
    return switch (kind) {
      case AUTHORIZATION_CODE -> "Authorization Code Grant";
      case PKCE -> "Authorization Code Grant with PKCE";
      case JWT -> "JWT Grant";
      case IMPLICIT -> "Implicit Grant";
    };
  }

  private Found grant() {
    Set<Grant.Kind> grants = grants();
    if (!grants.isEmpty()) {
      return Found.met(
          "The log shows "
              + grants.stream().map(Answers::name).collect(Collectors.joining(", "))
              + ".");
    }
    if (seen.legacy) {
      return Found.notMet("The log shows the legacy header X-DocuSign-Authentication instead.");
    }
    if (known.grant() != null) {
      return Found.met("The configuration says " + name(known.grant()) + ".");
    }
    return live && seen.headers
        ? Found.met("Calls succeed without the legacy header; the log does not show which grant.")
        : Found.NOTHING;
  }

  private Found credentials(Side side) {
    if (side.tokenSucceeded()) {
      return Found.met("The newest request for a token succeeded.");
    }
    Failure failure = Failure.of(side.tokenError);
    if (failure != null && !failure.code().equals("consent_required")) {
      return Found.notMet(
          "The newest request for a token failed with "
              + failure.words()
              + ". Secret, key pair, key or user are not those of this environment.");
    }
    boolean secretless =
        known.grant() == Grant.Kind.PKCE
            || known.grant() == Grant.Kind.IMPLICIT
            || (!grants().isEmpty()
                && EnumSet.of(Grant.Kind.PKCE, Grant.Kind.IMPLICIT).containsAll(grants()));
    return secretless ? Found.met("This grant needs neither secret nor key pair.") : Found.NOTHING;
  }

  private Found redirectUri() {
    if (sides().anyMatch(side -> side.redirected)) {
      return Found.met("A code was exchanged for a token with it.");
    }
    return known.consent().redirectUri() == null ? Found.NOTHING : Found.met(OF_CONFIGURATION);
  }

  private Found consent(Side side, Environment environment) {
    String where = environment == Environment.DEMO ? "demo" : "production";
    String refused = refusedConsent(environment);
    ApiError error = side.tokenError;
    boolean required = error != null && "consent_required".equalsIgnoreCase(error.code());
    if (side.tokenSucceeded()) {
      String scopes = String.join(" ", side.scopes);
      return Found.met(
          "The newest request for a token of %s succeeded%s"
              .formatted(
                  where,
                  scopes.isEmpty() ? "." : ", for the scopes " + redactor.redact(scopes) + "."));
    }
    if (required || refused != null) {
      return Found.notMet("The log shows consent_required." + scopes())
          .link(refused != null ? refused : link(side, environment));
    }
    if (side.acceptsTokens() && seen.headers && !seen.legacy) {
      return Found.met(
          ("Calls to %s succeed with an access token, so consent is given. The log does "
                  + "not show for which scopes.%s")
              .formatted(where, scopes()));
    }
    String scopes = scopes();
    return (scopes.isEmpty() ? Found.NOTHING : Found.ask("The log shows no consent." + scopes))
        .link(link(side, environment));
  }

  /** Returns a sentence on the scopes of each API that is used; empty if none is known. */
  private String scopes() {
    return used().stream()
        .filter(api -> !api.scopes().isEmpty())
        .map(api -> " " + api.name() + " needs " + api.scopes() + ".")
        .collect(Collectors.joining());
  }

  /** Returns the link of the finding on consent in an environment, or null. */
  private @Nullable String refusedConsent(Environment environment) {
    if (report == null) {
      return null;
    }
    String account = ConsentLink.account(environment) + "/";
    return report.findings().stream()
        .map(finding -> finding.consentUrl())
        .filter(link -> link != null && link.toString().startsWith(account))
        .map(SafeText::toString)
        .findFirst()
        .orElse(null);
  }

  private String link(Side side, Environment environment) {
    ConsentLink shown =
        new ConsentLink(
            ConsentLink.account(environment),
            seen.keys.size() == 1 ? seen.keys.first() : null,
            side.scopes.isEmpty() ? null : String.join(" ", side.scopes),
            null);
    ConsentLink link = shown.or(known.consent());
    boolean jwt = known.grant() == Grant.Kind.JWT || grants().contains(Grant.Kind.JWT);
    return redactor.redact((jwt ? link.forJwt() : link).forUser()).toString();
  }

  private static Found created(boolean created) {
    return created ? Found.met("The log shows that envelopes were created.") : Found.NOTHING;
  }

  private boolean createdInProduction() {
    boolean created = seen.production.createsEnvelopes;
    if (report != null && passesInProduction) {
      for (GoLiveReport.WindowCall call : report.window().calls()) {
        created |= "Envelopes:create".contentEquals(String.valueOf(call.operation()));
      }
    }
    return created;
  }

  private Found sent() {
    return seen.demo.opensSigning || seen.unknown.opensSigning
        ? Found.met("A view for signing was opened, which only an envelope that is sent has.")
        : Found.NOTHING;
  }

  private Found environment() {
    boolean demo = !seen.demo.families.isEmpty();
    boolean production = !seen.production.families.isEmpty();
    if (demo && production) {
      return Found.notMet(
              "The log contains calls to demo ("
                  + names(seen.demo.hosts)
                  + ") and to production ("
                  + names(seen.production.hosts)
                  + ").")
          .next(
              "Take all hosts from the configuration, and check each environment by itself:"
                  + " --host HOST.");
    }
    if (demo || production) {
      return Found.met("All calls went to " + (demo ? "demo." : "production."));
    }
    return Found.NOTHING;
  }

  private SafeText names(Set<String> hosts) {
    return redactor.redact(String.join(", ", hosts));
  }

  private List<Api> used() {
    Set<ApiFamily> families = EnumSet.noneOf(ApiFamily.class);
    families.addAll(seen.demo.families);
    families.addAll(seen.production.families);
    families.addAll(seen.unknown.families);
    List<Api> apis = new ArrayList<>();
    for (ApiFamily family : families) {
      Api api = Api.of(family);
      if (api != null) {
        apis.add(api);
      }
    }
    return apis;
  }

  private static String join(List<Api> apis) {
    return apis.stream().map(Api::name).collect(Collectors.joining(", "));
  }

  private Found apis() {
    List<Api> used = used();
    if (used.isEmpty()) {
      return Found.NOTHING;
    }
    List<Api> apart = used.stream().filter(api -> !api.way().isEmpty()).toList();
    if (apart.isEmpty()) {
      return Found.met("The log shows " + join(used) + ", which the review covers.");
    }
    String ways =
        apart.stream()
            .map(api -> api.name() + ": " + api.way() + ".")
            .collect(Collectors.joining(" "));
    String where =
        apart.stream().anyMatch(api -> api.route() == Route.CASE)
            ? " Open the case at support.docusign.com: APIs & Development > Docusign APIs."
            : "";
    return Found.ask("The log shows " + join(used) + ".").next(ways + where);
  }

  private Found access() {
    List<Api> used = used();
    if (used.isEmpty()) {
      return live ? LIVE : Found.NOTHING;
    }
    List<Api> works = new ArrayList<>();
    seen.production.succeeded.forEach(family -> works.add(Api.of(family)));
    if (works.containsAll(used)) {
      return Found.met("Calls to " + join(used) + " succeed in production.");
    }
    String plans =
        used.stream()
            .filter(api -> !api.plan().isEmpty())
            .map(api -> " " + api.name() + " needs " + api.plan() + ".")
            .collect(Collectors.joining());
    return Found.ask("The log shows " + join(used) + "." + plans);
  }

  private Found verdict() {
    if (report == null) {
      return Found.NOTHING;
    }
    String why =
        Stream.concat(
                Stream.of(Wording.head(report).replace('\n', ' ')),
                report.reasons().stream().map(reason -> reason.message().toString()))
            .collect(Collectors.joining(" "));
    String next = String.join(" ", Wording.nextSteps(report));
    return switch (report.verdict()) {
      case PASS -> Found.met(why);
      case FAIL -> Found.notMet(why).next(next.isEmpty() ? null : next);
      case NO_VERDICT -> Found.ask(why).next(next);
    };
  }

  private Found oauthOnly() {
    if (seen.legacy) {
      return Found.notMet("The log shows the legacy header X-DocuSign-Authentication.")
          .next("Sign in by OAuth 2.0 and send Authorization: Bearer instead.");
    }
    if (sides().anyMatch(Side::tokenSucceeded)) {
      return Found.met("The log shows requests for tokens that succeeded, and no legacy header.");
    }
    return seen.headers && sides().anyMatch(Side::acceptsTokens)
        ? Found.met("Calls succeed without the legacy header.")
        : Found.NOTHING;
  }

  private Found review() {
    String state = known.review();
    if (state == null || state.equals(Known.REQUESTED)) {
      return Found.NOTHING;
    }
    String why = "The configuration says " + state + ".";
    return state.equals(Known.LIVE) ? Found.met(why) : Found.notMet(why);
  }

  private Found productionKey() {
    if (seen.production.works()) {
      return Found.met("Production accepts the key.");
    }
    for (Failure failure : seen.production.failures) {
      if (failure.code().equals("PARTNER_AUTHENTICATION_FAILED")
          || failure.message().equals("issuer_not_found")) {
        return Found.notMet(
            "The log shows " + failure.words() + " in production: " + failure.cause() + ".");
      }
    }
    return Found.NOTHING;
  }

  private Found hosts() {
    boolean demo = !seen.demo.hosts.isEmpty();
    if (!seen.production.hosts.isEmpty()) {
      return demo
          ? Found.notMet(
              "Calls to demo are left: " + names(seen.demo.hosts) + ". Change " + changes() + ".")
          : Found.met("All calls went to " + names(seen.production.hosts) + ".");
    }
    return demo ? Found.ask("To change in production: " + changes() + ".") : Found.NOTHING;
  }

  private SafeText changes() {
    return redactor.redact(
        seen.demo.hosts.stream()
            .map(host -> host + " to " + inProduction(host))
            .collect(Collectors.joining(", ")));
  }

  /** Returns the host that takes the place of one of demo. */
  static String inProduction(String host) {
    return switch (host) {
      case "demo.docusign.net" -> "the base_uri that userinfo returns";
      case "lens-d.docusign.net" -> "api.docusign.com";
      case "notary-d.docusign.net" -> "na-notary.docusign.net";
      default -> host.replaceFirst("-d\\.", ".").replaceFirst("(^|\\.)demo\\.", "$1");
    };
  }

  private Found firstFailures() {
    if (seen.production.families.isEmpty()) {
      return Found.ask(
          "The usual ones: "
              + Failure.all().stream()
                  .map(failure -> failure.words() + " (" + failure.cause() + ")")
                  .collect(Collectors.joining("; "))
              + "; calls to demo hosts; 404 with an empty body (the path lacks /restapi or has"
              + " /accounts/ twice).");
    }
    Set<Failure> failures = seen.production.failures;
    if (failures.isEmpty()) {
      return Found.met("None of the usual errors is in the calls to production.");
    }
    return Found.notMet(
            failures.stream()
                .map(failure -> failure.words() + ": " + failure.cause() + ".")
                .collect(Collectors.joining(" ")))
        .next("Fix these, and check a later log.");
  }
}
