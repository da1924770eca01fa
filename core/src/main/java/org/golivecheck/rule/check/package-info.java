/** The rules, one class each. The registry is {@link org.golivecheck.rule.Rules}. */
@org.jspecify.annotations.NullMarked
package org.golivecheck.rule.check;
