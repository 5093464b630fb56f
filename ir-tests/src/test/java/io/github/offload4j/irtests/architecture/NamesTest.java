package io.github.offload4j.irtests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** One name for one thing. */
final class NamesTest {
    @Test
    void noTwoPublicTypesHaveTheSameSimpleName() {
        Map<String, TreeSet<String>> packages = new HashMap<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages("io.github.offload4j")) {
            if (type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC)) {
                packages.computeIfAbsent(type.getSimpleName(), name -> new TreeSet<>())
                        .add(type.getPackageName());
            }
        }
        Map<String, TreeSet<String>> twice = new TreeMap<>(packages);
        twice.values().removeIf(places -> places.size() == 1);

        assertThat(packages).hasSizeGreaterThan(300);
        assertThat(twice).as("public types with one simple name").isEmpty();
    }
}
