/** Tests of the commands. */
@org.jspecify.annotations.NullMarked
package org.golivecheck.cli.command;
