/** Reads logs: from bytes to calls, collecting what could not be read. */
@org.jspecify.annotations.NullMarked
package org.golivecheck.log;
