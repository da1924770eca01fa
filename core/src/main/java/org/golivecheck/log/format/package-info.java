/** What a log format and its reader are. Not part of the public API. */
@org.jspecify.annotations.NullMarked
package org.golivecheck.log.format;
