package org.golivecheck.web.build;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.teavm.diagnostics.DefaultProblemTextConsumer;
import org.teavm.diagnostics.Problem;
import org.teavm.diagnostics.ProblemSeverity;
import org.teavm.tooling.ConsoleTeaVMToolLog;
import org.teavm.tooling.TeaVMTargetType;
import org.teavm.tooling.TeaVMTool;
import org.teavm.tooling.TeaVMToolException;
import org.teavm.vm.TeaVMOptimizationLevel;

/** Compiles the program of the page, and the library with it, to WebAssembly. */
final class Compilation {
  private static final String MAIN = "org.golivecheck.web.page.Program";
  private static final String TEAVM = "teavm";

  private Compilation() {}

  /**
   * Compiles.
   *
   * @param own the folder with the compiled classes of this module
   * @param libraries the archives and folders of core and of what it needs, and of TeaVM
   * @param work a folder for the result, {@code program.wasm} and {@code program.wasm-runtime.js}
   */
  static void run(Path own, List<Path> libraries, Path work)
      throws IOException, TeaVMToolException {
    Path rewritten = Files.createDirectories(work.resolve("classes"));
    List<Path> translated = new ArrayList<>(List.of(own));
    List<URL> path = new ArrayList<>(List.of(url(rewritten)));
    for (Path library : libraries) {
      if (library.getFileName().toString().startsWith(TEAVM)
          || library.toString().contains("/org/" + TEAVM)) {
        path.add(url(library));
      } else {
        translated.add(library);
      }
    }
    new Rewriting(own).copy(translated, rewritten);
    TeaVMTool tool = new TeaVMTool();
    tool.setClassLoader(
        new URLClassLoader(path.toArray(URL[]::new), Compilation.class.getClassLoader()) {
          @Override
          public URL getResource(String name) {
            URL found = findResource(name);
            return found == null ? super.getResource(name) : found;
          }

          @Override
          public Enumeration<URL> getResources(String name) throws IOException {
            Enumeration<URL> found = findResources(name);
            return found.hasMoreElements() ? found : super.getResources(name);
          }
        });
    tool.setMainClass(MAIN);
    tool.setTargetType(TeaVMTargetType.WEBASSEMBLY_GC);
    tool.setOptimizationLevel(
        Boolean.getBoolean("quick")
            ? TeaVMOptimizationLevel.SIMPLE
            : TeaVMOptimizationLevel.ADVANCED);
    tool.setObfuscated(!Boolean.getBoolean("quick"));
    tool.setTargetDirectory(work.toFile());
    tool.setTargetFileName("program.wasm");
    tool.setStrict(true);
    tool.setLog(new ConsoleTeaVMToolLog(false));
    tool.getProperties().setProperty(Resources.NAMES, resources(rewritten));
    tool.generate();
    boolean failed = false;
    for (Problem problem : tool.getProblemProvider().getProblems()) {
      DefaultProblemTextConsumer text = new DefaultProblemTextConsumer();
      problem.render(text);
      System.err.println(problem.getSeverity() + ": " + text.getText() + at(problem));
      failed |= problem.getSeverity() == ProblemSeverity.ERROR;
    }
    if (failed) {
      throw new IllegalStateException("TeaVM cannot compile the program");
    }
  }

  private static String at(Problem problem) {
    return problem.getLocation() == null
        ? ""
        : " at "
            + problem.getLocation().getMethod()
            + " "
            + problem.getLocation().getSourceLocation();
  }

  private static String resources(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("org/golivecheck"))) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .filter(name -> !name.endsWith(".class"))
          .sorted()
          .collect(Collectors.joining("\n"));
    }
  }

  private static URL url(Path path) throws MalformedURLException {
    return path.toUri().toURL();
  }
}
