package org.golivecheck.web.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/**
 * Copies classes, and puts our own classes and methods in the place of those that TeaVM's library
 * lacks. A class below the package {@code org.golivecheck.web.jdk} replaces the class with the rest
 * of its name; the methods of a class with {@code MethodsOf} replace methods.
 */
final class Rewriting {
  private static final String REPLACING = "org/golivecheck/web/jdk/";
  private static final String CLASS = ".class";

  private final Set<String> replaced = new HashSet<>();
  private final Map<String, Handle> methods = new HashMap<>();

  private final Remapper names =
      new Remapper() {
        @Override
        public String map(String name) {
          String outer = name.indexOf('$') < 0 ? name : name.substring(0, name.indexOf('$'));
          return replaced.contains(outer) ? REPLACING + name : name;
        }
      };

  /**
   * Creates the rewriting.
   *
   * @param own the folder with the compiled classes of this module
   */
  Rewriting(Path own) throws IOException {
    Path folder = own.resolve(REPLACING);
    for (Path file : classes(folder)) {
      String name = folder.relativize(file).toString().replace('\\', '/').replace(CLASS, "");
      if (name.contains("/")) {
        replaced.add(name);
      } else {
        addMethods(name);
      }
    }
  }

  private void addMethods(String name) {
    Class<?> type;
    Class<?> owner = null;
    try {
      type = Class.forName((REPLACING + name).replace('/', '.'));
      for (Annotation annotation : type.getAnnotations()) {
        if (annotation.annotationType().getSimpleName().equals("MethodsOf")) {
          Method value = annotation.annotationType().getDeclaredMethod("value");
          value.setAccessible(true);
          owner = (Class<?>) value.invoke(annotation);
        }
      }
    } catch (ClassNotFoundException
        | NoSuchMethodException
        | IllegalAccessException
        | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
    if (owner == null) {
      return;
    }
    for (Method method : type.getDeclaredMethods()) {
      if (Modifier.isStatic(method.getModifiers()) && Modifier.isPublic(method.getModifiers())) {
        Handle handle =
            new Handle(
                Opcodes.H_INVOKESTATIC,
                Type.getInternalName(type),
                method.getName(),
                names.mapMethodDesc(Type.getMethodDescriptor(method)),
                false);
        methods.put(key(Type.getInternalName(owner), handle.getName(), handle.getDesc()), handle);
      }
    }
  }

  private static String key(String owner, String name, String descriptor) {
    // What a method returns may be a narrower type than in Java.
    return owner + "." + name + descriptor.substring(0, descriptor.indexOf(')') + 1);
  }

  /** Returns the method to call instead, or null for the same one. */
  private Handle instead(boolean isStatic, String owner, String name, String descriptor) {
    String mapped = names.mapMethodDesc(descriptor);
    String all = isStatic ? mapped : "(L" + names.map(owner) + ";" + mapped.substring(1);
    return methods.get(key(owner, name, all));
  }

  /** Copies the classes of folders and archives into a folder. */
  void copy(List<Path> from, Path to) throws IOException {
    for (Path path : from) {
      if (Files.isDirectory(path)) {
        copyTree(path, to);
      } else {
        try (FileSystem jar = FileSystems.newFileSystem(path)) {
          copyTree(jar.getPath("/"), to);
        }
      }
    }
  }

  private void copyTree(Path root, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = root.relativize(file).toString().replace('\\', '/');
        if (name.startsWith("META-INF/versions") || name.endsWith("module-info.class")) {
          continue;
        }
        Path copy = to.resolve(name);
        Files.createDirectories(copy.getParent());
        byte[] bytes = Files.readAllBytes(file);
        boolean own = name.startsWith(REPLACING);
        boolean ours = replaced.contains(name.replace(CLASS, "").replaceFirst("\\$.*", ""));
        if (!ours) {
          Files.write(copy, name.endsWith(CLASS) && !own ? rewritten(bytes) : bytes);
        }
      }
    }
  }

  private byte[] rewritten(byte[] bytes) {
    ClassWriter written = new ClassWriter(0);
    new ClassReader(bytes).accept(new ClassRemapper(new Calls(written), names), 0);
    return written.toByteArray();
  }

  private static List<Path> classes(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(CLASS)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Replaces calls of methods, and references to them. */
  private final class Calls extends ClassVisitor {
    Calls(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
      return new MethodVisitor(Opcodes.ASM9, next) {
        @Override
        public void visitMethodInsn(
            int opcode, String owner, String called, String type, boolean ofInterface) {
          Handle instead =
              opcode == Opcodes.INVOKESPECIAL
                  ? null
                  : instead(opcode == Opcodes.INVOKESTATIC, owner, called, type);
          if (instead == null) {
            super.visitMethodInsn(opcode, owner, called, type, ofInterface);
          } else {
            super.visitMethodInsn(
                Opcodes.INVOKESTATIC,
                instead.getOwner(),
                instead.getName(),
                instead.getDesc(),
                false);
          }
        }

        @Override
        public void visitInvokeDynamicInsn(
            String called, String type, Handle bootstrap, Object... arguments) {
          for (int i = 0; i < arguments.length; i++) {
            if (arguments[i] instanceof Handle handle
                && (handle.getTag() == Opcodes.H_INVOKESTATIC
                    || handle.getTag() == Opcodes.H_INVOKEVIRTUAL
                    || handle.getTag() == Opcodes.H_INVOKEINTERFACE)) {
              Handle instead =
                  instead(
                      handle.getTag() == Opcodes.H_INVOKESTATIC,
                      handle.getOwner(),
                      handle.getName(),
                      handle.getDesc());
              arguments[i] = instead == null ? handle : instead;
            }
          }
          super.visitInvokeDynamicInsn(called, type, bootstrap, arguments);
        }
      };
    }
  }
}
