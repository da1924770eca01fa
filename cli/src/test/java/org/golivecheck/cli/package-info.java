/** Tests of the command, in process and on the built launcher. */
@org.jspecify.annotations.NullMarked
package org.golivecheck.cli;
