package org.golivecheck.log;

/**
 * A problem as it is kept: the listing is capped for each code, the count is not.
 *
 * @param problem the problem
 * @param count how many problems the row stands for; more than 1 only in the last row of a code
 *     whose listing was cut
 */
public record ProblemCount(LogProblem problem, long count) {}
