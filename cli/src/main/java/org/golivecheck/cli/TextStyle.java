package org.golivecheck.cli;

/**
 * How text for people looks.
 *
 * @param width the columns to use
 * @param color whether to colour
 * @param level how much to show
 */
record TextStyle(int width, boolean color, Messages.Level level) {}
