/** Lines and times of text logs, for the readers of all formats. Not part of the public API. */
@org.jspecify.annotations.NullMarked
package org.golivecheck.log.text;
