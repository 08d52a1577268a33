package dev.campanile.profile;

import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.NullMarked;

/** What CONTRIBUTING asks of the code and a build can check. */
@AnalyzeClasses(
    packages = "dev.campanile.profile",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ConventionsTest {

  @ArchTest
  static final ArchRule namesAreOfTheField =
      noClasses()
          .should()
          .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|DTO|Dto|Constants)")
          .orShould()
          .haveSimpleNameStartingWith("Abstract")
          .orShould()
          .haveNameMatching(".*Base");

  @ArchTest
  static final ArchRule nothingIsInjectedIntoFields =
      fields()
          .should()
          .notBeAnnotatedWith(Inject.class)
          .andShould()
          .notBeAnnotatedWith(ConfigProperty.class);

  @ArchTest
  static final ArchRule packagesAreNullMarked =
      classes()
          .should(
              be(
                  DescribedPredicate.describe(
                      "in a package that is @NullMarked",
                      (JavaClass type) -> type.getPackage().isAnnotatedWith(NullMarked.class))));

  @ArchTest
  static final ArchRule businessTimeIsInjected =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(LocalDateTime.class, "now")
          .orShould()
          .callMethod(ZonedDateTime.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  @ArchTest
  static final ArchRule packagesAreFeatures =
      noClasses()
          .should()
          .resideInAnyPackage(
              "..dto..", "..entity..", "..service..", "..util..", "..common..", "..mapper..");
}
