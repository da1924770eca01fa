/**
 * What a user sets: the configuration, with every key declared once, from a file in YAML and from
 * the environment; and the names of the logs.
 */
@org.jspecify.annotations.NullMarked
package org.golivecheck.config;
