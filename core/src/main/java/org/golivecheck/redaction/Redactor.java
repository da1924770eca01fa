package org.golivecheck.redaction;

import org.golivecheck.redaction.find.Hiding;
import org.jspecify.annotations.Nullable;

/**
 * Turns text from a log into text that may be shown: messages, names, codes and paths alike.
 *
 * <p>The following is hidden. A short mark takes its place.
 *
 * <ul>
 *   <li>{@code [token]}, {@code [secret]}, {@code [key]}: bearer and web tokens, credentials of
 *       other schemes, passwords and other secret fields in JSON, XML, forms, queries, headers and
 *       prose ({@code password is hunter2}), lock tokens, signing-URL tokens, keys of well-known
 *       providers, private keys, long base64;
 *   <li>{@code [email]}, {@code [address]}, {@code [personal]}: e-mail addresses, IP addresses,
 *       telephone, card and bank numbers, and the values of fields that name a person or the like.
 * </ul>
 *
 * <p>They are found in any encoding: JSON escapes, percent encoding, entities, base64, and the
 * escapes of log formats, nested as the text has them.
 *
 * <p>The ids of accounts, envelopes and users are kept: they are needed to look into a finding.
 * Marks of other tools are kept too. Control characters, terminal sequences, direction overrides
 * and lone surrogates are removed or replaced. Commands to the consoles of build servers are broken
 * by a blank. Line breaks and tabs become a space. A text has at most {@value #MAX_LENGTH}
 * characters; if it was cut, the last three are dots.
 *
 * <p>Redacting twice changes nothing. Immutable and thread-safe.
 */
public final class Redactor {
  /** The longest text that a report shows, in characters. */
  public static final int MAX_LENGTH = 500;

  private final Hiding hiding;

  /** A redactor that hides secrets and personal data. */
  public Redactor() {
    this(Hiding.all(MAX_LENGTH));
  }

  private Redactor(Hiding hiding) {
    this.hiding = hiding;
  }

  /** Returns a redactor that shows personal data, but no tokens, passwords or keys. */
  public static Redactor secretsOnly() {
    return new Redactor(Hiding.secretsOnly(MAX_LENGTH));
  }

  /** Returns the text without secrets, personal data and control characters. */
  public SafeText redact(String text) {
    return new SafeText(hiding.hide(text));
  }

  /**
   * Returns an error code, or null for null. One word of letters, digits, {@code _}, {@code .} and
   * {@code -} is kept, unless it has the shape of a known credential; anything else is redacted as
   * text.
   */
  public @Nullable SafeText redactCode(@Nullable String code) {
    return code == null ? null : new SafeText(hiding.hideCode(code));
  }

  /** Returns the text as {@link #redact} does, or null for null. */
  public @Nullable SafeText redactNullable(@Nullable String text) {
    return text == null ? null : redact(text);
  }
}
