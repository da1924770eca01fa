package org.golivecheck.rule.check;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.golivecheck.call.ApiFamily;
import org.golivecheck.report.Finding;
import org.golivecheck.report.Severity;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.timeline.CallKind;
import org.golivecheck.text.JarText;
import org.golivecheck.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * GL-016: calls by a version of DocuSign's eSignature SDKs that is known for a fault. One finding
 * per version. The user agent names language and version, and not which SDK, so only calls of the
 * eSignature API are judged.
 */
final class OutdatedSdkRule extends Check {
  private static final String PREFIX = "Swagger-Codegen/";

  /** Loaded with the first call of such an SDK. */
  private static final class Known {
    static final Pattern USER_AGENT =
        Pattern.compile(
            PREFIX + "[^/]+/(\\d{1,4}\\.\\d{1,4}\\.\\d{1,4})[^/]*/(C#|Java|Node|PHP|Python|Ruby).*",
            Pattern.CASE_INSENSITIVE);
    static final List<Fault> FAULTS = new ArrayList<>();

    static {
      for (String line : JarText.read(OutdatedSdkRule.class, "sdks.tsv").lines().toList()) {
        FAULTS.add(Fault.of(line));
      }
    }
  }

  /**
   * A fault of some versions of an SDK.
   *
   * @param language the language as the user agent names it
   * @param name the name of the package
   * @param from the first version that has it, or null if all before {@code to} do
   * @param to the first version without it
   * @param security whether it can be exploited
   * @param what the fault, in a few words
   * @param source where DocuSign says so
   */
  private record Fault(
      String language,
      String name,
      @Nullable Version from,
      Version to,
      boolean security,
      String what,
      String source) {

    static Fault of(String line) {
      String[] cells = line.split("\t", -1);
      return new Fault(
          cells[0],
          cells[1],
          cells[2].isEmpty() ? null : Version.of(cells[2]),
          Version.of(cells[3]),
          cells[4].equals("security"),
          cells[5],
          cells[6]);
    }

    boolean isOf(Sdk sdk) {
      return language.equalsIgnoreCase(sdk.language())
          && (from == null || from.compareTo(sdk.version()) <= 0)
          && sdk.version().compareTo(to) < 0;
    }
  }

  /** A version. What comes before a release is taken for the release. */
  private record Version(int major, int minor, int patch) implements Comparable<Version> {
    static Version of(String text) {
      String[] numbers = text.split("\\.", -1);
      return new Version(
          Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]), Integer.parseInt(numbers[2]));
    }

    @Override
    public int compareTo(Version other) {
      int order = Integer.compare(major, other.major);
      order = order != 0 ? order : Integer.compare(minor, other.minor);
      return order != 0 ? order : Integer.compare(patch, other.patch);
    }

    @Override
    public String toString() {
      return major + "." + minor + "." + patch;
    }
  }

  /** What a user agent says. */
  private record Sdk(String language, Version version) {
    static @Nullable Sdk of(@Nullable String userAgent) {
      if (userAgent == null || !userAgent.startsWith(PREFIX)) {
        return null;
      }
      Matcher known = Known.USER_AGENT.matcher(userAgent);
      return known.matches() ? new Sdk(known.group(2), Version.of(known.group(1))) : null;
    }

    // Spelled out for a quick start, see Operation.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Sdk that
          && language.equals(that.language)
          && version.compareTo(that.version) == 0;
    }

    @Override
    public int hashCode() {
      return 31 * (31 * language.hashCode() + version.major()) + version.minor();
    }
  }

  private final IdentityHashMap<CallKind, Evidence> ofKinds = new IdentityHashMap<>();
  private final Map<Sdk, Evidence> found = new LinkedHashMap<>();

  OutdatedSdkRule(ReviewContext context, RuleInfo rule) {
    super(context, rule);
  }

  @Override
  boolean concerns(CallKind kind) {
    Sdk sdk = kind.operation().api() == ApiFamily.ESIGN ? Sdk.of(kind.caller()) : null;
    if (sdk == null || faults(sdk).isEmpty()) {
      return false;
    }
    ofKinds.put(kind, found.computeIfAbsent(sdk, unseen -> new Evidence()));
    return true;
  }

  private static List<Fault> faults(Sdk sdk) {
    List<Fault> faults = new ArrayList<>();
    for (Fault fault : Known.FAULTS) {
      if (fault.isOf(sdk)) {
        faults.add(fault);
      }
    }
    return faults;
  }

  @Override
  void see(TimedCall call) {
    Evidence evidence = ofKinds.get(call.kind());
    if (evidence != null) {
      evidence.add(call.position());
    }
  }

  @Override
  void finish(FindingSink out) {
    found.forEach(
        (sdk, evidence) -> {
          List<Fault> faults = faults(sdk);
          boolean security = false;
          for (Fault fault : faults) {
            security |= fault.security();
          }
          Severity severity = security ? Severity.WARNING : Severity.INFO;
          out.add(severity, evidence.count(), () -> finding(sdk, faults, severity, evidence));
        });
  }

  private Finding finding(Sdk sdk, List<Fault> faults, Severity severity, Evidence evidence) {
    Fault first = faults.get(0);
    Version fixed = first.to();
    List<String> what = new ArrayList<>();
    for (Fault fault : faults) {
      fixed = fixed.compareTo(fault.to()) < 0 ? fault.to() : fixed;
      what.add(
          fault.what()
              + (fault.security() ? " (security; before " : " (before ")
              + fault.to()
              + ")");
    }
    String name = first.name() + " " + sdk.version() + " (" + first.language() + ")";
    return draft()
        .severity(severity)
        .basis(first.source())
        .remedy(
            "Update "
                + first.name()
                + " to "
                + fixed
                + " or later. Between major versions models change: read its change log first.")
        .subject(first.language() + " " + sdk.version())
        .build(
            Words.count(evidence.count(), "call was", "calls were")
                + " made by "
                + name
                + ", in which "
                + String.join("; ", what)
                + ".",
            evidence);
  }
}
