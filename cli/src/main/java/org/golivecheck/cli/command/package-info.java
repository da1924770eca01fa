/** The commands, one class for each. */
@org.jspecify.annotations.NullMarked
package org.golivecheck.cli.command;
