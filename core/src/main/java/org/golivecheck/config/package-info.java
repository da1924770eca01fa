/**
 * The configuration: every key declared once, read from a file in YAML and from the environment.
 */
@org.jspecify.annotations.NullMarked
package org.golivecheck.config;
