/** The report as one HTML page, with its charts. */
@org.jspecify.annotations.NullMarked
package org.golivecheck.render.html;
