package org.golivecheck.report;

import java.time.Instant;
import java.util.List;
import org.golivecheck.call.Exclusion;
import org.golivecheck.redaction.SafeText;
import org.jspecify.annotations.Nullable;

/**
 * What charts and tables of single calls need, as redacted data, in a size that does not grow with
 * the log. A verdict does not need it, so a report contains it only on demand.
 *
 * @param calls the newest calls, oldest first, at most {@value #MAX_CALLS}
 * @param bucketSeconds how many seconds the buckets of the lanes are wide; 0 where {@code calls}
 *     contains every call and the lanes have no buckets
 * @param lanes the operations called most, the most frequent first; further ones share the last
 * @param polling the polled resources with the most breaches, at most {@value #MAX_RESOURCES}
 * @param polledResources how many resources were polled, in {@code polling} or not
 * @param gapCounts how many GETs of all resources came how long after the previous one of their
 *     resource, the shortest gaps first; empty where none was polled
 * @param rates how fast the accounts with the most calls called, at most {@value #MAX_ACCOUNTS}
 *     accounts, for each the clock hour and then 30 seconds
 * @param errors the failed calls by class, the most frequent first
 */
public record ReportSeries(
    List<Call> calls,
    long bucketSeconds,
    List<Lane> lanes,
    List<PolledResource> polling,
    long polledResources,
    List<GapCount> gapCounts,
    List<Rate> rates,
    List<ErrorCount> errors) {

  /** How many calls are listed one by one. */
  public static final int MAX_CALLS = 2_000;

  /** How many operations have a lane of their own. */
  public static final int MAX_LANES = 12;

  /** How many polled resources are listed. */
  public static final int MAX_RESOURCES = 12;

  /** How many gaps of one resource are listed. */
  public static final int MAX_GAPS = 200;

  /** How many accounts are listed. */
  public static final int MAX_ACCOUNTS = 4;

  /** Copies the lists. */
  public ReportSeries {
    calls = List.copyOf(calls);
    lanes = List.copyOf(lanes);
    polling = List.copyOf(polling);
    // Reports that earlier versions saved have none.
    gapCounts = gapCounts == null ? List.of() : List.copyOf(gapCounts);
    rates = List.copyOf(rates);
    errors = List.copyOf(errors);
  }

  /** A series that does not count gaps. */
  public ReportSeries(
      List<Call> calls,
      long bucketSeconds,
      List<Lane> lanes,
      List<PolledResource> polling,
      long polledResources,
      List<Rate> rates,
      List<ErrorCount> errors) {
    this(calls, bucketSeconds, lanes, polling, polledResources, List.of(), rates, errors);
  }

  /**
   * How many gaps there are of about one length.
   *
   * @param belowSeconds what they are shorter than, and not shorter than that of the previous
   *     count; 0 for all longer ones
   * @param count how many
   */
  public record GapCount(long belowSeconds, long count) {}

  /**
   * A call.
   *
   * @param timestamp when it ended
   * @param method the HTTP method
   * @param resource the path with each id cut to its first eight characters
   * @param operation the documented name of the operation, or null where unknown
   * @param status the HTTP status
   * @param errorCode the error code, or null
   * @param traceToken the trace token, or null
   * @param source where it was read
   * @param lane the place of its lane in {@link ReportSeries#lanes()}
   * @param excluded why the review does not count it, or null where it does
   * @param inWindow whether the review examines it
   * @param breach whether it is the later call of a polling pair, in the window or not
   */
  public record Call(
      Instant timestamp,
      SafeText method,
      SafeText resource,
      @Nullable String operation,
      int status,
      @Nullable SafeText errorCode,
      @Nullable SafeText traceToken,
      SafeText source,
      int lane,
      @Nullable Exclusion excluded,
      boolean inWindow,
      boolean breach) {}

  /**
   * The calls of one operation.
   *
   * @param name the operation, or method and path template; empty for all further operations
   * @param calls how many calls
   * @param failed how many of them failed
   * @param breaches how many of them were breaches
   * @param buckets those calls by time, oldest first, without empty buckets
   */
  public record Lane(SafeText name, long calls, long failed, long breaches, List<Bucket> buckets) {
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
  public record PolledResource(
      SafeText resource, @Nullable String operation, long gets, long breaches, List<Gap> gaps) {
    /** Copies the list. */
    public PolledResource {
      gaps = List.copyOf(gaps);
    }
  }

  /**
   * How many countable calls an account made in a stretch of time that is limited.
   *
   * @param account the beginning of the account's id
   * @param demo whether the calls went to the demo environment
   * @param seconds how long the stretch is: 3,600 for a clock hour, 30 for any 30 seconds
   * @param limit how many calls are allowed in it
   * @param limitTold whether a response in the log stated the limit; else it is DocuSign's default
   * @param peak the most calls there ever were in one stretch
   * @param peakTime when the last call of that stretch ended
   * @param bucketSeconds how many seconds each of the points stands for
   * @param points the busiest stretch of each bucket, oldest first, without empty buckets
   */
  public record Rate(
      SafeText account,
      boolean demo,
      int seconds,
      long limit,
      boolean limitTold,
      long peak,
      Instant peakTime,
      long bucketSeconds,
      List<RatePoint> points) {
    /** Copies the list. */
    public Rate {
      points = List.copyOf(points);
    }
  }

  /**
   * The calls of one operation in a stretch of time.
   *
   * @param start when it begins
   * @param calls how many calls
   * @param failed how many of them failed
   * @param breaches how many of them were breaches
   */
  public record Bucket(Instant start, long calls, long failed, long breaches) {}

  /**
   * The time between two neighbouring GETs of one resource.
   *
   * @param timestamp when the later ended
   * @param millis how many milliseconds the earlier is older, rounded down
   * @param page whether the later asks for a further page of the earlier's listing
   * @param breach whether the later is a breach
   * @param inWindow whether the review examines both
   */
  public record Gap(
      Instant timestamp, long millis, boolean page, boolean breach, boolean inWindow) {}

  /**
   * The busiest stretch of a bucket.
   *
   * @param start when the bucket begins
   * @param calls how many calls the busiest stretch had that ends in the bucket
   */
  public record RatePoint(Instant start, long calls) {}

  /**
   * The failed calls of one class.
   *
   * @param category what the errors are about, such as {@code user-permission}
   * @param actor who has to act, such as {@code account-admin}
   * @param calls how many calls
   * @param inWindow how many of them the review examines
   */
  public record ErrorCount(String category, String actor, long calls, long inWindow) {}
}
