package org.golivecheck.render.words;

import org.golivecheck.call.ConsentLink;

/** The text next to the consent link in reports for people. */
public final class ConsentText {
  private ConsentText() {}

  /** Returns what to do with the link for a user's own consent. */
  public static String ofUser(String link) {
    return "The user for whom the integration acts opens this link, signs in and accepts."
        + (ConsentLink.isComplete(link)
            ? ""
            : " Fill in what is in capitals; the redirect URI is one that is registered with the"
                + " integration key.");
  }

  /** Returns what to do with the link for an administrator's consent, and when it is possible. */
  public static String ofAdministrator() {
    return "Instead of each user, an administrator of another organization opens this link, for the"
        + " users of its claimed domains. For an integration key of your own organization the"
        + " administrator authorizes the application in DocuSign Admin > Connected Apps.";
  }
}
