package ai.myrecruiter.picasso.tests.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

final class ModuleArrowsTest {
  private static final String BASE = "ai.myrecruiter.picasso.";
  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("ai.myrecruiter.picasso");

  @Test
  void modulesDependOnlyAlongTheArrows() {
    layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage("ai.myrecruiter.picasso..")
        .layer("workflows")
        .definedBy(BASE + "workflows..")
        .layer("tasks")
        .definedBy(BASE + "tasks..")
        .layer("local")
        .definedBy(BASE + "local..")
        .layer("cli")
        .definedBy(BASE + "cli..")
        .layer("infra")
        .definedBy(BASE + "infra..")
        .whereLayer("workflows")
        .mayOnlyBeAccessedByLayers("tasks", "local", "cli", "infra")
        .whereLayer("tasks")
        .mayOnlyBeAccessedByLayers("local", "cli")
        .whereLayer("local")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("cli")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("infra")
        .mayNotBeAccessedByAnyLayer()
        .check(PRODUCT);
  }

  @Test
  void noModuleDependsOnThePayload() {
    noClasses().should().dependOnClassesThat().resideInAPackage(BASE + "runtime..").check(PRODUCT);
  }

  @Test
  void theDomainKnowsNoServiceNoFileAndNoNetwork() {
    noClasses()
        .that()
        .resideInAPackage(BASE + "workflows..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "software.amazon..",
            "com.amazonaws..",
            "java.nio.file..",
            "java.net..",
            "java.util.concurrent..")
        .check(PRODUCT);
  }

  @Test
  void theDomainReadsNoClockAndDrawsNoRandomNumbers() {
    noClasses()
        .that()
        .resideInAPackage(BASE + "workflows..")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(InstantSource.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Clock.class)
        .orShould()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .callMethod(UUID.class, "randomUUID")
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(Random.class, SecureRandom.class, ThreadLocalRandom.class)
        .check(PRODUCT);
  }

  @Test
  void timeAndChanceEnterTasksAndStageThroughPortsOnly() {
    noClasses()
        .that()
        .resideInAnyPackage(BASE + "tasks..", BASE + "local..")
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .callMethod(UUID.class, "randomUUID")
        .orShould()
        .callMethod(ThreadLocalRandom.class, "current")
        .orShould()
        .callMethod(Thread.class, "sleep", long.class)
        .check(PRODUCT);
  }

  @Test
  void featurePackagesOfAModuleFormNoCycle() {
    for (var module : new String[] {"workflows", "tasks", "local", "cli"}) {
      slices()
          .matching(BASE + module + ".(*)..")
          .should()
          .beFreeOfCycles()
          .allowEmptyShould(true)
          .check(PRODUCT);
    }
  }

  @Test
  void handlersAreFinalAndHaveBothConstructors() {
    classes()
        .that()
        .areAssignableTo("ai.myrecruiter.picasso.tasks.Task")
        .and()
        .doNotHaveSimpleName("Task")
        .should()
        .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL)
        .andShould(Handlers.HAVE_BOTH_CONSTRUCTORS)
        .check(PRODUCT);
  }

  @Test
  void noClassIsNamedAfterNothing() {
    noClasses()
        .should()
        .haveSimpleNameEndingWith("Util")
        .orShould()
        .haveSimpleNameEndingWith("Utils")
        .orShould()
        .haveSimpleNameEndingWith("Helper")
        .orShould()
        .haveSimpleNameEndingWith("Manager")
        .orShould()
        .haveSimpleNameEndingWith("Impl")
        .orShould()
        .resideInAnyPackage("..util..", "..common..", "..helper..", "..misc..")
        .check(PRODUCT);
  }
}
