/** The report in Markdown. */
@org.jspecify.annotations.NullMarked
package org.golivecheck.render.markdown;
