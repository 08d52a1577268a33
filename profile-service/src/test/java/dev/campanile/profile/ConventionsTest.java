package dev.campanile.profile;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import dev.campanile.testing.Conventions;

@AnalyzeClasses(packages = "dev.campanile.profile", importOptions = DoNotIncludeTests.class)
class ConventionsTest {

  @ArchTest static final ArchTests CONVENTIONS = ArchTests.in(Conventions.class);
}
