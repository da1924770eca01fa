package org.golivecheck.call;

/**
 * The error of a single item inside a 2xx body ({@code errorDetails}).
 *
 * @param code the item's error code, never empty
 * @param message the item's message, empty where it has none
 */
public record ItemError(String code, String message) {}
