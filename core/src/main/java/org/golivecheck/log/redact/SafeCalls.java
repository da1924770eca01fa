package org.golivecheck.log.redact;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.golivecheck.call.ApiCall;
import org.golivecheck.call.ApiError;
import org.golivecheck.call.CallUrl;
import org.golivecheck.call.Grant;
import org.golivecheck.call.Identity;
import org.golivecheck.call.ItemError;
import org.golivecheck.text.Guid;
import org.jspecify.annotations.Nullable;

/** Replaces the ids of calls by pseudonyms, as in logs. Not thread-safe. */
final class SafeCalls {
  private final Pseudonyms pseudonyms;
  private final Urls urls;
  private final SafeTexts texts;

  SafeCalls(Pseudonyms pseudonyms, Removals removals, KnownIds known) {
    this.pseudonyms = pseudonyms;
    urls = new Urls(pseudonyms, removals);
    texts = new SafeTexts(pseudonyms, removals, known);
  }

  /** Returns a call with its URL and integration key replaced, as a log shows them afterwards. */
  ApiCall urlAndKey(ApiCall call) {
    return with(call, call.error());
  }

  /** Returns a call with all its ids replaced. */
  ApiCall of(ApiCall call) {
    ApiError error = call.error();
    return with(
        call,
        error == null
            ? null
            : new ApiError(
                error.code(),
                text(error.message()),
                error.form(),
                error.wrapper(),
                texts.text(error.text())));
  }

  private ApiCall with(ApiCall call, @Nullable ApiError error) {
    Identity identity = call.identity();
    return call
        .withUrl(CallUrl.parse(urls.rewrite(call.method(), call.url().toString())))
        .toBuilder()
        .error(error)
        .itemErrors(
            call.itemErrors().stream()
                .map(item -> new ItemError(item.code(), texts.text(item.message())))
                .toList())
        .identity(
            new Identity(
                id(identity.integrationKey()), id(identity.account()), id(identity.user())))
        // A redirect URI may name its owner.
        .grant(new Grant(call.grant().scopes(), null, call.grant().kind()))
        .build();
  }

  private @Nullable String text(@Nullable String text) {
    return text == null ? null : texts.text(text);
  }

  private @Nullable String id(@Nullable String id) {
    if (id == null) {
      return null;
    }
    byte[] bytes = id.getBytes(UTF_8);
    int guid = bytes.length - Guid.LENGTH;
    if (guid > 0 && Guid.isAt(bytes, guid, bytes.length)) {
      pseudonyms.guid(bytes, guid);
      return new String(bytes, UTF_8);
    }
    return pseudonyms.segment(id);
  }
}
