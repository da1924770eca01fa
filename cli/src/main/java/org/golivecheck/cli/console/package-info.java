/** The terminal: streams, messages, exit codes. */
@org.jspecify.annotations.NullMarked
package org.golivecheck.cli.console;
