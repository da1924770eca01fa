/** Streams JSON logs of any size within the limits. */
@org.jspecify.annotations.NullMarked
package org.golivecheck.log.json;
