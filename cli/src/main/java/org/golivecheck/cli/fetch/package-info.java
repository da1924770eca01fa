/**
 * Fetches request logs from DocuSign by its diagnostics API. The only package that uses a network.
 *
 * <p>A token, a key, and the content of a log never get into a message of this package.
 */
@NullMarked
package org.golivecheck.cli.fetch;

import org.jspecify.annotations.NullMarked;
