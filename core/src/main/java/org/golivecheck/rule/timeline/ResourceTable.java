package org.golivecheck.rule.timeline;

import java.util.Arrays;
import org.golivecheck.call.CallUrl;
import org.golivecheck.call.PathIds;
import org.jspecify.annotations.Nullable;

/**
 * What the URLs of calls lead to, as numbers that rules can compare and count by. Each URL is
 * worked out once, when it is first asked for.
 */
final class ResourceTable {
  /** Stands for an envelope or account where a path names none. */
  static final int NONE = -1;

  private static final int LIST = -2;
  private static final int NOT_YET = -3;

  private final TextTable urls;
  private final int[] resources;
  private final int[] envelopes;
  private final int[] accounts;

  /** Holds {@code /GUID}, which the table packs. */
  private final TextTable envelopeIds = new TextTable();

  private final Interner<String> accountIds = new Interner<>(String::length);

  private int last = -1;
  private String lastText = "";

  ResourceTable(TextTable urls) {
    this.urls = urls;
    resources = new int[urls.size()];
    envelopes = new int[urls.size()];
    accounts = new int[urls.size()];
    Arrays.fill(resources, NOT_YET);
    Arrays.fill(envelopes, NOT_YET);
  }

  /**
   * Returns the number of the path that a URL leads to: without query and trailing slash, GUIDs
   * compared ignoring case.
   */
  int resource(int url) {
    if (resources[url] == NOT_YET) {
      read(url);
      // Most URLs are their own key: the text is in the table, and need not be looked up.
      resources[url] =
          isOwnKey(lastText) ? url : urls.id(PathIds.resourceKey(CallUrl.parse(lastText)));
    }
    return resources[url];
  }

  /** Returns the number of the envelope that a URL leads to or below, or {@link #NONE}. */
  int envelope(int url) {
    return Math.max(found(url), NONE);
  }

  /** Returns the GUID of the envelope of a number, in lower case. */
  String envelopeId(int envelope) {
    return envelopeIds.get(envelope).substring(1);
  }

  /** Returns whether a URL leads to the list of envelopes. */
  boolean isEnvelopeList(int url) {
    return found(url) == LIST;
  }

  /** Returns the number of the account in a URL, or {@link #NONE}. */
  int account(int url) {
    found(url);
    return accounts[url];
  }

  /** Returns the account of a number, in lower case. */
  String accountId(int account) {
    return accountIds.get(account);
  }

  private int found(int url) {
    if (envelopes[url] == NOT_YET) {
      read(url);
      PathIds ids = PathIds.of(CallUrl.parse(lastText));
      String envelope = ids.envelopeId();
      if (ids.kind() == PathIds.Kind.ENVELOPE_LIST) {
        envelopes[url] = LIST;
      } else {
        envelopes[url] = envelope == null ? NONE : envelopeIds.id("/" + envelope);
      }
      accounts[url] = number(ids.accountId());
    }
    return envelopes[url];
  }

  private int number(@Nullable String account) {
    return account == null ? NONE : accountIds.id(account);
  }

  /** Unpacks a URL, unless it was the last one: rules ask for all of one at a time. */
  private void read(int url) {
    if (url != last) {
      lastText = urls.get(url);
      last = url;
    }
  }

  /** Returns whether a URL is plainly what {@link PathIds#resourceKey} makes of it. */
  private static boolean isOwnKey(String text) {
    int end = text.length();
    if (end < 2 || text.charAt(end - 1) == '/' || text.charAt(1) == '/') {
      return false;
    }
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if ((c >= 'A' && c <= 'Z') || c == '?' || c == '#' || c == ':') {
        return false;
      }
    }
    return true;
  }
}
