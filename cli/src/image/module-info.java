/**
 * The command with all libraries as one module, from which jlink makes a Java that contains it. Open,
 * since jackson-databind fills records and resources are found by name.
 */
open module org.golivecheck.command {
  requires java.logging;
  requires java.net.http;
  requires java.xml;
  requires jdk.crypto.ec; // for the connections of fetch
  requires jdk.unsupported; // for guava
}
