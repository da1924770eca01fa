package org.golivecheck.log;

/**
 * A problem and how often it occurred. The listing is capped for each code, the count is not.
 *
 * @param problem the problem
 * @param count how many problems the row represents; more than 1 only in the last row of a code
 *     whose listing was cut
 */
public record ProblemCount(LogProblem problem, long count) {}
