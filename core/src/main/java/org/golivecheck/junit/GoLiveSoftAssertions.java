package org.golivecheck.junit;

import java.util.function.Consumer;
import org.assertj.core.api.AbstractSoftAssertions;
import org.assertj.core.api.StandardSoftAssertionsProvider;

/**
 * AssertJ's soft assertions, with those on reports.
 *
 * <pre>{@code
 * GoLiveSoftAssertions.assertSoftly(softly -> {
 *   softly.assertThat(report).passesGoLive();
 *   softly.assertThat(report).hasNoErrors("rate-limit");
 * });
 * }</pre>
 */
@SuppressWarnings("exports") // Optional dependency: AssertJ.
public final class GoLiveSoftAssertions extends AbstractSoftAssertions
    implements StandardSoftAssertionsProvider, GoLiveSoftAssertionsProvider {

  /** Starts with no failure. */
  public GoLiveSoftAssertions() {}

  /**
   * Runs assertions and then fails with all of their failures, if there are any.
   *
   * @throws AssertionError if any assertion failed
   */
  public static void assertSoftly(Consumer<GoLiveSoftAssertions> assertions) {
    GoLiveSoftAssertions softly = new GoLiveSoftAssertions();
    assertions.accept(softly);
    softly.assertAll();
  }
}
