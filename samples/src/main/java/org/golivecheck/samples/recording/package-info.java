/**
 * Recorders of the calls of further HTTP clients, to be copied: each is one class that needs
 * golive-check and the client alone.
 */
@org.jspecify.annotations.NullMarked
package org.golivecheck.samples.recording;
