package org.golivecheck.rule.series;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.golivecheck.redaction.Redactor;
import org.golivecheck.redaction.SafeText;
import org.golivecheck.report.ReportSeries;
import org.golivecheck.report.ReportSeries.Rate;
import org.golivecheck.report.ReportSeries.RatePoint;
import org.golivecheck.report.data.ReportData;
import org.golivecheck.rule.Thresholds;
import org.golivecheck.rule.check.AccountCalls;
import org.golivecheck.rule.check.CallLimits;
import org.golivecheck.rule.check.PerAccount;
import org.golivecheck.rule.check.RecentCalls;
import org.golivecheck.rule.timeline.Timeline;

/** How many calls accounts made in a clock hour and in any 30 seconds. */
final class AccountRates {
  private static final int MAX_BUCKETS = 168;

  private final Timeline timeline;
  private final Thresholds thresholds;

  /** Whether calls of a kind draw on a limit, by the number of the kind. */
  private final boolean[] limited;

  private final Map<AccountCalls, Account> accounts = new LinkedHashMap<>();

  AccountRates(Timeline timeline, Thresholds thresholds) {
    this.timeline = timeline;
    this.thresholds = thresholds;
    limited = timeline.kindsThat(kind -> AccountCalls.limited(kind) && kind.timed());
  }

  /** Measures the busiest accounts. */
  void measure() {
    Map<AccountCalls, Account> chosen = busiest();
    if (!chosen.isEmpty()) {
      long hourly = Steps.seconds(timeline, MAX_BUCKETS, CallLimits.HOUR_SECONDS);
      long burst = Steps.seconds(timeline, MAX_BUCKETS, CallLimits.BURST_SECONDS);
      chosen.forEach((account, number) -> number.start(hourly, burst));
      measure(chosen);
      accounts.putAll(chosen);
    }
  }

  List<Rate> list(Redactor redactor) {
    List<Rate> rates = new ArrayList<>();
    accounts.forEach(
        (account, measured) -> {
          SafeText id = redactor.redact(account.shortId(timeline));
          measured.addRates(id, account.demo(), thresholds, rates);
        });
    return rates;
  }

  private Map<AccountCalls, Account> busiest() {
    PerAccount<Account> all = new PerAccount<>();
    for (int position = 0; position < timeline.size(); position++) {
      if (limited[timeline.kindId(position)]) {
        int account = timeline.account(position);
        if (account >= 0) {
          all.get(account, timeline.isDemo(position), Account::new).calls++;
        }
      }
    }
    Map<AccountCalls, Account> busiest = new LinkedHashMap<>();
    all.values().entrySet().stream()
        .sorted(Comparator.comparingLong(account -> -account.getValue().calls))
        .limit(ReportSeries.MAX_ACCOUNTS)
        .forEach(account -> busiest.put(account.getKey(), account.getValue()));
    return busiest;
  }

  private void measure(Map<AccountCalls, Account> wanted) {
    PerAccount<Account> chosen = new PerAccount<>();
    wanted.forEach(chosen::put);
    for (int position = 0; position < timeline.size(); position++) {
      if (limited[timeline.kindId(position)]) {
        int number = timeline.account(position);
        Account account = number < 0 ? null : chosen.get(number, timeline.isDemo(position));
        if (account != null) {
          account.add(timeline, position);
        }
      }
    }
  }

  /** An account as it is measured. */
  private static final class Account {
    long calls;
    long statedLimit = -1;
    Peaks hour = new Peaks(CallLimits.HOUR_SECONDS);
    Peaks burst = new Peaks(CallLimits.BURST_SECONDS);
    private final RecentCalls recent = new RecentCalls(CallLimits.BURST);
    private long hourStart = Long.MAX_VALUE;
    private long callsOfHour;

    void start(long hourly, long bursts) {
      hour = new Peaks(hourly);
      burst = new Peaks(bursts);
    }

    void add(Timeline timeline, int position) {
      long ticks = timeline.ticks(position);
      long stated = timeline.kind(position).hourlyLimit();
      statedLimit = stated > 0 ? stated : statedLimit;
      if (ticks >= hourStart && ticks - hourStart < CallLimits.HOUR) {
        callsOfHour++;
      } else {
        hourStart = Steps.start(ticks, CallLimits.HOUR_SECONDS);
        callsOfHour = 1;
      }
      hour.see(ticks, callsOfHour);
      burst.see(ticks, recent.add(ticks));
    }

    void addRates(SafeText account, boolean demo, Thresholds thresholds, List<Rate> out) {
      boolean stated = statedLimit > 0;
      long hourly = stated ? statedLimit : thresholds.callsPerHour();
      out.add(hour.rate(account, demo, CallLimits.HOUR_SECONDS, hourly, stated));
      out.add(
          burst.rate(
              account, demo, CallLimits.BURST_SECONDS, CallLimits.burst(thresholds, demo), false));
    }
  }

  /** The busiest stretch of each bucket, and of all. */
  private static final class Peaks {
    private final long bucketSeconds;
    private final TreeMap<Long, Long> buckets = new TreeMap<>();
    private long start = Long.MAX_VALUE;
    private long most;
    private long peak;
    private long peakTicks;

    Peaks(long bucketSeconds) {
      this.bucketSeconds = bucketSeconds;
    }

    void see(long ticks, long calls) {
      // Calls come in the order of time, so most are of the bucket of the call before.
      if (ticks < start || ticks - start >= bucketSeconds * Timeline.TICKS_PER_SECOND) {
        start = Steps.start(ticks, bucketSeconds);
        most = 0;
      }
      if (calls > most) {
        most = calls;
        buckets.merge(start, calls, Math::max);
      }
      if (calls > peak) {
        peak = calls;
        peakTicks = ticks;
      }
    }

    Rate rate(SafeText account, boolean demo, int seconds, long limit, boolean stated) {
      List<RatePoint> points = new ArrayList<>(buckets.size());
      buckets.forEach((start, calls) -> points.add(new RatePoint(Timeline.instant(start), calls)));
      return new ReportData.Rate(
          account,
          demo,
          seconds,
          limit,
          stated,
          peak,
          Timeline.instant(peakTicks),
          bucketSeconds,
          points);
    }
  }
}
