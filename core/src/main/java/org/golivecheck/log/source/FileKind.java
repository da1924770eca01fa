package org.golivecheck.log.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.golivecheck.log.json.JsonInput;
import org.jspecify.annotations.Nullable;

/**
 * A kind of file that is given by mistake: not a log, but something that can be recognised.
 *
 * @param what its name, with an article
 * @param advice what to do instead; empty if there is no advice
 */
record FileKind(String what, String advice) {
  /** A kind and the test for the start of its files. */
  private record Known<T>(String what, String advice, Predicate<T> test) {}

  private static final String UNPACK = "unpack it, and give the log that is in it";
  private static final String CHECKED = "check the log that it was made from";
  private static final String CONFIGURATION = "name it with --config, and give a log";

  /** How many characters the patterns look at. */
  private static final int LOOK = 4_096;

  /** What comes first in many XML documents. */
  private static final String XML = "(<\\?xml[^>]*>\\s*|<!--.*?-->\\s*|<!DOCTYPE [^>]*>\\s*)*+";

  private static final String COMMENTS =
      "((//|#(?!include)|--|;|\\*)[^\\n"
          + "]*\\n"
          + "|/\\*.*?\\*/|\"\"\".*?\"\"\"|[\"']use strict[\"'];?|\\s)*+";

  private static final Pattern CALL = Pattern.compile("/restapi/|\\bHTTP/[12]");

  // Repeated groups are possessive: others recurse, and overflow the stack with a long text.

  /** By the first bytes. */
  private static final List<Known<String>> BINARIES =
      List.of(
          bytes("a PDF", "", "%PDF-"),
          bytes("an image", "", "\u0089PNG"),
          bytes("an image", "", "GIF8"),
          bytes("an image", "", "\u00FF\u00D8\u00FF"),
          bytes("an image", "", "II*\0"),
          bytes("an image, a sound or a film", "", "RIFF"),
          bytes("an office document", "save its table as CSV", "\u00D0\u00CF\u0011\u00E0"),
          bytes("an office document", "save it as plain text", "{\\rtf"),
          bytes("a 7z archive", UNPACK, "7z\u00BC\u00AF"),
          bytes("a RAR archive", UNPACK, "Rar!"),
          bytes("an xz archive", UNPACK, "\u00FD7zXZ"),
          bytes("a bzip2 archive", UNPACK, "BZh"),
          bytes("a Zstandard archive", UNPACK, "(\u00B5/\u00FD"),
          bytes("a database", "export its calls as CSV", "SQLite format 3"),
          bytes("a Java class", "", "\u00CA\u00FE\u00BA\u00BE"),
          bytes("a network capture", "save the calls as HAR instead", "\u00D4\u00C3\u00B2\u00A1"),
          bytes("a network capture", "save the calls as HAR instead", "\n\r\r\n"));

  /** What golive-check writes into the zip of a support case. */
  private static final List<Known<String>> OURS =
      List.of(
          text("a part of a support case", CHECKED, "A support case on DocuSign API calls"),
          text("a part of a support case", CHECKED, "## Ready for production\\n"),
          text("a part of a support case", CHECKED, "To: [^\\n]*\\nSubject: \\[[^\\n]*\\n\\s*Env"),
          text("a golive-check report", CHECKED, "(PASS|FAIL|NO_VERDICT)  \\w+ profile: "),
          text("a golive-check report", CHECKED, "<!DOCTYPE html>.*content=\"golive-check "));

  /** By the first lines, without blank ones. */
  private static final List<Known<String>> TEXTS =
      List.of(
          text("a golive-check configuration", CONFIGURATION, "# How golive-check runs in"),
          text(
              "a golive-check configuration",
              CONFIGURATION,
              "(#[^\\n]*\\n|\\s)*+profile: *(classic|current|strict)\\b"),
          text(
              "an HTML page",
              "it may be an error page in place of a download",
              "(<!--.*?-->\\s*)?(?i)<(!doctype html|html|head)\\b"),
          text("an image", "", XML + "<svg\\b"),
          text("a JUnit report", "", XML + "<testsuites?\\b"),
          text("an XML document", "", "<(\\?xml\\b|!--|!DOCTYPE |[A-Za-z_][\\w:.-]*[\\s/>])"),
          text(
              "an e-mail message",
              "save the log that is attached to it",
              "((Return-Path|Received|Delivered-To|From|To|Cc|Date|Subject|Message-ID|Reply-To"
                  + "|MIME-Version|EntryReader-[\\w-]+|X-[\\w-]+): [^\\n]*\\n([ \\t][^\\n]*\\n)*+){3}"),
          text(
              "a diff",
              "",
              "(diff --git |commit [0-9a-f]{40}\\b|From [0-9a-f]{40} |Index: \\S+\\r?\\n="
                  + "|--- \\S[^\\n]*\\n\\+\\+\\+ )"),
          text("a key or a certificate", "keep it to yourself", "-----BEGIN [A-Z ]+-----"),
          text("a script", "", "#! ?/"),
          text(
              "an OpenAPI document",
              "it describes an API; give a log of calls",
              "(#[^\\n]*\\n|---\\s*\\n|\\s)*+(openapi|swagger): "),
          text(
              "what newman prints",
              "run it with --reporters json, and give the report of the run",
              "newman\\r?\\n\\r?\\n"));

  /** By the first lines of texts in which no line looks like a call. */
  private static final List<Known<String>> QUIET_TEXTS =
      List.of(
          text(
              "source code",
              "",
              COMMENTS
                  + "(<\\?php\\b|package [\\w.]+;?\\s*\\n"
                  + "|import [\\w{*.\"']|from [\\w.]+ import |#include [<\"]|using"
                  + " [\\w.]+;|namespace"
                  + " [\\w.\\\\]+\\s*[;{]|((public|export|abstract|final|pub|async|static)"
                  + " )*+(class|interface|enum|struct|fn|func|def|function|module|trait) \\w+[^\\n"
                  + ".]*[({:;\\n"
                  + "]|(export )?(const|let|var) [\\w{\\[][^\\n"
                  + "]*=|require[ (_]|use [\\w:\\\\]+;|(CREATE|ALTER|DROP)"
                  + " (TABLE|DATABASE|INDEX|VIEW)\\b|INSERT INTO |SELECT [^\\n"
                  + "]*\\bFROM\\b)"),
          text(
              "a YAML file",
              "",
              "(#[^\\n"
                  + "]*\\n"
                  + "|\\s)*+(---[^\\n"
                  + "]*\\n"
                  + "(#[^\\n"
                  + "]*\\n"
                  + "|\\s)*+)?(- )?[\\w.\"'-]+:( [^\\n"
                  + "]*)?\\r"
                  + "?\\n"
                  + "(#[^\\n"
                  + "]*\\n"
                  + "|\\s)*+(- |[\\w.\"'/-]+:( |\\r"
                  + "?\\n"
                  + "))"),
          text(
              "a file of settings",
              "",
              "([#;][^\\n]*\\n|\\s)*+(\\[[\\w .\"-]+\\]\\s*\\n([#;][^\\n]*\\n|\\s)*+)?"
                  + "([\\w.-]+ *= *[^\\n]*\\n\\s*){2}"),
          text("a Markdown text", "", "#{1,6} \\S[^\\n]*\\n"));

  private static final FileKind REPORT =
      new FileKind("a golive-check report", "use golive-check report");

  /** By members at the top of a JSON object, or of the first one in an array. */
  private static final List<Known<Set<String>>> OBJECTS =
      List.of(
          json("a golive-check baseline", "name it with --baseline", "schemaVersion", "findings"),
          json("a golive-check checklist", "", "schemaVersion", "items"),
          json(
              "a Postman collection",
              "run it with newman and --reporters json, and give the report of the run",
              "info",
              "item"),
          json("a Postman environment", "give a log of calls", "_postman_variable_scope"),
          json("an OpenAPI document", "it describes an API; give a log of calls", "openapi"),
          json("an OpenAPI document", "it describes an API; give a log of calls", "swagger"),
          json("a SARIF report", "", "version", "runs"),
          json("the package.json of a Node.js project", "", "name", "dependencies"),
          json("the package.json of a Node.js project", "", "name", "devDependencies"),
          json("the package.json of a Node.js project", "", "name", "scripts"),
          json("the lock file of a Node.js project", "", "lockfileVersion"),
          json("the configuration of a TypeScript compiler", "", "compilerOptions"),
          json("a notebook", "", "nbformat", "cells"),
          json("a JSON Schema", "", "$schema", "properties"),
          json(
              "the body of one error",
              "golive-check explain says what its code means; for a verdict give a log of calls",
              "errorCode",
              "message"));

  private static Known<String> bytes(String what, String advice, String start) {
    return new Known<>(what, advice, text -> text.startsWith(start));
  }

  private static Known<String> text(String what, String advice, String start) {
    Pattern pattern = Pattern.compile(start, Pattern.DOTALL);
    return new Known<>(what, advice, text -> pattern.matcher(text).lookingAt());
  }

  private static Known<Set<String>> json(String what, String advice, String... members) {
    Set<String> all = Set.of(members);
    return new Known<>(what, advice, names -> names.containsAll(all));
  }

  /** Returns the kind of a file by its first bytes, or null where it is not known. */
  static @Nullable FileKind of(byte[] head, int length) {
    FileKind binary = first(BINARIES, text(head, length));
    if (binary != null) {
      return binary;
    }
    Set<String> members = members(head, length);
    if (!members.isEmpty()) {
      return isReport(members) ? REPORT : first(OBJECTS, members);
    }
    String lines = text(head, length).stripLeading();
    FileKind ours = first(OURS, lines);
    FileKind kind = ours != null ? ours : first(TEXTS, lines);
    return kind != null || CALL.matcher(lines).find() ? kind : first(QUIET_TEXTS, lines);
  }

  /** Returns whether golive-check writes such a file into the zip of a support case. */
  static boolean isOfSupportCase(byte[] head, int length) {
    return isReport(members(head, length))
        || first(OURS, text(head, length).stripLeading()) != null;
  }

  private static boolean isReport(Set<String> members) {
    return members.containsAll(Set.of("schemaVersion", "tool", "verdict"));
  }

  private static <T> @Nullable FileKind first(List<Known<T>> kinds, T start) {
    for (Known<T> kind : kinds) {
      if (kind.test.test(start)) {
        return new FileKind(kind.what, kind.advice);
      }
    }
    return null;
  }

  private static String text(byte[] head, int length) {
    return new String(head, 0, Math.min(length, LOOK), ISO_8859_1);
  }

  /** Returns the names of the members that can be seen; an empty set if it is not JSON. */
  private static Set<String> members(byte[] head, int length) {
    Set<String> names = new HashSet<>();
    try (JsonParser json = JsonInput.head(head, 0, length)) {
      JsonToken token = json.nextToken();
      if (token == JsonToken.START_ARRAY) {
        token = json.nextToken();
      }
      if (token == JsonToken.START_OBJECT) {
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
          json.nextToken();
          names.add(name);
          json.skipChildren();
        }
      }
    } catch (IOException e) {
      // Cut, or broken further on: the names before are good.
    }
    return names;
  }

  /** Returns whether the first bytes are JSON: an object or array, whole or cut. */
  static boolean isJson(byte[] head, int length) {
    try (JsonParser json = JsonInput.head(head, 0, length)) {
      JsonToken token = json.nextToken();
      if (token != JsonToken.START_OBJECT && token != JsonToken.START_ARRAY) {
        return false;
      }
      while (token != null) {
        token = json.nextToken();
      }
      return true;
    } catch (JsonEOFException e) {
      return true;
    } catch (IOException e) {
      return !members(head, length).isEmpty();
    }
  }
}
