/** The report in JSON and NDJSON. */
@org.jspecify.annotations.NullMarked
package org.golivecheck.render.json;
