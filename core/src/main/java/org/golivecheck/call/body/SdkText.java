package org.golivecheck.call.body;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.golivecheck.call.ApiError.BodyForm;
import org.golivecheck.call.body.BodyText.BodyContent;
import org.golivecheck.call.body.BodyText.Unwrapping;
import org.golivecheck.call.body.JsonBody.CodeToken;
import org.jspecify.annotations.Nullable;

/** Extracts DocuSign's response from the text that an SDK, a tool or a provider put around it. */
final class SdkText {

  /** The maximum number of braces tried as the beginning of a body. */
  private static final int MAX_TRIES = 6;

  private static final Pattern ERROR_CODE =
      Pattern.compile("error_?code", Pattern.CASE_INSENSITIVE);
  private static final Pattern CSHARP = Pattern.compile("Error calling \\w+: ");
  private static final Pattern MAKE = Pattern.compile("^\\[[45]\\d\\d\\] +");
  private static final Pattern APEX = Pattern.compile("dfsle\\.\\w*Exception: ");

  /** The name of Ruby's exception, before its message, or in brackets after it. */
  private static final Pattern RUBY =
      Pattern.compile(
          "(?:#<)?DocuSign_\\w+::ApiError\\b(?!\\))(?:: | \\()?|\\(DocuSign_\\w+::ApiError\\)");

  private static final Pattern RUBY_ARROW = Pattern.compile("(?<=[\"'\\w])\\s*=>\\s*");

  /** The name of a text from an unknown source. */
  private static final String PLAIN = "text";

  private SdkText() {}

  /**
   * Reads a text that is neither JSON nor XML as a whole.
   *
   * @param at how many wrappers were removed already
   */
  static BodyContent read(String text, Unwrapping at) {
    String name = nameOf(text);
    boolean named = !name.equals(PLAIN);
    BodyContent inner = at.mayGoDeeper() ? search(text, at) : null;
    if (inner == null && named) {
      inner = readMessage(text, at);
    }
    if (inner != null) {
      return inner.in(name);
    }
    String message = messageOf(text);
    return new BodyContent(CodeToken.firstIn(message), message, BodyForm.TEXT, named ? name : null);
  }

  private static @Nullable BodyContent search(String text, Unwrapping at) {
    BodyContent content = searchJson(text, at);
    if (content == null) {
      int php = PhpBody.indexIn(text);
      content = php < 0 ? null : PhpBody.read(text, php);
    }
    if (content == null) {
      int xml = text.indexOf("<errorDetails");
      content = xml < 0 ? null : XmlBody.read(text.substring(xml));
    }
    if (content == null && text.contains("=>")) {
      content = searchJson(RUBY_ARROW.matcher(text).replaceAll(": "), at);
    }
    if (content == null && text.contains("\\\"")) {
      content = search(unescape(text), at.deeper());
    }
    return content;
  }

  /** Tries the object around the word errorCode, then the first few objects of the text. */
  private static @Nullable BodyContent searchJson(String text, Unwrapping at) {
    Matcher word = ERROR_CODE.matcher(text);
    for (int tries = 0; tries < MAX_TRIES && word.find(); tries++) {
      BodyContent content = readJsonAt(text, text.lastIndexOf('{', word.start()), at);
      if (content != null) {
        return content;
      }
    }
    int brace = text.indexOf('{');
    for (int tries = 0; tries < MAX_TRIES && brace >= 0; tries++) {
      BodyContent content = readJsonAt(text, brace, at);
      if (content != null) {
        return content;
      }
      brace = text.indexOf('{', brace + 1);
    }
    return null;
  }

  private static @Nullable BodyContent readJsonAt(String text, int brace, Unwrapping at) {
    Map<String, Object> object =
        brace < 0 || !at.mayTry() ? null : JsonTree.firstObject(JsonTree.parse(text, brace));
    BodyContent content = object == null ? null : JsonBody.read(object, at.deeper());
    return content != null && content.tellsCode() ? content : null;
  }

  /** Reads a body that has only a message from an SDK's text without a body that has a code. */
  private static @Nullable BodyContent readMessage(String text, Unwrapping at) {
    int brace = text.indexOf('{');
    while (brace >= 0 && at.mayTry()) {
      Map<String, Object> object = JsonTree.firstObject(JsonTree.parse(text, brace));
      if (object != null && BodyShape.of(object) == BodyShape.MESSAGE) {
        return BodyShape.MESSAGE.read(object);
      }
      brace = text.indexOf('{', brace + 1);
    }
    int tag = text.indexOf('<');
    BodyContent xml = tag < 0 ? BodyContent.EMPTY : XmlBody.read(text.substring(tag));
    return xml.form() == BodyForm.DOCUSIGN ? xml : null;
  }

  /** Removes one layer of backslashes. */
  private static String unescape(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        i++;
        c = text.charAt(i);
        c = c == 'n' || c == 'r' || c == 't' ? ' ' : c;
      }
      plain.append(c);
    }
    return plain.toString();
  }

  private static String messageOf(String text) {
    Matcher apex = APEX.matcher(text);
    if (apex.find()) {
      return text.substring(apex.end());
    }
    Matcher csharp = CSHARP.matcher(text);
    if (csharp.find() && csharp.end() < text.length()) {
      return text.substring(csharp.end());
    }
    Matcher ruby = RUBY.matcher(text);
    if (ruby.find()) {
      boolean before = ruby.end() == text.length();
      return before
          ? text.substring(0, ruby.start()).strip()
          // An inspected exception ends with a bracket, one that Rails logs with a bracket and a
          // colon.
          : text.substring(ruby.end()).strip().replaceFirst("[)>]:?$", "");
    }
    Matcher make = MAKE.matcher(text);
    return make.find() ? text.substring(make.end()) : text;
  }

  private static String nameOf(String text) {
    if (text.contains("Error while requesting server")) {
      return sdkOf(text);
    }
    if (CSHARP.matcher(text).find()) {
      return "C# SDK";
    }
    if (text.contains("HTTP response body:")) {
      return "Python SDK";
    }
    if (RUBY.matcher(text).find() || text.contains("Response body:")) {
      return "Ruby SDK";
    }
    if (isNode(text)) {
      return "Node SDK";
    }
    if (APEX.matcher(text).find()) {
      return "Salesforce toolkit";
    }
    if (MAKE.matcher(text).find()) {
      return "automation tool";
    }
    return PhpBody.indexIn(text) >= 0 ? "PHP serialize" : PLAIN;
  }

  /** The Java, C# and PHP SDKs share a sentence; what follows it differs. */
  private static String sdkOf(String text) {
    if (text.contains("HTTP code [") || PhpBody.indexIn(text) >= 0) {
      return "PHP SDK";
    }
    return text.contains("with response Body: '") ? "Java SDK" : "C# SDK";
  }

  private static boolean isNode(String text) {
    return text.contains("AxiosError")
        || text.contains("Request failed with status code")
        || text.contains("response.body")
        || text.contains("response.text")
        || text.contains("ResponseError");
  }

  /**
   * Reads a body as PHP's {@code serialize} writes it, which old PHP SDKs print into exceptions.
   */
  private static final class PhpBody {
    private static final Pattern STRING = Pattern.compile("s:\\d+:\"(.*?)\";", Pattern.DOTALL);

    private PhpBody() {}

    /** Returns the index of such a body in a text, or -1. */
    static int indexIn(String text) {
      return text.indexOf("O:8:\"stdClass\"");
    }

    /** Returns what the body at an index says, or null if it is not DocuSign's. */
    static @Nullable BodyContent read(String text, int start) {
      List<String> strings = new ArrayList<>();
      // After the last end of a string, each start would search the whole rest in vain.
      int end = Math.max(start, text.lastIndexOf("\";") + 2);
      Matcher matcher = STRING.matcher(text).region(start, end);
      while (matcher.find() && strings.size() < 100) {
        strings.add(matcher.group(1));
      }
      Map<String, Object> body = new LinkedHashMap<>();
      for (int i = 0; i + 1 < strings.size(); i += 2) {
        body.putIfAbsent(strings.get(i).toLowerCase(Locale.ROOT), strings.get(i + 1));
      }
      BodyShape shape = BodyShape.of(body);
      return shape == null ? null : shape.read(body);
    }
  }
}
