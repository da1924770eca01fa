/**
 * Judges an integration in its own tests: assertions for AssertJ, {@link
 * org.golivecheck.test.GoLiveAssertions}, and an extension of JUnit, {@link
 * org.golivecheck.test.GoLive}.
 *
 * <p>Optional. The libraries that this package speaks to are not dependencies of golive-check; a
 * class is of use where its library is there, and does no harm where it is not.
 */
@org.jspecify.annotations.NullMarked
package org.golivecheck.test;
