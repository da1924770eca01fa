/** Tests of fetching, against a server on this machine. */
@org.jspecify.annotations.NullMarked
package org.golivecheck.cli.fetch;
