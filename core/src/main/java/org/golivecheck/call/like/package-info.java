/** Calls that are like earlier ones, as they are in the bytes of a log. */
@org.jspecify.annotations.NullMarked
package org.golivecheck.call.like;
