package io.github.offload4j.irtests.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The layers of the code generator, and where LLVM's own types may appear. */
@AnalyzeClasses(packages = "io.github.offload4j", importOptions = DoNotIncludeTests.class)
final class LayersTest {
    private static final String ROOT = "io.github.offload4j.codegen";
    private static final String NATIVE = "org.bytedeco..";

    @ArchTest
    static final ArchRule aPackageUsesThoseBelowIt = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage(ROOT + "..")
            .layer("diagnostic")
            .definedBy(ROOT + ".diagnostic")
            .layer("abi")
            .definedBy(ROOT + ".abi")
            .layer("ir")
            .definedBy(ROOT + ".ir")
            .layer("option")
            .definedBy(ROOT + ".option")
            .layer("signature")
            .definedBy(ROOT + ".signature")
            .layer("emit")
            .definedBy(ROOT + ".emit")
            .layer("root")
            .definedBy(ROOT)
            .whereLayer("diagnostic")
            .mayNotAccessAnyLayer()
            .whereLayer("abi")
            .mayOnlyAccessLayers("diagnostic")
            .whereLayer("ir")
            .mayOnlyAccessLayers("diagnostic", "abi")
            .whereLayer("option")
            .mayNotAccessAnyLayer()
            .whereLayer("signature")
            .mayOnlyAccessLayers("diagnostic", "abi", "ir", "option")
            .whereLayer("emit")
            .mayOnlyAccessLayers("diagnostic", "abi", "ir", "option", "signature");

    @ArchTest
    static final ArchRule noPackagesUseEachOther =
            slices().matching(ROOT + ".(*)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule emitIsAnInternalMatter = classes()
            .that()
            .resideInAPackage(ROOT + ".emit")
            .should()
            .onlyBeAccessed()
            .byAnyPackage(ROOT, ROOT + ".emit");

    @ArchTest
    static final ArchRule theNativeFunctionsAreCalledInOnePackage = noClasses()
            .that()
            .resideInAPackage(ROOT + "..")
            .and()
            .resideOutsideOfPackage(ROOT + ".ir")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.bytedeco.llvm.global..");

    @ArchTest
    static final ArchRule nativeTypesAppearAtTheBoundaryOnly = noClasses()
            .that()
            .resideInAnyPackage(ROOT + ".diagnostic", ROOT + ".abi", ROOT + ".option", ROOT + ".emit")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(NATIVE);

    @ArchTest
    static final ArchRule theBoundaryKnowsHandlesAndNoMore = noClasses()
            .that()
            .resideInAnyPackage(ROOT, ROOT + ".signature")
            .should()
            .dependOnClassesThat(resideInAPackage(NATIVE)
                    .and(not(nameMatching("(\\[L)?org\\.bytedeco\\.llvm\\.LLVM\\.LLVM\\w+Ref;?"))));
}
