package org.golivecheck.report;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.golivecheck.redaction.SafeText;
import org.jspecify.annotations.Nullable;

/**
 * What a rule found.
 *
 * <p>Texts from a log are {@link SafeText}, so they are redacted already. Immutable.
 */
public final class Finding {
  // Set only by the builder, before the finding is handed out.
  private String rule;
  private String title;
  private Severity severity;
  private String basis;
  private String category;
  private String actor;
  private SafeText message;
  private String remedy;
  private @Nullable String retry;
  private @Nullable SafeText method;
  private @Nullable SafeText path;
  private @Nullable SafeText resource;
  private @Nullable String operation;
  private @Nullable SafeText errorCode;
  private @Nullable SafeText consentUrl;
  private long count;
  private @Nullable Duration medianGap;
  private @Nullable SafeText part;
  private @Nullable String recipe;
  private List<Evidence> evidence = List.of();
  private SafeText fingerprint;
  private FindingState state = FindingState.OPEN;

  @SuppressWarnings("NullAway.Init") // the builder asks for the other parts
  private Finding(String rule, Severity severity) {
    this.rule = rule;
    this.severity = severity;
  }

  private Finding(Finding from) {
    rule = from.rule;
    title = from.title;
    severity = from.severity;
    basis = from.basis;
    category = from.category;
    actor = from.actor;
    message = from.message;
    remedy = from.remedy;
    retry = from.retry;
    method = from.method;
    path = from.path;
    resource = from.resource;
    operation = from.operation;
    errorCode = from.errorCode;
    consentUrl = from.consentUrl;
    count = from.count;
    medianGap = from.medianGap;
    part = from.part;
    recipe = from.recipe;
    evidence = from.evidence;
    fingerprint = from.fingerprint;
    state = from.state;
  }

  /**
   * Returns a builder of an open finding without evidence.
   *
   * @param rule the id of the rule
   * @param severity how much it matters under the profile
   */
  public static Builder builder(String rule, Severity severity) {
    return new Builder(new Finding(rule, severity));
  }

  /** Returns a builder that begins with the parts of this finding. */
  public Builder toBuilder() {
    return new Builder(new Finding(this));
  }

  /** Returns the same finding in another state. */
  public Finding withState(FindingState other) {
    return toBuilder().state(other).build();
  }

  /** Returns the id of the rule. */
  public String rule() {
    return rule;
  }

  /** Returns the title of the rule. */
  public String title() {
    return title;
  }

  /** Returns how much it matters under the profile. */
  public Severity severity() {
    return severity;
  }

  /** Returns a link to DocuSign's own words, or {@code heuristic}. */
  public String basis() {
    return basis;
  }

  /** Returns what it is about, such as {@code polling} or {@code user-permission}. */
  public String category() {
    return category;
  }

  /** Returns who has to act, such as {@code integration-developer}. */
  public String actor() {
    return actor;
  }

  /** Returns what was seen. */
  public SafeText message() {
    return message;
  }

  /** Returns what to do. */
  public String remedy() {
    return remedy;
  }

  /** Returns whether to repeat the call, for error findings; else null. */
  public @Nullable String retry() {
    return retry;
  }

  /** Returns the HTTP method, or null if the finding is not about one. */
  public @Nullable SafeText method() {
    return method;
  }

  /** Returns the path template, or null. */
  public @Nullable SafeText path() {
    return path;
  }

  /** Returns the path with each id cut to its first eight characters, or null. */
  public @Nullable SafeText resource() {
    return resource;
  }

  /** Returns the documented name of the operation, or null. */
  public @Nullable String operation() {
    return operation;
  }

  /** Returns the error code, or null. */
  public @Nullable SafeText errorCode() {
    return errorCode;
  }

  /**
   * Returns the link by which a user consents, for a finding about consent; else null. An unknown
   * part is a blank in capital letters, such as {@code redirect_uri=REDIRECT_URI}.
   */
  public @Nullable SafeText consentUrl() {
    return consentUrl;
  }

  /** Returns the number of calls that it covers. */
  public long count() {
    return count;
  }

  /** Returns the median time between the calls, for a finding about polling; else null. */
  public @Nullable Duration medianGap() {
    return medianGap;
  }

  /**
   * Returns the name of the input, account or integration key whose calls it is about; null where
   * all calls are judged together.
   */
  public @Nullable SafeText part() {
    return part;
  }

  /** Returns the id of the recipe that says how to mend it, or null. */
  public @Nullable String recipe() {
    return recipe;
  }

  /** Returns the calls, newest first, at most 50. */
  public List<Evidence> evidence() {
    return evidence;
  }

  /** Returns a text that stays the same for the same finding from day to day. */
  public SafeText fingerprint() {
    return fingerprint;
  }

  /** Returns the state: open or excused. */
  public FindingState state() {
    return state;
  }

  private List<@Nullable Object> values() {
    return Arrays.asList(
        rule,
        title,
        severity,
        basis,
        category,
        actor,
        message,
        remedy,
        retry,
        method,
        path,
        resource,
        operation,
        errorCode,
        consentUrl,
        count,
        medianGap,
        part,
        recipe,
        evidence,
        fingerprint,
        state);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Finding that && values().equals(that.values());
  }

  @Override
  public int hashCode() {
    return values().hashCode();
  }

  @Override
  public String toString() {
    return "Finding" + values();
  }

  /** Makes a finding, part by part. Not thread-safe. */
  public static final class Builder {
    private final Finding finding;

    private Builder(Finding finding) {
      this.finding = finding;
    }

    /** Sets the title of the rule. */
    public Builder title(String value) {
      finding.title = value;
      return this;
    }

    /** Sets how much it matters under the profile. */
    public Builder severity(Severity value) {
      finding.severity = value;
      return this;
    }

    /** Sets a link to DocuSign's own words, or {@code heuristic}. */
    public Builder basis(String value) {
      finding.basis = value;
      return this;
    }

    /** Sets what it is about, such as {@code polling} or {@code user-permission}. */
    public Builder category(String value) {
      finding.category = value;
      return this;
    }

    /** Sets who has to act, such as {@code integration-developer}. */
    public Builder actor(String value) {
      finding.actor = value;
      return this;
    }

    /** Sets what was seen. */
    public Builder message(SafeText value) {
      finding.message = value;
      return this;
    }

    /** Sets what to do. */
    public Builder remedy(String value) {
      finding.remedy = value;
      return this;
    }

    /** Sets whether to repeat the call, for error findings; else null. */
    public Builder retry(@Nullable String value) {
      finding.retry = value;
      return this;
    }

    /** Sets the HTTP method, or null if the finding is not about one. */
    public Builder method(@Nullable SafeText value) {
      finding.method = value;
      return this;
    }

    /** Sets the path template, or null. */
    public Builder path(@Nullable SafeText value) {
      finding.path = value;
      return this;
    }

    /** Sets the path with each id cut to its first eight characters, or null. */
    public Builder resource(@Nullable SafeText value) {
      finding.resource = value;
      return this;
    }

    /** Sets the documented name of the operation, or null. */
    public Builder operation(@Nullable String value) {
      finding.operation = value;
      return this;
    }

    /** Sets the error code, or null. */
    public Builder errorCode(@Nullable SafeText value) {
      finding.errorCode = value;
      return this;
    }

    /** Sets the link by which a user consents. */
    public Builder consentUrl(@Nullable SafeText value) {
      finding.consentUrl = value;
      return this;
    }

    /** Sets the number of calls that it covers. */
    public Builder count(long value) {
      finding.count = value;
      return this;
    }

    /** Sets the median time between the calls, for a finding about polling. */
    public Builder medianGap(@Nullable Duration value) {
      finding.medianGap = value;
      return this;
    }

    /** Sets the name of the part of the run whose calls it is about. */
    public Builder part(@Nullable SafeText value) {
      finding.part = value;
      return this;
    }

    /** Sets the id of the recipe that says how to mend it, or null. */
    public Builder recipe(@Nullable String value) {
      finding.recipe = value;
      return this;
    }

    /** Sets the calls, newest first, at most 50. */
    public Builder evidence(List<Evidence> value) {
      finding.evidence = List.copyOf(value);
      return this;
    }

    /** Sets a text that stays the same for the same finding from day to day. */
    public Builder fingerprint(SafeText value) {
      finding.fingerprint = value;
      return this;
    }

    /** Sets the state: open or excused. */
    public Builder state(FindingState value) {
      finding.state = value;
      return this;
    }

    /**
     * Returns the finding.
     *
     * @throws NullPointerException if a part is missing that every finding has
     */
    public Finding build() {
      requireNonNull(finding.title, "title");
      requireNonNull(finding.basis, "basis");
      requireNonNull(finding.category, "category");
      requireNonNull(finding.actor, "actor");
      requireNonNull(finding.message, "message");
      requireNonNull(finding.remedy, "remedy");
      requireNonNull(finding.fingerprint, "fingerprint");
      return new Finding(finding);
    }
  }

  /**
   * A call that a finding rests on.
   *
   * @param timestamp when it ended
   * @param traceToken the trace token, or null
   * @param source where it was read
   * @param status the HTTP status
   */
  public record Evidence(
      Instant timestamp, @Nullable SafeText traceToken, SafeText source, int status) {}
}
