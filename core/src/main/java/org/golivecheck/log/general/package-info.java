/**
 * Reads calls from the lines of any client, by what a line of a call looks like. Not part of the
 * public API.
 */
@org.jspecify.annotations.NullMarked
package org.golivecheck.log.general;
