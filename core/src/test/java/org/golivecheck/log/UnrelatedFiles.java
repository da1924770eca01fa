package org.golivecheck.log;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes files that are no logs of DocuSign calls, as people give them by mistake. */
final class UnrelatedFiles {
  /**
   * A file.
   *
   * @param name its name
   * @param bytes its bytes
   * @param told what the message says of it
   */
  @SuppressWarnings("ArrayRecordComponent") // Read once, never compared.
  record Unrelated(String name, byte[] bytes, String told) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static final String[] WORDS = {
    "order", "invoice", "customer", "status", "url", "method", "request", "time", "error",
        "envelope",
    "account", "report", "message", "path", "level", "host", "code", "user", "total", "signature"
  };

  private final List<Unrelated> files = new ArrayList<>();
  private final Random random;
  private int variant;

  private UnrelatedFiles(long seed) {
    random = new Random(seed);
  }

  /** Returns so many variants of each kind of file, the same for the same seed. */
  static List<Unrelated> of(long seed, int variants) {
    UnrelatedFiles files = new UnrelatedFiles(seed);
    for (files.variant = 0; files.variant < variants; files.variant++) {
      files.add();
    }
    return files.files;
  }

  private void add() {
    binaries();
    documents();
    json();
    tables();
    texts();
  }

  private void binaries() {
    file("pdf", "is a PDF", "%PDF-1." + number(8) + "\n%\u00E2\u00E3\u00CF\u00D3\n" + noise(3_000));
    file("png", "is an image", "\u0089PNG\r\n\u001A\n" + noise(500));
    file("jpg", "is an image", "\u00FF\u00D8\u00FF\u00E0\0\u0010JFIF" + noise(500));
    file("gif", "is an image", "GIF89a" + noise(500));
    file(
        "svg",
        "is an image",
        "<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0 0\"/></svg>\n");
    file(
        "doc",
        "is an office document",
        "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1" + noise(900));
    file("bin", "is in no format that can be read", "\0\u0001\u0002" + noise(300));
  }

  private void documents() {
    zip("docx", "is an office document", "[Content_Types].xml", "_rels/.rels", "word/document.xml");
    zip("xlsx", "is an office document", "docProps/app.xml", "xl/workbook.xml", "_rels/.rels");
    zip("odt", "is an office document", "mimetype", "content.xml", "META-INF/manifest.xml");
    zip("jar", "is a Java archive", "META-INF/MANIFEST.MF", "com/example/App.class");
  }

  private void json() {
    String name = word();
    file(
        "package.json",
        "is the package.json of a Node.js project",
        ("{\"name\": \"%s\", \"version\": \"1.%d.0\", \"repository\": {\"type\": \"git\", \"url\":"
                + " \"git@example.com\"}, \"scripts\": {\"start\": \"node .\"}, \"dependencies\":"
                + " {\"docusign-esign\": \"^6\"}}\n")
            .formatted(name, number(9)));
    file(
        "postman_collection.json",
        "is a Postman collection: run it with newman",
        ("{\"info\": {\"name\": \"%s\", \"schema\": \"https://schema.getpostman.com/json/collection"
                + "/v2.1.0/collection.json\"},\n\"item\": [{\"name\": \"get\", \"request\":"
                + " {\"method\": \"GET\", \"url\": {\"raw\": \"https://demo.docusign.net/restapi/v2.1\"}},"
                + " \"response\": []}]}\n")
            .formatted(name));
    file(
        "openapi.json",
        "is an OpenAPI document",
        "{\"%s\": \"%d.0\",\n \"info\": {\"title\": \"%s\"}, \"host\": \"example.com\", \"paths\": {}}"
            .formatted(variant % 2 == 0 ? "openapi" : "swagger", 2 + variant % 2, name));
    file(
        "results.sarif",
        "is a SARIF report",
        ("{\"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\", \"version\": \"2.1.0\","
                + " \"runs\": [{\"tool\": {\"driver\": {\"name\": \"%s\"}}, \"results\": []}]}")
            .formatted(name));
    file(
        "saved.json",
        "is a golive-check report: use golive-check report",
        ("{\n  \"schemaVersion\": 1,\n  \"tool\": {\"name\": \"golive-check\", \"version\":"
                + " \"0.%d\"},\n  \"profile\": \"classic\",\n  \"verdict\": \"PASS\"\n}\n")
            .formatted(number(9)));
    file(
        "tsconfig.json",
        "is the configuration of a TypeScript compiler",
        "{\n  \"compilerOptions\": {\"target\": \"es%d\", \"strict\": true}\n}\n"
            .formatted(2015 + number(8)));
    file(
        "other.json",
        "that is JSON",
        "{\"%s\": {\"%s\": [1, 2, %d]}}\n".formatted(word(), word(), number(99)));
  }

  private void tables() {
    char separator = ",;\t".charAt(variant % 3);
    StringBuilder table = new StringBuilder();
    row(table, separator, "id", "name", "city", "amount");
    for (int i = 0; i < 5; i++) {
      row(table, separator, "" + i, word(), word(), "" + number(1_000));
    }
    file("csv", "is a table without a column for url, status", table.toString());
    file(
        "half.csv",
        "is a table without a column for method, status",
        "url,title,visits\nhttps://example.com/%s,%s,%d\n".formatted(word(), word(), number(99)));
  }

  private static void row(StringBuilder table, char separator, String... cells) {
    table.append(String.join(String.valueOf(separator), cells)).append('\n');
  }

  private void texts() {
    String name = word();
    file(
        "html",
        "is an HTML page",
        "<!DOCTYPE html>\n<html><head><title>%s</title></head><body>Sign in</body></html>\n"
            .formatted(name));
    file(
        "xml",
        "is an XML document",
        "<?xml version=\"1.0\"?>\n<%ss>\n<%s/>\n</%1$ss>\n".formatted(name, name));
    file(
        "junit.xml",
        "is a JUnit report",
        "<?xml version=\"1.0\"?>\n<testsuite name=\"%s\" tests=\"%d\"/>\n"
            .formatted(name, number(9)));
    file(
        "yml",
        "is a YAML file",
        "%s:\n  %s: %d\n  url: http://example.com/\n".formatted(name, word(), number(9)));
    file(
        "golive-check.yml",
        "is a golive-check configuration",
        "# ours\nprofile: current\nfail-on: %s\n"
            .formatted(variant % 2 == 0 ? "error" : "warning"));
    file(
        "eml",
        "is an e-mail",
        ("Received: from mail.example.com by mx\n\tfor <a@example.com>; Sun, 1 Nov 2026\nFrom:"
                + " a@example.com\nTo: b@example.com\nSubject: %s\n\nPlease see the log.\n")
            .formatted(name));
    file(
        "diff",
        "is a diff",
        "diff --git a/%1$s.txt b/%1$s.txt\nindex 1..2 100644\n--- a/%1$s.txt\n+++ b/%1$s.txt\n@@ -1 +1 @@\n-a\n+b\n"
            .formatted(name));
    file("source", "is source code", source(name));
    file("md", "is a Markdown text", "# The %s\n\nHow to read the %s.\n".formatted(name, word()));
    file(
        "txt",
        "that is lines of text",
        "Dear all,\nthe %s of the %s is late, as you know.\nWe expect it on Monday.\n"
            .formatted(name, word()));
    file(
        "brackets.txt",
        "that is lines of text",
        "[%d] Error: the %s failed\n[%1$d] Error: again\n".formatted(400 + number(99), name));
  }

  private String source(String name) {
    return switch (variant % 5) {
      case 0 -> "package com.example;\n\nimport java.util.List;\n\nclass " + name + " {}\n";
      case 1 -> "// Sends it.\nimport { send } from './" + name + "';\nsend();\n";
      case 2 -> "import os\n\ndef " + name + "(url):\n    return url\n";
      case 3 -> "#include <stdio.h>\nint main() { return " + number(9) + "; }\n";
      default -> "<?php\n$" + name + " = 1;\n";
    };
  }

  private void file(String kind, String told, String text) {
    byte[] bytes =
        text.getBytes(
            kind.contains(".") || text.chars().allMatch(c -> c < 128) ? UTF_8 : ISO_8859_1);
    files.add(new Unrelated(variant + "." + kind, bytes, told));
  }

  private void zip(String kind, String told, String... entries) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String entry : entries) {
        zip.putNextEntry(new ZipEntry(entry));
        zip.write(("<" + word() + "/>" + noise(number(200))).getBytes(UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    files.add(new Unrelated(variant + "." + kind, bytes.toByteArray(), told));
  }

  private String noise(int length) {
    StringBuilder noise = new StringBuilder("\0");
    for (int i = 0; i < length; i++) {
      noise.append((char) random.nextInt(256));
    }
    return noise.toString();
  }

  private String word() {
    return WORDS[random.nextInt(WORDS.length)];
  }

  private int number(int bound) {
    return random.nextInt(bound);
  }
}
