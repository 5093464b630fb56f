package io.github.offload4j.irtests.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.List;
import java.util.Map;

/** The layers of the code generator, and where LLVM's own types may appear. */
@AnalyzeClasses(packages = "io.github.offload4j", importOptions = DoNotIncludeTests.class)
final class LayersTest {
    private static final String ROOT = "io.github.offload4j.codegen";
    private static final String NATIVE = "org.bytedeco..";

    /** Each package, from the ground up, and the packages that it may use. */
    private static final Map<String, List<String>> USES = Map.ofEntries(
            entry("diagnostic", List.of()),
            entry("abi", List.of("diagnostic")),
            entry("dialect", List.of()),
            entry("ir", List.of("diagnostic", "abi", "dialect")),
            entry("fact", List.of("ir")),
            entry("helper", List.of("diagnostic", "abi", "ir")),
            entry("flow", List.of("ir", "fact", "helper")),
            entry("option", List.of()),
            entry("signature", List.of("diagnostic", "abi", "ir", "option")),
            entry("image", List.of("diagnostic", "abi", "option", "signature")),
            entry("device", List.of("diagnostic", "abi", "ir", "helper", "option", "signature", "image")),
            entry("emit", List.of("diagnostic", "abi", "ir", "helper", "option", "signature", "image")),
            entry("transfer", List.of("diagnostic", "abi", "ir", "fact", "helper", "flow", "signature", "emit")),
            entry("blas", List.of("diagnostic", "abi", "ir", "signature", "root")),
            entry("lower", List.of("diagnostic", "abi", "ir", "option", "signature", "image", "root")),
            entry("analysis", List.of("diagnostic", "abi", "ir", "fact", "helper", "flow", "lower", "root")));

    @ArchTest
    static final ArchRule aPackageUsesThoseBelowIt = layers();

    private static ArchRule layers() {
        LayeredArchitecture layers = layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage(ROOT + "..")
                .ensureAllClassesAreContainedInArchitectureIgnoring(not(resideInAPackage(ROOT + "..")))
                .layer("root")
                .definedBy(ROOT);
        for (String name : USES.keySet()) {
            layers = layers.layer(name).definedBy(ROOT + "." + name + "..");
        }
        for (Map.Entry<String, List<String>> use : USES.entrySet()) {
            LayeredArchitecture.LayerDependencySpecification layer = layers.whereLayer(use.getKey());
            layers = use.getValue().isEmpty()
                    ? layer.mayNotAccessAnyLayer()
                    : layer.mayOnlyAccessLayers(use.getValue().toArray(String[]::new));
        }
        return layers;
    }

    @ArchTest
    static final ArchRule noPackagesUseEachOther =
            slices().matching(ROOT + ".(*)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theSitesAreReadWithoutTheChecks = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage(ROOT + ".analysis..")
            .layer("site")
            .definedBy(ROOT + ".analysis.site")
            .layer("checks")
            .definedBy(ROOT + ".analysis")
            .whereLayer("site")
            .mayNotAccessAnyLayer();

    @ArchTest
    static final ArchRule emitIsAnInternalMatter = classes()
            .that()
            .resideInAPackage(ROOT + ".emit")
            .should()
            .onlyBeAccessed()
            .byAnyPackage(ROOT, ROOT + ".emit", ROOT + ".transfer");

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
            .resideInAnyPackage(
                    ROOT + ".diagnostic",
                    ROOT + ".abi",
                    ROOT + ".dialect",
                    ROOT + ".option",
                    ROOT + ".image",
                    ROOT + ".device",
                    ROOT + ".emit",
                    ROOT + ".fact",
                    ROOT + ".helper",
                    ROOT + ".flow..",
                    ROOT + ".transfer",
                    ROOT + ".analysis.*")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(NATIVE);

    @ArchTest
    static final ArchRule theBoundaryKnowsHandlesAndNoMore = noClasses()
            .that()
            .resideInAnyPackage(ROOT, ROOT + ".signature", ROOT + ".lower", ROOT + ".analysis")
            .should()
            .dependOnClassesThat(resideInAPackage(NATIVE)
                    .and(not(nameMatching("(\\[L)?org\\.bytedeco\\.llvm\\.LLVM\\.LLVM\\w+Ref;?"))));
}
