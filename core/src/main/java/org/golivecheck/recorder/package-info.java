/**
 * Records the calls of an HTTP client as they are made, so that a test run can be checked without a
 * log: {@link org.golivecheck.recorder.CallRecorder}.
 */
@org.jspecify.annotations.NullMarked
package org.golivecheck.recorder;
