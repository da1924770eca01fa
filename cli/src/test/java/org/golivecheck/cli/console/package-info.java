/** Tests of streams and messages. */
@org.jspecify.annotations.NullMarked
package org.golivecheck.cli.console;
