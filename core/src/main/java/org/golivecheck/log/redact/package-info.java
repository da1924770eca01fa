/** Rewrites the parts of a log without secrets and personal data. Not part of the public API. */
@org.jspecify.annotations.NullMarked
package org.golivecheck.log.redact;
