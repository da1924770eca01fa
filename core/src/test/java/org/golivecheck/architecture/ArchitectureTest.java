package org.golivecheck.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.TSFBuilder;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.golivecheck.call.ApiCall;
import org.golivecheck.log.exchange.ExchangeCalls;
import org.golivecheck.text.Json;

/** Data runs one way, and what the module exports shows nothing but our own types and the JDK's. */
@AnalyzeClasses(packages = "org.golivecheck", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  /** Optional support of the tests of an integration: it speaks to libraries of others. */
  private static final String TEST_SUPPORT = "org.golivecheck.junit";

  private static final Set<String> EXPORTED = exported();

  private static Set<String> exported() {
    return ModuleFinder.of(Path.of("target", "classes")).findAll().stream()
        .flatMap(module -> module.descriptor().exports().stream())
        .map(ModuleDescriptor.Exports::source)
        .collect(Collectors.toSet());
  }

  @ArchTest
  static final ArchRule nothingReachesBackwards =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("text")
          .definedBy("org.golivecheck.text..")
          .layer("call")
          .definedBy("org.golivecheck.call..")
          .layer("redaction")
          .definedBy("org.golivecheck.redaction..")
          .layer("log")
          .definedBy("org.golivecheck.log..")
          .layer("rule")
          .definedBy("org.golivecheck.rule..")
          .layer("report")
          .definedBy("org.golivecheck.report..")
          .layer("gate")
          .definedBy("org.golivecheck.gate..")
          .layer("recorder")
          .definedBy("org.golivecheck.recorder..")
          .layer("render")
          .definedBy("org.golivecheck.render..")
          .layer("listing")
          .definedBy("org.golivecheck.listing..")
          .layer("support")
          .definedBy("org.golivecheck.support..")
          .layer("explain")
          .definedBy("org.golivecheck.explain..")
          .layer("ready")
          .definedBy("org.golivecheck.ready..")
          .layer("config")
          .definedBy("org.golivecheck.config..")
          .layer("front door")
          .definedBy("org.golivecheck")
          .layer("test support")
          .definedBy(TEST_SUPPORT)
          .whereLayer("text")
          .mayNotAccessAnyLayer()
          .whereLayer("call")
          .mayOnlyAccessLayers("text")
          .whereLayer("redaction")
          .mayOnlyAccessLayers("text")
          .whereLayer("log")
          .mayOnlyAccessLayers("text", "call", "redaction")
          .whereLayer("rule")
          .mayOnlyAccessLayers("text", "call", "redaction", "report")
          .whereLayer("report")
          .mayOnlyAccessLayers("text", "call", "redaction")
          .whereLayer("gate")
          .mayOnlyAccessLayers("text", "call", "redaction", "report")
          .whereLayer("recorder")
          .mayOnlyAccessLayers("text", "call", "log", "redaction")
          .whereLayer("render")
          .mayOnlyAccessLayers("text", "call", "redaction", "report", "rule")
          .whereLayer("listing")
          .mayOnlyAccessLayers("text", "call", "log", "redaction", "rule")
          .whereLayer("ready")
          .mayOnlyAccessLayers("text", "call", "redaction", "report", "rule", "render")
          .whereLayer("support")
          .mayOnlyAccessLayers("text", "call", "redaction", "report", "render", "ready")
          .whereLayer("config")
          .mayOnlyAccessLayers("text", "call", "log", "rule", "report", "gate", "render", "ready")
          .whereLayer("explain")
          .mayOnlyAccessLayers("text", "call", "rule")
          .whereLayer("front door")
          .mayOnlyBeAccessedByLayers("test support")
          .whereLayer("test support")
          .mayNotBeAccessedByAnyLayer();

  @ArchTest
  static final ArchRule onlyOneClassConfiguresJson =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(Json.class.getName())
          .should()
          .callConstructor(JsonFactory.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(TSFBuilder.class);

  /** A listing contains calls, which are restored as they are; every other log shows exchanges. */
  @ArchTest
  static final ArchRule onlyOneClassMakesCallsOfLogs =
      noClasses()
          .that()
          .resideInAPackage("org.golivecheck.log..")
          .and()
          .doNotHaveFullyQualifiedName(ExchangeCalls.class.getName())
          .and()
          .doNotHaveFullyQualifiedName("org.golivecheck.log.record.ListedRecord")
          .should()
          .callMethodWhere(target(owner(type(ApiCall.class))).and(target(name("builder"))));

  @ArchTest
  static final ArchRule callsDoNoInputOrOutput =
      noClasses()
          .that()
          .resideInAPackage("org.golivecheck.call")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("java.nio.file..", "java.net..").and(not(type(URLEncoder.class))));

  @ArchTest
  static final ArchRule exportedClassesAreFinalOrSealedOrMeantToBeImplemented =
      classes()
          .that(areExported())
          .and()
          .arePublic()
          .and()
          .areNotInterfaces()
          .and()
          .areNotEnums()
          .and(areNotProxiedByAssertj())
          .should()
          .haveModifier(JavaModifier.FINAL);

  /** More arguments can be mixed up, and one more breaks every caller: a builder breaks none. */
  @ArchTest
  static final ArchRule publicConstructorsHaveAtMostFiveParameters =
      constructors()
          .that()
          .arePublic()
          .and()
          .areDeclaredInClassesThat()
          .arePublic()
          .and()
          .areDeclaredInClassesThat(areExported())
          .should(haveAtMostParameters(5));

  @ArchTest
  static final ArchRule publicSignaturesShowNoTypeOfOthers =
      classes()
          .that(areExported())
          .and()
          .arePublic()
          .and()
          .resideOutsideOfPackage(TEST_SUPPORT)
          .should(showOnlyExportedTypes());

  @ArchTest
  static final ArchRule onlyTestSupportKnowsOptionalLibraries =
      noClasses()
          .that()
          .resideOutsideOfPackage(TEST_SUPPORT)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.assertj..", "org.junit..", "jakarta..", "java.net.http..");

  private static DescribedPredicate<JavaClass> areNotProxiedByAssertj() {
    return DescribedPredicate.describe(
        "are not subclassed for soft assertions",
        type -> !type.isAssignableTo("org.assertj.core.api.AbstractAssert"));
  }

  private static DescribedPredicate<JavaClass> areExported() {
    return DescribedPredicate.describe(
        "are exported", type -> EXPORTED.contains(type.getPackageName()));
  }

  private static ArchCondition<JavaConstructor> haveAtMostParameters(int most) {
    return new ArchCondition<>("have at most " + most + " parameters") {
      @Override
      public void check(JavaConstructor constructor, ConditionEvents events) {
        int parameters = constructor.getRawParameterTypes().size();
        if (parameters > most) {
          events.add(
              SimpleConditionEvent.violated(
                  constructor, constructor.getFullName() + " has " + parameters));
        }
      }
    };
  }

  private static ArchCondition<JavaClass> showOnlyExportedTypes() {
    return new ArchCondition<>("show only exported types and the JDK's in public signatures") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (JavaMember member : type.getMembers()) {
          boolean visible =
              member.getModifiers().contains(JavaModifier.PUBLIC)
                  || member.getModifiers().contains(JavaModifier.PROTECTED);
          if (!visible) {
            continue;
          }
          for (JavaClass shown : member.getAllInvolvedRawTypes()) {
            String name = shown.getBaseComponentType().getPackageName();
            if (!name.isEmpty() && !name.startsWith("java.") && !EXPORTED.contains(name)) {
              events.add(
                  SimpleConditionEvent.violated(
                      member, member.getFullName() + " shows " + shown.getName()));
            }
          }
        }
      }
    };
  }
}
