/** Prints a report in one of ten formats, and reads a saved report back. */
@org.jspecify.annotations.NullMarked
package org.golivecheck.render;
