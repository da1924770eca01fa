@org.jspecify.annotations.NullMarked
package org.golivecheck.cli.config;
