/** The gate: which findings a build excuses, by a baseline or by suppressions. */
@org.jspecify.annotations.NullMarked
package org.golivecheck.gate;
