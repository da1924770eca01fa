package org.golivecheck.benchmarks;

/** The least that a Java process can do: what the start of the command is measured by. */
public final class Hello {
  private Hello() {}

  /** Prints a greeting. */
  public static void main(String[] args) {
    System.out.println("hello, world");
  }
}
