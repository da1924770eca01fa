/** Sentences and names that several report formats share. */
@org.jspecify.annotations.NullMarked
package org.golivecheck.render.words;
