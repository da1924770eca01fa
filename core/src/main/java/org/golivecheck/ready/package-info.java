/**
 * The checklist for production: what a log and the configuration answer, and whom to ask the rest.
 */
@org.jspecify.annotations.NullMarked
package org.golivecheck.ready;
