/** Folds a time line into the series that charts need. */
@NullMarked
package org.golivecheck.rule.series;

import org.jspecify.annotations.NullMarked;
