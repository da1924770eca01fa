package org.golivecheck.support;

/**
 * The people to write to about a finding, in the order in which to ask them.
 *
 * <p>According to DocuSign's article on third-party integrations, ask the provider of the
 * integration and the administrator of the account first: they control how it calls the API and
 * which permissions users have. DocuSign can change what the plan of the account includes, and look
 * up a trace token.
 */
enum SupportChannel {
  PROVIDER(
      "integration-provider",
      "the provider of the integration",
      "They wrote or run the integration, so they can change how it calls the API.",
      "integration-developer"),
  ADMINISTRATOR(
      "account-administrator",
      "the administrator of the DocuSign account",
      "They grant permissions, change users and account settings, and can ask a user to consent.",
      "account-admin",
      "consenting-user",
      "end-user"),
  NETWORK(
      "network-operator",
      "the operator of your network",
      "They run the proxy or gateway between the integration and DocuSign.",
      "network-operator"),
  DOCUSIGN(
      "docusign-support",
      "DocuSign Support",
      "They can enable features that the plan includes, and look up trace tokens. They have no"
          + " control over the integration or the Go-Live review: only the provider can fix"
          + " polling. Let an administrator of the account open the case.",
      "account-plan-owner/docusign-support",
      "docusign-service");

  private final String id;
  private final String label;
  private final String reason;

  @SuppressWarnings("ImmutableEnumChecker") // never exposed or changed
  private final String[] actors;

  SupportChannel(String id, String label, String reason, String... actors) {
    this.id = id;
    this.label = label;
    this.reason = reason;
    this.actors = actors;
  }

  /** Returns whom to ask about a finding. The default is the author of the integration. */
  static SupportChannel of(String actor) {
    for (SupportChannel channel : values()) {
      for (String known : channel.actors) {
        if (known.equals(actor)) {
          return channel;
        }
      }
    }
    return PROVIDER;
  }

  /** Returns the file name of the letter. */
  String id() {
    return id;
  }

  /** Returns a description of the recipient. */
  String label() {
    return label;
  }

  /** Returns why to ask them. */
  String reason() {
    return reason;
  }
}
