/** What a call is: one API request with its response, as a log shows it. Immutable, no I/O. */
@org.jspecify.annotations.NullMarked
package org.golivecheck.call;
