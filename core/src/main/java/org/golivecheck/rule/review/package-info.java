/** The review: leads the rules over the calls and puts the report together. */
@org.jspecify.annotations.NullMarked
package org.golivecheck.rule.review;
