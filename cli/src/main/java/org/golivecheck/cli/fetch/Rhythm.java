package org.golivecheck.cli.fetch;

import java.time.Duration;

/**
 * How often to fetch a log that takes 50 calls only, and for how long.
 *
 * @param every how long to wait in between
 * @param span after how long to fetch for the last time
 */
public record Rhythm(Duration every, Duration span) {}
