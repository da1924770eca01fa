package org.golivecheck.junit;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.golivecheck.recorder.CallRecorder;
import org.golivecheck.recorder.RunningClasses;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.opentest4j.TestAbortedException;

/** Implements {@link GoLive} in JUnit. It has no use without the annotation. */
@SuppressWarnings("exports") // Optional dependency: JUnit.
public final class GoLiveExtension
    implements BeforeAllCallback,
        BeforeEachCallback,
        AfterEachCallback,
        AfterAllCallback,
        InvocationInterceptor,
        ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(GoLiveExtension.class);

  /** For JUnit. */
  public GoLiveExtension() {}

  @Override
  public void beforeAll(ExtensionContext context) {
    enter(context);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    enter(context);
    recorded(context).testBegins(context.getUniqueId());
  }

  private static CallRecorder enter(ExtensionContext context) {
    CallRecorder recorder = recorded(context).recorder();
    RunningClasses.enter(recorder);
    return recorder;
  }

  // A test with a time limit may run in a thread of its own, which only these see.

  @Override
  public void interceptTestMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    enter(context);
    invocation.proceed();
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    enter(context);
    invocation.proceed();
  }

  @Override
  public void interceptDynamicTest(
      Invocation<@Nullable Void> invocation,
      DynamicTestInvocationContext test,
      ExtensionContext context)
      throws Throwable {
    enter(context);
    invocation.proceed();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    boolean aborted =
        context.getExecutionException().filter(TestAbortedException.class::isInstance).isPresent();
    recorded(context).testEnds(context.getUniqueId(), !aborted);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    ExtensionContext owner = owner(context);
    if (owner.getUniqueId().equals(context.getUniqueId())) {
      RecordedClass recorded = owner.getStore(NAMESPACE).get(key(owner), RecordedClass.class);
      // Missing if the settings were wrong, which was reported before the tests.
      if (recorded != null) {
        RunningClasses.leave(recorded.recorder());
        recorded.judge();
        if (!recorded.withoutCall().isEmpty()) {
          context.publishReportEntry("golive-check", recorded.withoutCall());
        }
      }
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == CallRecorder.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    // The constructor of a class with one instance is called before the other methods here.
    return enter(context);
  }

  /** Returns the class of a test. It is created here, since a constructor may be called first. */
  private static RecordedClass recorded(ExtensionContext context) {
    ExtensionContext owner = owner(context);
    return owner
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(
            key(owner), key -> start(owner, reportOwners(context)), RecordedClass.class);
  }

  /** Returns a key for this class only, since a store also searches those of outer classes. */
  private static Object key(ExtensionContext owner) {
    return owner.getRequiredTestClass();
  }

  private static RecordedClass start(
      ExtensionContext owner, ConcurrentMap<Path, String> reportOwners) {
    GoLive settings = settings(owner).orElseThrow();
    owner
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(LastCalls.class, key -> new LastCalls(), LastCalls.class);
    RecordedClass recorded = RecordedClass.of(owner.getRequiredTestClass(), settings);
    for (ReportFile report : recorded.reports()) {
      String other = reportOwners.putIfAbsent(report.path(), recorded.name());
      if (other != null && !other.equals(recorded.name())) {
        throw new IllegalArgumentException(
            ("%s and %s write one report, %s; put {class} into the name that "
                    + "@GoLive(report) gives")
                .formatted(recorded.name(), other, report.path()));
      }
    }
    return recorded;
  }

  /** Fails the run if calls came after the last class, or in no class. */
  @SuppressWarnings("deprecation") // JUnit before 5.13 knows no other way.
  private static final class LastCalls implements CloseableResource, AutoCloseable {
    @Override
    public void close() {
      String calls = RunningClasses.takeUnattributed();
      if (!calls.isEmpty()) {
        throw new AssertionError(calls);
      }
    }
  }

  private static ConcurrentMap<Path, String> reportOwners(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(ReportOwners.class, key -> new ReportOwners(), ReportOwners.class)
        .byPath;
  }

  /** Which class writes which report in a run. */
  private static final class ReportOwners {
    final ConcurrentMap<Path, String> byPath = new ConcurrentHashMap<>();
  }

  /** Returns the context of the innermost class with settings. */
  private static ExtensionContext owner(ExtensionContext context) {
    Optional<ExtensionContext> at = Optional.of(context);
    while (at.isPresent()) {
      if (settings(at.get()).isPresent()) {
        return at.get();
      }
      at = at.get().getParent();
    }
    throw new IllegalStateException(
        context.getRequiredTestClass().getName() + " has no @GoLive; GoLiveExtension goes by it");
  }

  private static Optional<GoLive> settings(ExtensionContext context) {
    Optional<AnnotatedElement> type = context.getElement().filter(Class.class::isInstance);
    return AnnotationSupport.findAnnotation(type, GoLive.class);
  }
}
