/** Reads client spans of OpenTelemetry. */
@org.jspecify.annotations.NullMarked
package org.golivecheck.log.otel;
