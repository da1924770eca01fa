package org.golivecheck.recorder;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.ApiError;
import org.golivecheck.call.CallUrl;
import org.golivecheck.call.Client;
import org.golivecheck.call.ItemError;
import org.golivecheck.redaction.find.Hiding;
import org.golivecheck.redaction.find.SensitiveText;
import org.golivecheck.text.Ascii;
import org.jspecify.annotations.Nullable;

/**
 * Removes secrets and personal data from a call before it is kept. What rules need remains: ids,
 * codes, the host of a referring page, and whether two queries are equal. Thread-safe.
 */
final class RecordRedaction {
  private static final int KEY_BYTES = 32;
  private static final int SHOWN_DIGITS = 12;

  private final Hiding hiding = Hiding.all(ApiError.MAX_TEXT);
  private final HashFunction hmac;

  RecordRedaction() {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    hmac = Hashing.hmacSha256(key);
  }

  /**
   * Returns a call that can be kept.
   *
   * @param took how long the call took, if its response does not say so
   */
  ApiCall redact(ApiCall call, Duration took) {
    List<ItemError> items = new ArrayList<>(call.itemErrors().size());
    for (ItemError item : call.itemErrors()) {
      items.add(new ItemError(hiding.hideCode(item.code()), hiding.hide(item.message())));
    }
    return ApiCall.builder(call.timestamp(), call.method(), url(call.url()), call.status())
        .traceToken(hide(call.traceToken()))
        .source(call.source())
        .client(client(call.client()))
        .legacyAuthentication(call.legacyAuthentication())
        .requestBytes(call.requestBytes())
        .duration(call.duration() == null ? took : call.duration())
        .error(error(call.error()))
        .itemErrors(items)
        .limits(call.limits())
        .answeredByDocuSign(call.answeredByDocuSign())
        .identity(call.identity())
        .vantage(call.vantage())
        .build();
  }

  private Client client(Client client) {
    return new Client(
        hide(client.userAgent()),
        hide(client.sdk()),
        host(client.referer()),
        host(client.origin()),
        hide(client.actsOnBehalfOf()));
  }

  /** Returns only the host of a page, which is all that rules need. */
  private static @Nullable String host(@Nullable String page) {
    String host = CallUrl.hostOfUrl(page);
    return page == null ? null : host.isEmpty() ? "" : "https://" + host;
  }

  private @Nullable ApiError error(@Nullable ApiError error) {
    return error == null
        ? null
        : new ApiError(
            error.code() == null ? null : hiding.hideCode(error.code()),
            hide(error.message()),
            error.form(),
            hide(error.wrapper()),
            hiding.hide(error.text()));
  }

  private @Nullable String hide(@Nullable String text) {
    return text == null ? null : hiding.hide(text);
  }

  private String url(CallUrl url) {
    StringBuilder out = new StringBuilder(url.path().length() + 64);
    if (!url.host().isEmpty()) {
      out.append("https://").append(url.host());
    }
    String path = url.path();
    for (int from = 0; from < path.length(); ) {
      // Segment by segment, since a whole path looks like a long key.
      int slash = path.indexOf('/', from);
      int end = slash < 0 ? path.length() : slash;
      out.append(hiding.hide(path.substring(from, end))).append(slash < 0 ? "" : "/");
      from = end + 1;
    }
    String query = url.query();
    if (query != null) {
      String separator = "?";
      for (String parameter : query.split("&", -1)) {
        out.append(separator).append(parameter(parameter));
        separator = "&";
      }
    }
    return out.toString();
  }

  private String parameter(String parameter) {
    int equals = parameter.indexOf('=');
    String name = Ascii.decoded(equals < 0 ? parameter : parameter.substring(0, equals));
    String value = equals < 0 ? "" : Ascii.decoded(parameter.substring(equals + 1));
    boolean plain = hiding.hide(name).equals(name) && hiding.hide(value).equals(value);
    if (plain && (value.isEmpty() || SensitiveText.ofField(name) == null)) {
      return parameter;
    }
    String shownName = hiding.hide(name).equals(name) ? name : pseudonym(name);
    return equals < 0 ? shownName : shownName + "=" + pseudonym(value);
  }

  /** Returns a text that is the same for the same text, but from which it cannot be recovered. */
  private String pseudonym(String text) {
    return "hidden-" + hmac.hashString(text, UTF_8).toString().substring(0, SHOWN_DIGITS);
  }
}
