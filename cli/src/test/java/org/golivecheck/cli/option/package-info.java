/** Tests of options and configuration. */
@org.jspecify.annotations.NullMarked
package org.golivecheck.cli.option;
