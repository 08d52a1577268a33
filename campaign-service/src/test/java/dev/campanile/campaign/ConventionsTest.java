package dev.campanile.campaign;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import dev.campanile.testing.Conventions;

@AnalyzeClasses(packages = "dev.campanile.campaign", importOptions = DoNotIncludeTests.class)
class ConventionsTest {

  @ArchTest static final ArchTests CONVENTIONS = ArchTests.in(Conventions.class);

  @ArchTest
  static final ArchRule FEATURES_DO_NOT_GO_IN_CIRCLES =
      SlicesRuleDefinition.slices()
          .matching("dev.campanile.campaign.(*)..")
          .should()
          .beFreeOfCycles();
}
