package org.golivecheck.config;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.golivecheck.call.Grant;
import org.golivecheck.config.Key.Shape;
import org.golivecheck.ready.Checklist;
import org.golivecheck.ready.Checklist.Question;
import org.golivecheck.ready.Known;
import org.jspecify.annotations.Nullable;

/** The keys of what people answer about the way to production. Few runs load them. */
public final class ReadyKeys {
  static final String SECTION = "ready";

  public static final Key GRANT =
      key(
          "grant",
          ValueType.choice("GRANT", Stream.of(Grant.Kind.values()).map(Grant.Kind::id).toList()),
          "jwt",
          "The OAuth grant by which the integration signs in.",
          null);
  public static final Key REDIRECT_URI =
      key(
          "redirect-uri",
          ValueType.text("URI", "a URI"),
          "https://app.example.com/callback",
          "A redirect URI of the integration key; links of consent contain it.",
          "redirect-uri");
  public static final Key SCOPES =
      key(
          "scopes",
          ValueType.text("SCOPES", "scopes with spaces between them"),
          "signature impersonation",
          "The scopes that the integration asks for; links of consent contain them.",
          "scopes");
  public static final Key ACCOUNT_HOST =
      key(
          "account-host",
          ValueType.choice("HOST", List.of("account-d.docusign.com", "account.docusign.com")),
          "account-d.docusign.com",
          "The host of links of consent if a log does not show the environment.",
          null);
  public static final Key CLASSIFICATION =
      key(
          "classification",
          ValueType.choice("NAME", Known.classifications()),
          "third-party",
          "The classification that is chosen when the key is submitted.",
          null);
  public static final Key REVIEW =
      key(
          "review",
          ValueType.choice("STATE", Known.reviews()),
          "requested",
          "The state of the review as Apps and Keys shows it.",
          null);
  public static final Key SUPPORT_ACCOUNT =
      key(
          "account-id",
          ValueType.text("ID", "the id of an account"),
          "5f2c9b1e-0000-4000-8000-000000000001",
          "The account that letters of golive-check support name.",
          null);
  public static final Key CONTACT =
      key(
          "contact",
          ValueType.text("TEXT", "a name with an address"),
          "Ada Doe, Example Ltd, ada@example.com",
          "The engineer to contact; letters of golive-check support name this person.",
          "contact");

  private ReadyKeys() {}

  private static Key key(
      String name, ValueType type, String example, String meaning, @Nullable String option) {
    return new Key(SECTION + "." + name, Shape.ONE, type, "", example, meaning, option);
  }

  /** Returns all of them, in the order of documentation. */
  static List<Key> list() {
    List<Key> keys =
        new ArrayList<>(
            List.of(
                GRANT,
                REDIRECT_URI,
                SCOPES,
                ACCOUNT_HOST,
                CLASSIFICATION,
                REVIEW,
                SUPPORT_ACCOUNT,
                CONTACT));
    for (Question question : Checklist.questions()) {
      keys.add(
          key(
              question.id(),
              ValueType.FLAG,
              "true",
              "Whether this is met: " + question.title() + ".",
              null));
    }
    return keys;
  }
}
