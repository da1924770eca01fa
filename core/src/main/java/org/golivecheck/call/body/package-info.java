/** Reads the bodies of answers for what the rules need of them. Not part of the public API. */
@org.jspecify.annotations.NullMarked
package org.golivecheck.call.body;
