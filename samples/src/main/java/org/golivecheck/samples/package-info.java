/** Small request logs with a story each, and the generator that writes them. */
@org.jspecify.annotations.NullMarked
package org.golivecheck.samples;
