package org.golivecheck.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.golivecheck.report.FailOn;
import org.golivecheck.report.Profile;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Judges the calls that were recorded during a class of tests, after its last test.
 *
 * <pre>{@code
 * @GoLive(profile = Profile.CURRENT, report = "target/golive.json")
 * class OrderIT {
 *   @BeforeAll
 *   static void connect(CallRecorder recorder) {
 *     apiClient.getHttpClient().register(new RecordingClientFilter(recorder));
 *   }
 *   // ... tests as ever ...
 * }
 * }</pre>
 *
 * <p>A {@link org.golivecheck.recorder.CallRecorder} is a parameter of any constructor or method
 * that JUnit calls. Each class has one of its own, so classes may run in parallel; {@code @Nested}
 * classes share that of their outer class unless they have this annotation themselves. A class with
 * a static field of type {@code CallRecorder} uses that one: for a clock or a capacity of its own.
 *
 * <p>The class fails if its calls would fail, and also if its tests ran and no call was recorded.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(GoLiveExtension.class)
@SuppressWarnings("exports") // Whoever uses it has JUnit.
public @interface GoLive {
  /** By which rule set the calls are judged. */
  Profile profile() default Profile.CLASSIC;

  /** From which severity on a finding fails the class; {@code NEVER} only reports. */
  FailOn failOn() default FailOn.ERROR;

  /**
   * What is known and fails nothing: ids of rules such as {@code GL-001} for a class that makes
   * fewer calls than the review examines, or error codes such as {@code
   * ENVELOPE_CANNOT_VOID_INVALID_STATE} for a failure that a test is about.
   */
  String[] except() default {};

  /**
   * The files to write the report to, also where the class fails; the ending of a name tells the
   * format: {@code .json}, {@code .xml} (JUnit), {@code .md}, {@code .sarif}, {@code .csv}, {@code
   * .ndjson}, {@code .html}, {@code .txt}. A <code>{class}</code> in it stands for the name of the
   * class, so that classes do not write over each other.
   */
  String[] report() default {};

  /**
   * A file to add the recorded calls to as NDJSON, for {@code golive-check}; empty for none.
   * Classes and processes may share it, so that a whole test run can be judged as one; start it
   * anew for every run.
   */
  String calls() default "";
}
