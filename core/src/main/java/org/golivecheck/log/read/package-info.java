/** What a log reader is, and what it is given. Not part of the public API. */
@org.jspecify.annotations.NullMarked
package org.golivecheck.log.read;
