package io.github.offload4j.irtests.misuse;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.lang.reflect.Modifier;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** The classes that users of the library see. */
final class PublicApi {
    private static final String CODEGEN = "io.github.offload4j.codegen";
    private static final String RUNTIME = "io.github.offload4j.runtime";

    /** Exported and meant for users; {@code ir} and {@code abi} are the layers below. */
    private static final Set<String> PACKAGES = Set.of(
            CODEGEN,
            CODEGEN + ".analysis",
            CODEGEN + ".device",
            CODEGEN + ".diagnostic",
            CODEGEN + ".image",
            CODEGEN + ".library",
            CODEGEN + ".lower",
            CODEGEN + ".option",
            CODEGEN + ".signature",
            RUNTIME + ".cuda",
            RUNTIME + ".embedded",
            RUNTIME + ".jit",
            RUNTIME + ".link",
            RUNTIME + ".locate",
            RUNTIME + ".probe",
            RUNTIME + ".testing",
            RUNTIME + ".timeline",
            RUNTIME + ".trace");

    private PublicApi() {}

    static List<JavaClass> classes() {
        return new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages(CODEGEN, RUNTIME).stream()
                        .filter(type -> PACKAGES.contains(type.getPackageName()))
                        .filter(PublicApi::isVisible)
                        .sorted(Comparator.comparing(JavaClass::getName))
                        .toList();
    }

    private static boolean isVisible(JavaClass type) {
        for (Class<?> at = type.reflect(); at != null; at = at.getDeclaringClass()) {
            if (!Modifier.isPublic(at.getModifiers())) {
                return false;
            }
        }
        return true;
    }
}
