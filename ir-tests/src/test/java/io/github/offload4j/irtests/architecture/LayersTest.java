package io.github.offload4j.irtests.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
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
            entry("flow", List.of("abi", "ir", "fact", "helper")),
            entry("option", List.of("diagnostic")),
            entry("signature", List.of("diagnostic", "abi", "ir", "option")),
            entry("image", List.of("diagnostic", "abi", "option", "signature")),
            entry("device", List.of("diagnostic", "abi", "ir", "helper", "flow", "option", "signature", "image")),
            entry("emit", List.of("diagnostic", "abi", "ir", "helper", "option", "signature", "image")),
            entry(
                    "transfer",
                    List.of("diagnostic", "abi", "ir", "fact", "helper", "flow", "option", "signature", "emit")),
            entry("session", List.of("diagnostic", "abi", "ir", "option", "signature", "image", "emit", "transfer")),
            entry("root", List.of("diagnostic", "abi", "ir", "option", "signature", "image", "emit", "session")),
            entry("library", List.of("diagnostic", "abi", "ir", "signature", "root")),
            entry(
                    "lower",
                    List.of(
                            "diagnostic",
                            "abi",
                            "ir",
                            "flow",
                            "option",
                            "signature",
                            "image",
                            "emit",
                            "session",
                            "root")),
            entry(
                    "analysis",
                    List.of("diagnostic", "abi", "ir", "fact", "helper", "flow", "device", "emit", "lower", "root")));

    @ArchTest
    static final ArchRule aPackageUsesThoseBelowIt = layers();

    private static ArchRule layers() {
        LayeredArchitecture layers = layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage(ROOT + "..")
                .ensureAllClassesAreContainedInArchitectureIgnoring(not(resideInAPackage(ROOT + "..")));
        for (String name : USES.keySet()) {
            layers = layers.layer(name).definedBy(name.equals("root") ? ROOT : ROOT + "." + name + "..");
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
    static final ArchRule noPackagesOfTheRuntimeUseEachOther =
            slices().matching("io.github.offload4j.runtime.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noPackagesOfTheToolsUseEachOther =
            slices().matching("io.github.offload4j.tools.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noPartsOfEmissionUseEachOther =
            slices().matching(ROOT + ".emit.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule sitesUseTheGlobalsAndTheHelpersAndNeverTheirOwner = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage(ROOT + ".emit..")
            .layer("runtime")
            .definedBy(ROOT + ".emit.runtime")
            .layer("global")
            .definedBy(ROOT + ".emit.global")
            .layer("support")
            .definedBy(ROOT + ".emit.support")
            .layer("register")
            .definedBy(ROOT + ".emit.register")
            .layer("site")
            .definedBy(ROOT + ".emit.site")
            .layer("owner")
            .definedBy(ROOT + ".emit")
            .whereLayer("runtime")
            .mayNotAccessAnyLayer()
            .whereLayer("global")
            .mayOnlyAccessLayers("runtime")
            .whereLayer("support")
            .mayOnlyAccessLayers("runtime")
            .whereLayer("register")
            .mayOnlyAccessLayers("runtime", "global")
            .whereLayer("site")
            .mayOnlyAccessLayers("runtime", "global", "support");

    @ArchTest
    static final ArchRule thePublicClassesPointDown = slices().assignedFrom(new SliceAssignment() {
                @Override
                public SliceIdentifier getIdentifierOf(JavaClass type) {
                    return type.getPackageName().equals(ROOT)
                            ? SliceIdentifier.of(type.getFullName().replaceFirst("\\$.*", ""))
                            : SliceIdentifier.ignore();
                }

                @Override
                public String getDescription() {
                    return "classes of the root";
                }
            })
            .should()
            .beFreeOfCycles();

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
            .resideInAPackage(ROOT + ".emit..")
            .should()
            .onlyBeAccessed()
            .byAnyPackage(
                    ROOT,
                    ROOT + ".emit..",
                    ROOT + ".transfer",
                    ROOT + ".session",
                    ROOT + ".lower",
                    ROOT + ".analysis..");

    @ArchTest
    static final ArchRule theChecksKnowOfEmissionWhatWasRecorded = noClasses()
            .that()
            .resideInAPackage(ROOT + ".analysis..")
            .should()
            .dependOnClassesThat(resideInAPackage(ROOT + ".emit..")
                    .and(not(nameMatching(".*\\.emit\\.site\\.(SiteRecord(\\$\\w+)?|Phase|MapTypes|LaunchSizes)"))));

    @ArchTest
    static final ArchRule theSessionIsAnInternalMatter = classes()
            .that()
            .resideInAPackage(ROOT + ".session")
            .should()
            .onlyBeAccessed()
            .byAnyPackage(ROOT, ROOT + ".session", ROOT + ".lower");

    @ArchTest
    static final ArchRule theNativeFunctionsAreCalledInOnePackage = noClasses()
            .that()
            .resideInAPackage(ROOT + "..")
            .and()
            .resideOutsideOfPackage(ROOT + ".ir")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.bytedeco.llvm.global..");

    /** So users give leave to call native code to JavaCPP's modules, and to none of ours. */
    @ArchTest
    static final ArchRule nativeMethodsAreJavaCppsOnly = noMethods().should().haveModifier(JavaModifier.NATIVE);

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
                    ROOT + ".emit..",
                    ROOT + ".session",
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
