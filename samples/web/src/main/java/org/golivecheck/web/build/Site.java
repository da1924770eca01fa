package org.golivecheck.web.build;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.golivecheck.render.html.HtmlAssets;
import org.golivecheck.render.words.ToolInfo;
import org.golivecheck.report.PartKind;
import org.golivecheck.text.JarText;
import org.teavm.tooling.TeaVMToolException;

/** Builds the site: {@code Site WORK OUT}. */
public final class Site {
  private static final String RUNTIME = "org/teavm/backend/wasm/wasm-gc-runtime.min.js";

  private Site() {}

  /** Builds the site. */
  public static void main(String[] arguments) throws IOException, TeaVMToolException {
    Path work = Files.createDirectories(Path.of(arguments[0]));
    Path out = Files.createDirectories(Path.of(arguments[1]));
    List<Path> path = new ArrayList<>();
    for (String part : System.getProperty("java.class.path").split(File.pathSeparator)) {
      path.add(Path.of(part));
    }
    Path own = path.remove(0);
    Path program = work.resolve("program.wasm");
    if (!Files.exists(program)) {
      Compilation.run(own, path, work);
    }
    String page = page(Files.readAllBytes(program));
    Files.writeString(out.resolve("index.html"), page);
    Files.writeString(out.resolve("golive-check.html"), page);
  }

  private static String page(byte[] program) throws IOException {
    String style = text("page.css");
    String script = text("page.js");
    String runtime =
        new String(
            Site.class.getClassLoader().getResourceAsStream(RUNTIME).readAllBytes(),
            StandardCharsets.UTF_8);
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("POLICY", policy(style, script));
    parts.put("STYLE", style);
    parts.put("EACH", each());
    parts.put("VERSION", ToolInfo.version());
    parts.put("SCRIPT", script);
    parts.put("WORKER", runtime + "\n" + text("worker.js"));
    parts.put("PROGRAM", Base64.getEncoder().encodeToString(compressed(program)));
    String page = text("page.html");
    for (Map.Entry<String, String> part : parts.entrySet()) {
      page = page.replace("@" + part.getKey() + "@", part.getValue());
    }
    return page;
  }

  /** Allows only what is in the page, and in the report that it shows; and no connection. */
  private static String policy(String style, String script) {
    return String.join(
        "; ",
        "default-src 'none'",
        "connect-src 'none'",
        "img-src data:",
        "style-src " + hashes(style, HtmlAssets.STYLE),
        // TeaVM's start of the program makes functions of texts.
        "script-src 'unsafe-eval' 'wasm-unsafe-eval' " + hashes(script, HtmlAssets.SCRIPT),
        "worker-src blob:",
        "base-uri 'none'",
        "form-action 'none'");
  }

  private static String hashes(String... texts) {
    return Stream.of(texts).map(Site::hash).collect(Collectors.joining(" "));
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String each() {
    return Stream.of(PartKind.values())
        .map(kind -> "<option>" + kind.id() + "</option>")
        .collect(Collectors.joining());
  }

  private static byte[] compressed(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip =
        new GZIPOutputStream(packed) {
          {
            def.setLevel(Deflater.BEST_COMPRESSION);
          }
        }) {
      gzip.write(bytes);
    }
    return packed.toByteArray();
  }

  private static String text(String name) {
    return JarText.read(Site.class, name);
  }
}
