package org.golivecheck.junit;

import java.util.Optional;
import org.golivecheck.recorder.RunningClasses;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * Sees the tests of all engines of the JUnit Platform. Refuses {@link GoLive} on a class that
 * another engine than Jupiter runs, such as that of JUnit 4 or TestNG, where the annotation would
 * do nothing. Tells {@link RunningClasses} of tests without the annotation.
 */
@SuppressWarnings("exports") // Optional dependency: JUnit.
public final class OtherEngines implements PostDiscoveryFilter, TestExecutionListener {
  private static final String JUPITER = "junit-jupiter";

  /** For JUnit. */
  public OtherEngines() {}

  @Override
  public FilterResult apply(TestDescriptor test) {
    String engine = test.getUniqueId().getEngineId().orElse(JUPITER);
    if (!engine.equals(JUPITER)) {
      test.getSource().flatMap(OtherEngines::judged).ifPresent(type -> refuse(type, engine));
    }
    return FilterResult.included(null);
  }

  private static void refuse(Class<?> type, String engine) {
    throw new JUnitException(
        type.getName()
            + " has @GoLive, but the engine "
            + engine
            + " runs it, which does not know the annotation: nothing would be judged. Make it a"
            + " class of JUnit Jupiter, or remove the annotation and judge a CallRecorder after the"
            + " last test: GoLiveAssertions.assertThat(GoLiveCheck.withDefaults().check(recorder))"
            + ".passesGoLive()");
  }

  @Override
  public void executionStarted(TestIdentifier test) {
    Optional<TestSource> source = test.getSource();
    if (test.isTest() && source.isPresent() && judged(source.get()).isEmpty()) {
      RunningClasses.enterUnjudged();
    }
  }

  /** Returns the class of a test, if it or one around it has the annotation. */
  private static Optional<Class<?>> judged(TestSource source) {
    try {
      Class<?> type =
          source instanceof ClassSource of
              ? of.getJavaClass()
              : source instanceof MethodSource of ? of.getJavaClass() : null;
      for (Class<?> at = type; at != null; at = at.getEnclosingClass()) {
        if (at.isAnnotationPresent(GoLive.class)) {
          return Optional.of(at);
        }
      }
    } catch (RuntimeException | LinkageError e) {
      // The class cannot be loaded here, which its engine reports.
    }
    return Optional.empty();
  }
}
