package org.golivecheck.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.golivecheck.report.FailOn;
import org.golivecheck.report.PartKind;
import org.golivecheck.report.Profile;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Checks the calls recorded during a test class, after its last test.
 *
 * <pre>{@code
 * @GoLive(profile = Profile.CURRENT, report = "target/golive.json")
 * class OrdersTest {
 *   @BeforeAll
 *   static void connect(CallRecorder recorder) {
 *     apiClient.getHttpClient().register(new RecordingClientFilter(recorder));
 *   }
 *   // ... the usual tests ...
 * }
 * }</pre>
 *
 * <p>Any constructor or method that JUnit calls can have a {@link
 * org.golivecheck.recorder.CallRecorder} as a parameter. Each class has its own recorder, so
 * classes may run in parallel. {@code @Nested} classes share the recorder of their outer class
 * unless they have this annotation themselves. If a class has a static field of type {@code
 * CallRecorder}, that one is used, for example to set the clock or the capacity.
 *
 * <p>The class fails if its calls would fail the review, or if tests ran but no call was recorded.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(GoLiveExtension.class)
@SuppressWarnings("exports") // Optional dependency: JUnit.
public @interface GoLive {
  /**
   * The profile by which the calls are checked, at most one. Empty for that of the configuration,
   * or {@code CLASSIC}.
   */
  Profile[] profile() default {};

  /**
   * What has its own verdict, at most one kind: each account or integration key. Empty for that of
   * the configuration, or to judge all calls together. The worst verdict decides.
   */
  PartKind[] each() default {};

  /**
   * The lowest severity at which a finding fails the class, at most one; {@code NEVER} only
   * reports. Empty for that of the configuration, or {@code ERROR}.
   */
  FailOn[] failOn() default {};

  /**
   * The configuration file of {@code golive-check}, which sets the profile, thresholds, error
   * classes, filters, suppressions and the baseline. By default the {@code .golive-check.yml} of
   * the working folder or of the nearest folder above that has one; another name for another file,
   * and empty for none. Attributes take precedence over it. Environment variables are not read, and
   * its {@code reports} are not written.
   */
  String config() default ".golive-check.yml";

  /**
   * Known findings, which do not fail the class: ids of rules, such as {@code GL-001} for a class
   * that makes fewer calls than the review examines, or error codes such as {@code
   * ENVELOPE_CANNOT_VOID_INVALID_STATE} for a failure that a test is about.
   */
  String[] except() default {};

  /**
   * The files to write the report to, even if the class fails. The extension decides the format:
   * {@code .json}, {@code .xml} (JUnit), {@code .md}, {@code .sarif}, {@code .csv}, {@code
   * .ndjson}, {@code .html}, {@code .txt}. A <code>{class}</code> in it is replaced by the name of
   * the class, so that classes do not overwrite each other's file.
   */
  String[] report() default {};

  /**
   * A file to append the recorded calls to as NDJSON, for {@code golive-check}; empty for none.
   * Classes and processes may share it, so that a whole test run can be checked at once. Delete it
   * before each run.
   */
  String calls() default "";
}
