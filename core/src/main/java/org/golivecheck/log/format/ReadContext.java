package org.golivecheck.log.format;

import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.ReadLimits;

/**
 * What a reader needs.
 *
 * @param limits how much is read
 * @param options what a log cannot say of its own format
 * @param problems takes what cannot be read
 */
public record ReadContext(ReadLimits limits, FormatOptions options, ProblemSink problems) {}
