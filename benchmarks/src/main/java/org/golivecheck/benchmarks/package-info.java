/**
 * Measures golive-check: the library by JMH, the command as a whole by {@link CommandBenchmark}.
 */
@org.jspecify.annotations.NullMarked
package org.golivecheck.benchmarks;
