/** The rules: from calls to a verdict and findings. */
@org.jspecify.annotations.NullMarked
package org.golivecheck.rule;
