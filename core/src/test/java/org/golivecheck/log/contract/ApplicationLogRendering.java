package org.golivecheck.log.contract;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The log of an application that writes much about its start before the first call. */
final class ApplicationLogRendering implements Rendering {
  private static final String START =
      "2026-11-23T08:59:00.000Z  INFO 4711 --- [main] isv.Application : Bean %d is ready\n";

  @Override
  public String format() {
    return "app-log";
  }

  @Override
  public String variant() {
    return "DocuSign's Java SDK after a long start";
  }

  @Override
  public byte[] render(List<ScenarioCall> calls) {
    StringBuilder start = new StringBuilder();
    for (int i = 0; start.length() < 100_000; i++) {
      start.append(START.replace("%d", Integer.toString(i)));
    }
    byte[] before = start.toString().getBytes(StandardCharsets.UTF_8);
    byte[] log = new JerseyRendering(JerseyRendering.Logger.LOGBACK).render(calls);
    byte[] both = Arrays.copyOf(before, before.length + log.length);
    System.arraycopy(log, 0, both, before.length, log.length);
    return both;
  }
}
