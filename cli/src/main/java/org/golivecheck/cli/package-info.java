/** The command {@code golive-check}: a thin shell over the library. */
@org.jspecify.annotations.NullMarked
package org.golivecheck.cli;
