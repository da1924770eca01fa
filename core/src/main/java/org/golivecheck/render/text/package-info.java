/** The report for a terminal. */
@org.jspecify.annotations.NullMarked
package org.golivecheck.render.text;
