/** The catalogue of API errors: what each means, whose job it is and what to do. */
@org.jspecify.annotations.NullMarked
package org.golivecheck.rule.error;
