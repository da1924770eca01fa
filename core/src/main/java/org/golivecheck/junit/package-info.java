/**
 * Checks an integration in its own tests: assertions for AssertJ, {@link
 * org.golivecheck.junit.GoLiveAssertions}, and an extension of JUnit, {@link
 * org.golivecheck.junit.GoLive}.
 *
 * <p>Optional. The libraries used by this package are not dependencies of golive-check. A class can
 * be used if its library is present, and does no harm otherwise.
 */
@org.jspecify.annotations.NullMarked
package org.golivecheck.junit;
