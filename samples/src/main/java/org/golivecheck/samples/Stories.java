package org.golivecheck.samples;

import static org.golivecheck.report.Profile.CLASSIC;
import static org.golivecheck.report.Profile.CURRENT;
import static org.golivecheck.report.Profile.STRICT;
import static org.golivecheck.report.Verdict.FAIL;
import static org.golivecheck.report.Verdict.PASS;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.golivecheck.report.Profile;
import org.golivecheck.samples.Recorder.Answer;
import org.golivecheck.samples.Story.ExpectedFinding;
import org.golivecheck.samples.Story.Forecast;

/** The stories of the samples. Comments count calls as the review does: 0 is the newest. */
final class Stories {
  private static final Instant MORNING = Instant.parse("2026-10-05T09:00:00.1234567Z");
  private static final int CALLS_LEFT = 2_950;

  private static final Answer BAD_EMAIL =
      Answer.error(
          400,
          "INVALID_EMAIL_ADDRESS_FOR_RECIPIENT",
          "The email address for the recipient is invalid. The recipient Id follows. 1");

  private static final Answer UNKNOWN_RECIPIENT =
      Answer.error(
          400,
          "UNKNOWN_ENVELOPE_RECIPIENT",
          "The recipient you have identified is not a valid recipient of the specified envelope.");

  private static final Answer MAY_NOT_SEND =
      Answer.error(
          400,
          "USER_LACKS_PERMISSIONS",
          "This User lacks sufficient permissions. User does not have the permission to send"
              + " envelopes.");

  private static final Answer NO_CONNECT =
      Answer.error(
          400,
          "ACCOUNT_LACKS_PERMISSIONS",
          "This Account lacks sufficient permissions. Connect not enabled for account.");

  private static final Answer OVER_LIMIT =
      Answer.error(
          400,
          "HOURLY_APIINVOCATION_LIMIT_EXCEEDED",
          "The maximum number of hourly API invocations has been exceeded. The hourly limit is"
              + " 3000.");

  private static final Answer NO_ENVELOPE =
      Answer.error(
          404,
          "ENVELOPE_DOES_NOT_EXIST",
          "The envelope specified either does not exist or you have no rights to it.");

  private Stories() {}

  /** Returns all stories, in the order of their names in the README. */
  static List<Story> all() {
    return List.of(
        passes(),
        pollsEveryMinute(),
        errorsInWindow(),
        recoveredAfterErrors(),
        webConsoleNoise(),
        permissionErrors(),
        tooFewCalls(),
        rateLimited(),
        officialExampleFails(),
        officialExamplePasses());
  }

  private static Recorder recorder(String story) {
    return new Recorder(story, MORNING, CALLS_LEFT);
  }

  private static Map<Profile, Forecast> forecasts(
      Forecast classic, Forecast current, Forecast strict) {
    return Map.of(CLASSIC, classic, CURRENT, current, STRICT, strict);
  }

  private static Forecast pass() {
    return new Forecast(PASS, 0);
  }

  private static Forecast fail(int cleanCallsNeeded) {
    return new Forecast(FAIL, cleanCallsNeeded);
  }

  private static Story passes() {
    Recorder recorder = recorder("passes");
    Integration isv = new Integration(recorder);
    isv.get("", "GetAccountInformation", Answer.json(200, "{\"accountName\":\"Sample\"}"));
    recorder.pass(Duration.ofSeconds(2));
    String first = isv.send();
    recorder.pass(Duration.ofSeconds(8));
    isv.openSigning(first);
    recorder.pass(Duration.ofSeconds(70));
    isv.sendAndSign(10);
    // Two pages of one list, which are no polling, and two resources of one envelope, once each.
    list(isv, recorder, 0);
    list(isv, recorder, 100);
    isv.get(
        "/envelopes/" + first + "/documents",
        "GetEnvelopeDocumentPDFList",
        Answer.json(200, "{\"envelopeDocuments\":[{\"documentId\":\"1\",\"type\":\"content\"}]}"));
    recorder.pass(Duration.ofSeconds(3));
    isv.readDocument(first, "combined");
    return new Story(
        "passes",
        "An integration sends eleven envelopes, opens each for signing and reads what it needs"
            + " once.",
        recorder.calls(),
        forecasts(pass(), pass(), pass()),
        List.of());
  }

  private static void list(Integration isv, Recorder recorder, int startPosition) {
    isv.get(
        "/envelopes?from_date=2026-10-04T00%3A00%3A00Z&count=100&start_position=" + startPosition,
        "RequestEnvelopes",
        Answer.json(200, "{\"resultSetSize\":\"100\",\"totalSetSize\":\"142\",\"envelopes\":[]}"));
    recorder.pass(Duration.ofSeconds(3));
  }

  private static Story pollsEveryMinute() {
    Recorder recorder = recorder("polls-every-minute");
    Integration isv = new Integration(recorder);
    isv.sendAndSign(10);
    String envelope = isv.send();
    for (int i = 0; i < 12; i++) {
      recorder.pass(Duration.ofMinutes(1));
      isv.readStatus(envelope);
    }
    // Each read but the first is a breach; the earlier call of the newest pair is number 1.
    return new Story(
        "polls-every-minute",
        "After sending, the integration reads the status of one envelope every minute.",
        recorder.calls(),
        forecasts(fail(19), fail(0), fail(19)),
        List.of(new ExpectedFinding("PL-001", "", 11)));
  }

  private static Story errorsInWindow() {
    Recorder recorder = recorder("errors-in-window");
    Integration isv = new Integration(recorder);
    isv.sendAndSign(8);
    isv.trySend(BAD_EMAIL);
    recorder.pass(Duration.ofSeconds(30));
    isv.sendAndSign(1);
    isv.trySend(BAD_EMAIL);
    recorder.pass(Duration.ofSeconds(30));
    isv.openSigning(recorder.id("envelope", 0), UNKNOWN_RECIPIENT);
    recorder.pass(Duration.ofSeconds(30));
    isv.sendAndSign(2);
    // The newest error is number 4.
    return new Story(
        "errors-in-window",
        "Wrong e-mail addresses and a recipient that does not match fail three of the newest 20"
            + " calls.",
        recorder.calls(),
        forecasts(fail(16), pass(), fail(16)),
        List.of(
            new ExpectedFinding("ER-validation", "INVALID_EMAIL_ADDRESS_FOR_RECIPIENT", 2),
            new ExpectedFinding("ER-validation", "UNKNOWN_ENVELOPE_RECIPIENT", 1)));
  }

  private static Story recoveredAfterErrors() {
    Recorder recorder = recorder("recovered-after-errors");
    Integration isv = new Integration(recorder);
    isv.trySend(BAD_EMAIL);
    recorder.pass(Duration.ofSeconds(20));
    isv.trySend(BAD_EMAIL);
    recorder.pass(Duration.ofMinutes(6));
    isv.sendAndSign(11);
    return new Story(
        "recovered-after-errors",
        "Two calls fail, then 22 clean ones follow, so that the errors have left the window.",
        recorder.calls(),
        forecasts(pass(), pass(), fail(0)),
        List.of(new ExpectedFinding("ER-validation", "INVALID_EMAIL_ADDRESS_FOR_RECIPIENT", 2)));
  }

  private static Story webConsoleNoise() {
    Recorder recorder = recorder("web-console-noise");
    Integration isv = new Integration(recorder);
    WebConsole console = new WebConsole(recorder);
    Answer nothing = Answer.json(200, "{}");
    console.get("", "GetAccountInformation", nothing);
    console.get("/folders?include=envelope_folders", "GetFolderList", nothing);
    console.get("/shared_access", "GetAccountSharedAccess", nothing);
    recorder.pass(Duration.ofSeconds(40));
    isv.sendAndSign(5);
    String shown = recorder.id("envelope", 0);
    for (int i = 0; i < 3; i++) {
      console.get("/envelopes/" + shown, "GetEnvelope", nothing);
      recorder.pass(Duration.ofSeconds(11));
    }
    isv.sendAndSign(5);
    console.get("/envelopes/" + recorder.id("deleted", 0), "GetEnvelope", NO_ENVELOPE);
    return new Story(
        "web-console-noise",
        "The log was switched on in the web app, whose own calls, one of them failed, lie between"
            + " those of the integration.",
        recorder.calls(),
        forecasts(pass(), pass(), pass()),
        List.of(new ExpectedFinding("ER-not-found", "ENVELOPE_DOES_NOT_EXIST", 1)));
  }

  private static Story permissionErrors() {
    Recorder recorder = recorder("permission-errors");
    Integration isv = new Integration(recorder);
    isv.sendAndSign(9);
    for (int i = 0; i < 3; i++) {
      isv.trySend(MAY_NOT_SEND);
      recorder.pass(Duration.ofSeconds(45));
    }
    isv.call(
        "POST",
        "/connect",
        "",
        "{\"configurationType\":\"custom\",\"urlToPublishTo\":\"https://isv.example.com/hook\"}",
        NO_CONNECT);
    recorder.pass(Duration.ofSeconds(45));
    isv.sendAndSign(1);
    // The newest error is number 2.
    return new Story(
        "permission-errors",
        "A user without the right to send, and an account without Connect: somebody else than the"
            + " developer has to act.",
        recorder.calls(),
        forecasts(fail(18), pass(), fail(18)),
        List.of(
            new ExpectedFinding("ER-user-permission", "USER_LACKS_PERMISSIONS", 3),
            new ExpectedFinding("ER-account-permission", "ACCOUNT_LACKS_PERMISSIONS", 1)));
  }

  private static Story tooFewCalls() {
    Recorder recorder = recorder("too-few-calls");
    new Integration(recorder).sendAndSign(6);
    return new Story(
        "too-few-calls",
        "Twelve clean calls, eight short of the 20 that the classic review asks for.",
        recorder.calls(),
        forecasts(fail(8), pass(), fail(8)),
        List.of(new ExpectedFinding("GL-001", "", 0)));
  }

  private static Story rateLimited() {
    Recorder recorder = new Recorder("rate-limited", MORNING.plus(Duration.ofMinutes(40)), 22);
    Integration isv = new Integration(recorder);
    isv.sendAndSign(11);
    for (int i = 0; i < 4; i++) {
      isv.trySend(OVER_LIMIT);
      recorder.pass(Duration.ofSeconds(20));
    }
    // The newest error is number 0.
    return new Story(
        "rate-limited",
        "The account has used up its hourly calls, and the integration keeps calling.",
        recorder.calls(),
        forecasts(fail(20), pass(), fail(20)),
        List.of(new ExpectedFinding("ER-rate-limit", "HOURLY_APIINVOCATION_LIMIT_EXCEEDED", 4)));
  }

  /** DocuSign's rules page: minutes 4 and 5 repeat the reads of minutes 1 and 2. */
  private static Story officialExampleFails() {
    Recorder recorder = recorder("official-example-fails");
    Integration isv = new Integration(recorder);
    isv.sendAndSign(7);
    String envelope = isv.send();
    for (int round = 0; round < 2; round++) {
      recorder.pass(Duration.ofMinutes(1));
      isv.readDocument(envelope, "1");
      recorder.pass(Duration.ofMinutes(1));
      isv.get("/envelopes/" + envelope + "/recipients/2", "", Answer.json(200, "{}"));
      if (round == 0) {
        recorder.pass(Duration.ofMinutes(1));
        isv.send();
      }
    }
    // The earlier calls of the two pairs are numbers 3 and 4.
    return new Story(
        "official-example-fails",
        "The failing half of the polling example on DocuSign's rules page, after 14 clean calls"
            + " that fill the window.",
        recorder.calls(),
        forecasts(fail(17), fail(0), fail(17)),
        List.of(new ExpectedFinding("PL-001", "", 1), new ExpectedFinding("PL-001", "", 1)));
  }

  /** DocuSign's rules page: reads are 15 minutes apart, and updates are no polling. */
  private static Story officialExamplePasses() {
    Recorder recorder = recorder("official-example-passes");
    Integration isv = new Integration(recorder);
    isv.get("", "GetAccountInformation", Answer.json(200, "{\"accountName\":\"Sample\"}"));
    recorder.pass(Duration.ofSeconds(5));
    isv.sendAndSign(6);
    String envelope = isv.send();
    recorder.pass(Duration.ofMinutes(1));
    isv.readStatus(envelope);
    recorder.pass(Duration.ofMinutes(15));
    isv.readStatus(envelope);
    recorder.pass(Duration.ofMinutes(1));
    isv.readDocument(envelope, "1");
    recorder.pass(Duration.ofMinutes(15));
    isv.readDocument(envelope, "1");
    recorder.pass(Duration.ofMinutes(8));
    updateRecipient(isv, envelope);
    recorder.pass(Duration.ofMinutes(1));
    updateRecipient(isv, envelope);
    return new Story(
        "official-example-passes",
        "The passing half of the same example, after 13 clean calls that fill the window.",
        recorder.calls(),
        forecasts(pass(), pass(), pass()),
        List.of());
  }

  private static void updateRecipient(Integration isv, String envelope) {
    isv.put(
        "/envelopes/" + envelope + "/recipients/1",
        "",
        "{\"email\":\"signer@example.com\"}",
        Answer.json(200, "{}"));
  }
}
