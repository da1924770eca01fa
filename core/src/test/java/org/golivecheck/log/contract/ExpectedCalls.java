package org.golivecheck.log.contract;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.ApiCall.Gap;
import org.golivecheck.call.ApiCall.Vantage;
import org.golivecheck.call.ApiError;
import org.golivecheck.call.ApiError.BodyForm;
import org.golivecheck.call.Client;
import org.golivecheck.call.Identity;
import org.golivecheck.call.ItemError;
import org.golivecheck.call.LogField;
import org.golivecheck.call.RateLimits;

/**
 * The calls of the scenario as a log shows them that carries some fields and not others: made of
 * the scenario itself, without any reader.
 */
final class ExpectedCalls {
  private ExpectedCalls() {}

  /** Returns the calls that a log shows. */
  static List<ApiCall> of(List<ScenarioCall> scenario, Rendering rendering) {
    Set<LogField> shows = rendering.shows();
    List<ApiCall> calls = new ArrayList<>();
    for (ScenarioCall call : scenario) {
      boolean oauth = call.isOauth() && shows.contains(LogField.OAUTH);
      boolean other = !call.isOauth() && !call.isOfRequestLog() && rendering.ofOwnSide();
      if (rendering.holds(call) && (call.isOfRequestLog() || oauth || other)) {
        calls.add(call(call, shows, rendering.ofOwnSide(), calls.size()));
      }
    }
    return calls;
  }

  private static ApiCall call(
      ScenarioCall call, Set<LogField> shows, boolean ofOwnSide, int index) {
    boolean timed = shows.contains(LogField.TIME);
    boolean named = shows.contains(LogField.URL);
    boolean methods = shows.contains(LogField.METHOD);
    Set<Gap> gaps = EnumSet.noneOf(Gap.class);
    if (!timed) {
      gaps.add(Gap.TIME);
    }
    if (!named) {
      gaps.add(Gap.URL);
    } else if (!methods) {
      gaps.add(Gap.METHOD);
    }
    ApiCall.Builder built =
        ApiCall.builder(
                timed ? call.end() : Instant.EPOCH.plusMillis(index),
                named && methods ? call.method() : ApiCall.NO_METHOD,
                named ? call.url() : "/",
                call.status())
            .source("log:" + call.number())
            .loggedOperation(named && call.operation().isEmpty() ? null : call.operation())
            .vantage(ofOwnSide ? Vantage.CLIENT : Vantage.DOCUSIGN)
            .gaps(gaps);
    if (shows.contains(LogField.TRACE_TOKEN) && !call.traceToken().isEmpty()) {
      built.traceToken(call.traceToken()).answeredByDocuSign(true);
    }
    if (shows.contains(LogField.CLIENT)) {
      built.client(
          new Client(
              Scenario.USER_AGENT, call.requestHeaders().get("X-DocuSign-SDK"), null, null, null));
    }
    if (shows.contains(LogField.SIZE)) {
      built.requestBytes(call.requestBody().length());
    }
    if (shows.contains(LogField.DURATION)) {
      built.duration(Duration.ofMillis(call.millis()));
    }
    if (shows.contains(LogField.LIMITS) && call.isOfRequestLog()) {
      built.limits(limits(call));
    }
    if (shows.contains(LogField.KEY)) {
      built.identity(new Identity(Scenario.KEY, null, null));
    }
    addErrors(call, shows.contains(LogField.ERROR), built);
    return built.build();
  }

  private static RateLimits limits(ScenarioCall call) {
    long remaining = Long.parseLong(call.responseHeader("X-RateLimit-Remaining"));
    return new RateLimits(3000, remaining, -1, 200, 199);
  }

  private static void addErrors(ScenarioCall call, boolean shown, ApiCall.Builder built) {
    boolean failed = call.status() >= 400;
    if (!shown) {
      built.error(failed ? ApiError.EMPTY : null);
    } else if (failed) {
      String code = value(call.responseBody(), "errorCode");
      String message = value(call.responseBody(), "message");
      built.error(new ApiError(code, message, BodyForm.DOCUSIGN, null, call.responseBody()));
    } else if (call.responseBody().contains("errorDetails")) {
      String code = value(call.responseBody(), "errorCode");
      String message = value(call.responseBody(), "message");
      built.itemErrors(List.of(new ItemError(code, message)));
    }
  }

  /** Returns the text of a member, which the bodies of the scenario write in one way. */
  private static String value(String body, String name) {
    String start = "\"" + name + "\": \"";
    int from = body.indexOf(start) + start.length();
    return body.substring(from, body.indexOf('"', from));
  }
}
