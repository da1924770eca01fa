/** What the user types, and what it asks of the library. */
@org.jspecify.annotations.NullMarked
package org.golivecheck.cli.option;
