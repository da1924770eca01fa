/** What rules and errors mean, as text. Not part of the public API. */
@org.jspecify.annotations.NullMarked
package org.golivecheck.explain;
