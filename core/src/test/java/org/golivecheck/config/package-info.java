@org.jspecify.annotations.NullMarked
package org.golivecheck.config;
