/**
 * Records of named values, as CSV and JSON logs have them: which name holds what, and the call that
 * the values make.
 */
@org.jspecify.annotations.NullMarked
package org.golivecheck.log.record;
