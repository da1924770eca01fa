/** Prints a report in one of ten formats, and reads saved reports. */
@org.jspecify.annotations.NullMarked
package org.golivecheck.render;
