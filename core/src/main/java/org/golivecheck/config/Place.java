package org.golivecheck.config;

/**
 * Where something stands in a file.
 *
 * @param file the name of the file
 * @param line the line, from 1
 * @param column the column, from 1
 */
record Place(String file, int line, int column) {

  ConfigurationFormatException wrong(String message) {
    return new ConfigurationFormatException(
        "the configuration " + file + ", line " + line + ", column " + column + ": " + message);
  }

  Origin origin() {
    return new Origin(Origin.Kind.FILE, file + ", line " + line);
  }
}
