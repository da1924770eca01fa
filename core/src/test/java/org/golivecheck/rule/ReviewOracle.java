package org.golivecheck.rule;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.golivecheck.call.ApiCall;
import org.golivecheck.report.Outcome;
import org.golivecheck.report.Profile;
import org.golivecheck.report.Verdict;

/**
 * The review written a second time from its contract, as plainly as can be and without a line of
 * the engine: lists, regular expressions, quadratic loops.
 */
final class ReviewOracle {
  private static final String GUID = "[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}";
  private static final Pattern ENVELOPE =
      Pattern.compile("(?i)/restapi/v2(\\.1)?/accounts/[^/]+/envelopes/" + GUID + "(/.*)?");
  private static final long SECOND = 1_000_000_000L;
  private static final Pattern LIST =
      Pattern.compile("(?i)/restapi/v2(\\.1)?/accounts/[^/]+/envelopes/*");
  private static final Pattern WEB_APP =
      Pattern.compile("(.*\\.)?app[a-z0-9-]*\\.docusign\\.(com|net)");

  final List<ApiCall> calls = new ArrayList<>();
  final List<ApiCall> countable = new ArrayList<>();
  final List<ApiCall> window;
  final Map<String, Long> excluded = new HashMap<>();
  long duplicates;
  long failed;

  /** Every breach with the call before it, by their places among the countable calls. */
  private final Map<Integer, Integer> breaches = new HashMap<>();

  private final int start;

  ReviewOracle(List<ApiCall> input) {
    List<ApiCall> sorted = new ArrayList<>(input);
    sorted.sort(
        Comparator.comparing(ApiCall::timestamp)
            .thenComparing(ReviewOracle::token)
            .thenComparing(ApiCall::method)
            .thenComparing(call -> call.url().toString())
            .thenComparing(ApiCall::status)
            .thenComparing(ApiCall::source));
    Set<String> seen = new HashSet<>();
    for (ApiCall call : sorted) {
      if (token(call).isEmpty() || seen.add(token(call))) {
        calls.add(call);
      }
    }
    calls.removeAll(copies(calls));
    calls.sort(
        Comparator.comparing(ApiCall::timestamp)
            .thenComparing(ReviewOracle::file)
            .thenComparing(ReviewOracle::place)
            .thenComparing(ReviewOracle::token)
            .thenComparing(ApiCall::method)
            .thenComparing(call -> call.url().host())
            .thenComparing(ReviewOracle::pathAndQuery)
            .thenComparing(ApiCall::status)
            .thenComparing(ApiCall::source));
    duplicates = (long) input.size() - calls.size();
    for (ApiCall call : calls) {
      failed += call.status() >= 400 && call.status() < 600 ? 1 : 0;
      String reason = exclusion(call);
      if (reason == null) {
        countable.add(call);
      } else {
        excluded.merge(reason, 1L, Long::sum);
      }
    }
    start = Math.max(0, countable.size() - 20);
    window = countable.subList(start, countable.size());
    for (int i = 0; i < countable.size(); i++) {
      findBreach(i);
    }
  }

  /** The calls of which another log shows the same, by method, path, query, status and time. */
  private static Set<ApiCall> copies(List<ApiCall> sorted) {
    Map<String, List<ApiCall>> requests = new LinkedHashMap<>();
    for (ApiCall call : sorted) {
      String path = call.url().path().replaceAll("/+$", "");
      String request =
          call.method()
              + Pattern.compile(GUID)
                  .matcher(path)
                  .replaceAll(guid -> guid.group().toLowerCase(Locale.ROOT))
              + "?"
              + call.url().query()
              + call.status();
      requests.computeIfAbsent(request, unseen -> new ArrayList<>()).add(call);
    }
    Set<ApiCall> copies = Collections.newSetFromMap(new IdentityHashMap<>());
    for (List<ApiCall> request : requests.values()) {
      List<ApiCall> run = new ArrayList<>();
      for (ApiCall call : request) {
        if (!run.isEmpty() && apart(run.get(run.size() - 1), call) > SECOND) {
          copies.addAll(copiesOfRun(run));
          run.clear();
        }
        run.add(call);
      }
      copies.addAll(copiesOfRun(run));
    }
    return copies;
  }

  private static List<ApiCall> copiesOfRun(List<ApiCall> run) {
    long logs = run.stream().map(ReviewOracle::log).distinct().count();
    List<List<ApiCall>> open = new ArrayList<>();
    run.forEach(call -> open.add(List.of(call)));
    List<ApiCall> copies = new ArrayList<>();
    while (true) {
      int nearest = -1;
      long least = Long.MAX_VALUE;
      for (int i = 0; i + 1 < open.size(); i++) {
        long gap = gap(open.get(i), open.get(i + 1));
        if (gap < least) {
          least = gap;
          nearest = i;
        }
      }
      if (nearest < 0) {
        return copies;
      }
      List<ApiCall> both = new ArrayList<>(open.get(nearest));
      both.addAll(open.remove(nearest + 1));
      both.sort(Comparator.comparingInt(run::indexOf));
      open.set(nearest, both);
      copies.removeAll(both);
      copies.addAll(both);
      copies.remove(
          both.stream().filter(call -> !token(call).isEmpty()).findFirst().orElse(both.get(0)));
      if (both.stream().map(ReviewOracle::log).distinct().count() == logs) {
        open.remove(nearest);
      }
    }
  }

  /** The time between two groups of calls that may be one, or the largest number. */
  private static long gap(List<ApiCall> left, List<ApiCall> right) {
    List<ApiCall> both = new ArrayList<>(left);
    both.addAll(right);
    boolean logs = both.stream().map(ReviewOracle::log).distinct().count() == both.size();
    boolean tokens = both.stream().filter(call -> !token(call).isEmpty()).count() <= 1;
    long span = 0;
    for (ApiCall a : both) {
      for (ApiCall b : both) {
        span = Math.max(span, apart(a, b));
      }
    }
    if (!logs || !tokens || span > SECOND) {
      return Long.MAX_VALUE;
    }
    ApiCall last = left.get(left.size() - 1);
    return Math.max(0, apart(last, right.get(0)));
  }

  private static long apart(ApiCall earlier, ApiCall later) {
    return Duration.between(earlier.timestamp(), later.timestamp()).toNanos();
  }

  private static String pathAndQuery(ApiCall call) {
    String query = call.url().query();
    return query == null ? call.url().path() : call.url().path() + "?" + query;
  }

  /** The file of which the call is a line or record, or nothing. */
  private static String file(ApiCall call) {
    return call.source().replaceFirst("[:!][1-9][0-9]*$|.*[^0-9]$", "");
  }

  private static long place(ApiCall call) {
    String number = call.source().replaceFirst("^.*[:!]([1-9][0-9]*)$|.*", "$1");
    return number.isEmpty() ? 0 : Long.parseLong(number);
  }

  private static String log(ApiCall call) {
    String source = call.source();
    int end = Math.max(source.lastIndexOf(':'), source.lastIndexOf('!'));
    return source.substring(0, Math.max(end, source.lastIndexOf('/') + 1));
  }

  private static String token(ApiCall call) {
    return call.traceToken() == null ? "" : call.traceToken().toLowerCase(Locale.ROOT);
  }

  private static String exclusion(ApiCall call) {
    for (String url :
        new String[] {
          call.url().toString(), call.client().referer(), call.client().origin(),
        }) {
      Matcher host = Pattern.compile("[a-z]+://([^/:]*).*").matcher(url == null ? "" : url);
      if (host.matches() && WEB_APP.matcher(host.group(1).toLowerCase(Locale.ROOT)).matches()) {
        return "web-app";
      }
    }
    String path = call.url().path().toLowerCase(Locale.ROOT);
    if (path.contains("login_information")) {
      return "login";
    }
    if (path.contains("/oauth/") || path.contains("/oauth2/")) {
      return "oauth";
    }
    if (path.matches("/restapi/.*diagnostics/.*") && path.contains("/diagnostics/")) {
      return "diagnostics";
    }
    boolean rooms = List.of(call.url().host().split("\\.")).contains("rooms");
    return path.matches("/restapi/v2(\\.1)?/.*") && !rooms ? null : "other-api";
  }

  private static String key(ApiCall call) {
    String path = call.url().path();
    boolean polled = ENVELOPE.matcher(path).matches() || LIST.matcher(path).matches();
    if (!polled || !call.method().equals("GET")) {
      return null;
    }
    return Pattern.compile(GUID)
        .matcher(path.replaceAll("/+$", ""))
        .replaceAll(guid -> guid.group().toLowerCase(Locale.ROOT));
  }

  private void findBreach(int index) {
    ApiCall call = countable.get(index);
    String key = key(call);
    for (int i = index - 1; key != null && i >= 0; i--) {
      ApiCall previous = countable.get(i);
      if (key.equals(key(previous))) {
        Duration gap = Duration.between(previous.timestamp(), call.timestamp());
        boolean page = LIST.matcher(call.url().path()).matches() && isPage(previous, call);
        if (gap.compareTo(Duration.ofMinutes(15)) < 0 && !page) {
          breaches.put(index, i);
        }
        return;
      }
    }
  }

  private static boolean isPage(ApiCall previous, ApiCall call) {
    Map<String, String> before = query(previous);
    Map<String, String> now = query(call);
    String from = before.getOrDefault("start_position", "0");
    String to = now.getOrDefault("start_position", "0");
    before.remove("start_position");
    now.remove("start_position");
    return before.equals(now)
        && from.matches("[0-9]+")
        && to.matches("[0-9]+")
        && Long.parseLong(to) > Long.parseLong(from);
  }

  private static Map<String, String> query(ApiCall call) {
    Map<String, String> map = new HashMap<>();
    String query = call.url().query();
    for (String part : query == null ? new String[0] : query.split("&")) {
      String[] pair = part.split("=", 2);
      map.put(
          URLDecoder.decode(pair[0], StandardCharsets.UTF_8),
          pair.length == 1 ? "" : URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
    }
    return map;
  }

  private boolean breachInWindow(int index) {
    return breaches.containsKey(index) && breaches.get(index) >= start;
  }

  private static boolean error(ApiCall call) {
    return call.status() >= 400 && call.status() <= 599;
  }

  List<Outcome> outcomes() {
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = start; i < countable.size(); i++) {
      ApiCall call = countable.get(i);
      if (error(call)) {
        outcomes.add(Outcome.ERROR);
      } else if (breachInWindow(i)) {
        outcomes.add(Outcome.BREACH);
      } else {
        outcomes.add(call.status() / 100 == 2 ? Outcome.OK : Outcome.UNKNOWN);
      }
    }
    return outcomes;
  }

  Verdict verdict(Profile profile) {
    if (countable.isEmpty()) {
      return Verdict.NO_VERDICT;
    }
    boolean errors = window.stream().anyMatch(ReviewOracle::error);
    boolean polls = breaches.values().stream().anyMatch(earlier -> earlier >= start);
    boolean few = countable.size() < 20;
    boolean fails =
        switch (profile) {
          case CLASSIC -> few || errors || polls;
          case CURRENT -> !breaches.isEmpty();
          case STRICT ->
              few || countable.stream().anyMatch(ReviewOracle::error) || !breaches.isEmpty();
        };
    return fails ? Verdict.FAIL : Verdict.PASS;
  }

  int cleanCallsNeeded(Profile profile) {
    if (profile == Profile.CURRENT) {
      return 0;
    }
    int needed = Math.max(0, 20 - countable.size());
    for (int i = start; i < countable.size(); i++) {
      if (error(countable.get(i))) {
        needed = Math.max(needed, 20 - (countable.size() - 1 - i));
      }
      if (breachInWindow(i)) {
        needed = Math.max(needed, 20 - (countable.size() - 1 - breaches.get(i)));
      }
    }
    return needed;
  }

  /** The breaches of the whole log: how many there are of each polled path. */
  Map<String, Long> breachesOfKeys() {
    Map<String, Long> counts = new HashMap<>();
    breaches.keySet().forEach(i -> counts.merge(key(countable.get(i)), 1L, Long::sum));
    return counts;
  }
}
