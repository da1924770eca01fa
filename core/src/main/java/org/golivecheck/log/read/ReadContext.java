package org.golivecheck.log.read;

import org.golivecheck.log.ReadLimits;

/**
 * What every reader needs.
 *
 * @param limits how much is read
 * @param problems takes what cannot be read
 */
public record ReadContext(ReadLimits limits, ProblemSink problems) {}
