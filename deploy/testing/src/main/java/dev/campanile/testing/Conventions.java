package dev.campanile.testing;

import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.NullMarked;

/** What our conventions ask of every service and a build can check. */
public final class Conventions {

  @ArchTest
  static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS =
      noClasses()
          .should()
          .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|DTO|Dto|Constants|Base)")
          .orShould()
          .haveSimpleNameStartingWith("Abstract");

  @ArchTest
  static final ArchRule PACKAGES_ARE_FEATURES =
      noClasses()
          .should()
          .resideInAnyPackage(
              "..dto..", "..entity..", "..service..", "..util..", "..common..", "..mapper..");

  @ArchTest
  static final ArchRule NOTHING_IS_INJECTED_INTO_FIELDS =
      noFields()
          .should()
          .beAnnotatedWith(Inject.class)
          .orShould()
          .beAnnotatedWith(ConfigProperty.class);

  @ArchTest
  static final ArchRule OPTIONAL_IS_A_RETURN_TYPE = noFields().should().haveRawType(Optional.class);

  @ArchTest
  static final ArchRule BUSINESS_TIME_IS_INJECTED =
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
  static final ArchRule PACKAGES_ARE_NULL_MARKED =
      classes()
          .should(
              be(
                  DescribedPredicate.describe(
                      "in a package that is @NullMarked",
                      (JavaClass type) -> type.getPackage().isAnnotatedWith(NullMarked.class))));

  /** What says nothing is closed to everybody; but nobody should have to find that out. */
  @ArchTest
  static final ArchRule EVERY_ENDPOINT_SAYS_WHO_MAY_CALL_IT =
      methods()
          .that()
          .areMetaAnnotatedWith("jakarta.ws.rs.HttpMethod")
          .should(
              be(
                  DescribedPredicate.describe(
                      "annotated with @RolesAllowed or @PermitAll, or of a class that is",
                      (JavaMethod method) -> saysWho(method) || saysWho(method.getOwner()))))
          .allowEmptyShould(true);

  private static boolean saysWho(CanBeAnnotated endpoint) {
    return endpoint.isAnnotatedWith(RolesAllowed.class)
        || endpoint.isAnnotatedWith(PermitAll.class);
  }

  private Conventions() {}
}
