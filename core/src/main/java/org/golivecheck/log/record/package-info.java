/**
 * Reads records of named values, as CSV and JSON logs contain them: which name means what, and the
 * call that the values make. Not part of the public API.
 */
@org.jspecify.annotations.NullMarked
package org.golivecheck.log.record;
