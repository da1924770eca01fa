/** Reads from the bodies of responses what the rules need. Not part of the public API. */
@org.jspecify.annotations.NullMarked
package org.golivecheck.call.body;
