package org.golivecheck.report;

import java.time.Instant;
import java.util.List;
import org.golivecheck.call.Exclusion;
import org.golivecheck.redaction.SafeText;
import org.jspecify.annotations.Nullable;

/**
 * What charts and tables of single calls need, as redacted data, in a size that does not grow with
 * the log. A verdict does not need it, so a report contains it only on demand.
 */
public interface ReportSeries {
  /** How many calls are listed one by one. */
  int MAX_CALLS = 2_000;

  /** The maximum number of lanes. */
  int MAX_LANES = 12;

  /** The maximum number of polled resources that are listed. */
  int MAX_RESOURCES = 12;

  /** The maximum number of gaps that are listed for one resource. */
  int MAX_GAPS = 200;

  /** The maximum number of accounts that are listed. */
  int MAX_ACCOUNTS = 4;

  /** Returns the newest calls, oldest first, at most {@value #MAX_CALLS}. */
  List<Call> calls();

  /**
   * Returns how many seconds the buckets of the lanes are wide; 0 where {@code calls} contains
   * every call and the lanes have no buckets.
   */
  long bucketSeconds();

  /** Returns the operations called most, the most frequent first; further ones share the last. */
  List<Lane> lanes();

  /** Returns the polled resources with the most breaches, at most {@value #MAX_RESOURCES}. */
  List<PolledResource> polling();

  /** Returns how many resources were polled, in {@code polling} or not. */
  long polledResources();

  /**
   * Returns how many GETs of all resources came how long after the previous one of their resource,
   * the shortest gaps first; empty where none was polled.
   */
  List<GapCount> gapCounts();

  /**
   * Returns how fast the accounts with the most calls called, at most {@value #MAX_ACCOUNTS}
   * accounts, for each the clock hour and then 30 seconds.
   */
  List<Rate> rates();

  /** Returns the failed calls by class, the most frequent first. */
  List<ErrorCount> errors();

  /**
   * How many gaps there are of about one length.
   *
   * @param belowSeconds what they are shorter than, and not shorter than that of the previous
   *     count; 0 for all longer ones
   * @param count how many
   */
  record GapCount(long belowSeconds, long count) {}

  /** A call. */
  interface Call extends ReportedCall {
    /** Returns the place of its lane in {@link ReportSeries#lanes()}. */
    int lane();

    /** Returns why the review does not count it, or null if it does. */
    @Nullable Exclusion excluded();

    /** Returns whether the review examines it. */
    boolean inWindow();

    /** Returns whether it is the later call of a polling pair, in the window or not. */
    boolean breach();
  }

  /**
   * The calls of one operation.
   *
   * @param name the operation, or method and path template; empty for all further operations
   * @param calls how many calls
   * @param failed how many of them failed
   * @param breaches how many of them were breaches
   * @param buckets those calls by time, oldest first, without empty buckets
   */
  record Lane(SafeText name, long calls, long failed, long breaches, List<Bucket> buckets) {
    /** Copies the list. */
    public Lane {
      buckets = List.copyOf(buckets);
    }
  }

  /**
   * A resource that was polled.
   *
   * @param resource the path with each id cut to its first eight characters
   * @param operation the documented name of the operation, or null where unknown
   * @param gets how many countable GETs it saw
   * @param breaches how many of them were breaches
   * @param gaps the newest times between neighbouring GETs, oldest first, at most {@value
   *     ReportSeries#MAX_GAPS}
   */
  record PolledResource(
      SafeText resource, @Nullable String operation, long gets, long breaches, List<Gap> gaps) {
    /** Copies the list. */
    public PolledResource {
      gaps = List.copyOf(gaps);
    }
  }

  /** How many countable calls an account made in a stretch of time that is limited. */
  interface Rate {
    /** Returns the beginning of the account's id. */
    SafeText account();

    /** Returns whether the calls went to the demo environment. */
    boolean demo();

    /** Returns how long the stretch is: 3,600 for a clock hour, 30 for any 30 seconds. */
    int seconds();

    /** Returns how many calls are allowed in it. */
    long limit();

    /** Returns whether a response in the log stated the limit; else it is DocuSign's default. */
    boolean limitTold();

    /** Returns the most calls there ever were in one stretch. */
    long peak();

    /** Returns when the last call of that stretch ended. */
    Instant peakTime();

    /** Returns how many seconds each of the points stands for. */
    long bucketSeconds();

    /** Returns the busiest stretch of each bucket, oldest first, without empty buckets. */
    List<RatePoint> points();
  }

  /**
   * The calls of one operation in a stretch of time.
   *
   * @param start when it begins
   * @param calls how many calls
   * @param failed how many of them failed
   * @param breaches how many of them were breaches
   */
  record Bucket(Instant start, long calls, long failed, long breaches) {}

  /**
   * The time between two neighbouring GETs of one resource.
   *
   * @param timestamp when the later ended
   * @param millis how many milliseconds the earlier is older, rounded down
   * @param page whether the later asks for a further page of the earlier's listing
   * @param breach whether the later is a breach
   * @param inWindow whether the review examines both
   */
  record Gap(Instant timestamp, long millis, boolean page, boolean breach, boolean inWindow) {}

  /**
   * The busiest stretch of a bucket.
   *
   * @param start when the bucket begins
   * @param calls how many calls the busiest stretch had that ends in the bucket
   */
  record RatePoint(Instant start, long calls) {}

  /**
   * The failed calls of one class.
   *
   * @param category what the errors are about, such as {@code user-permission}
   * @param actor who has to act, such as {@code account-admin}
   * @param calls how many calls
   * @param inWindow how many of them the review examines
   */
  record ErrorCount(String category, String actor, long calls, long inWindow) {}
}
