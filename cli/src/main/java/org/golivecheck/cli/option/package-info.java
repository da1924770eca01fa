/** The options of the command, and the requests to the library that they make. */
@org.jspecify.annotations.NullMarked
package org.golivecheck.cli.option;
