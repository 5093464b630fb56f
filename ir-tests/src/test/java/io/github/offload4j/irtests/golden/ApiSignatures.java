package io.github.offload4j.irtests.golden;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a user of some packages can see of them, as text: a line for each type and each member. */
final class ApiSignatures {
    /** Names are told apart by their last part. One package has a name like a class's. */
    private static final Pattern QUALIFIER = Pattern.compile("\\b(?:[a-z_][a-z0-9_]*\\.)+(?=[A-Z])(?:LLVM\\.)?");

    private ApiSignatures() {}

    /** Returns the signatures, package by package. */
    static String of(List<String> packages) {
        StringBuilder text = new StringBuilder();
        for (String name : packages) {
            text.append("package ").append(name).append("\n\n");
            types(name).forEach(type -> type(type, text));
        }
        return text.toString();
    }

    /** Returns the signatures of a type's methods of one name. */
    static String of(Class<?> type, String method) {
        return methods(type)
                .filter(signature -> signature.contains(" " + method + "("))
                .map(signature -> "    " + signature + "\n")
                .collect(Collectors.joining(
                        "", "package " + type.getPackageName() + "\n\n" + type.getSimpleName() + "\n", ""));
    }

    private static Stream<Class<?>> types(String name) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages(name).stream()
                        .filter(type -> type.getPackageName().equals(name))
                        .map(JavaClass::reflect)
                        .<Class<?>>map(type -> type)
                        .filter(ApiSignatures::canBeSeen)
                        .sorted(Comparator.comparing(Class::getName));
    }

    /** A nested type can be seen when all that are around it can. */
    private static boolean canBeSeen(Class<?> type) {
        return !type.isSynthetic()
                && (type.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0
                && (type.getDeclaringClass() == null || canBeSeen(type.getDeclaringClass()));
    }

    private static void type(Class<?> type, StringBuilder text) {
        // newer JDKs say of what is sealed that it is, which is seen from whom it permits
        String declaration = type.toGenericString().replaceFirst("\\b(?:non-)?sealed ", "");
        text.append(shorten(declaration + supertypes(type))).append('\n');
        Stream.of(fields(type), constructors(type), methods(type))
                .flatMap(members -> members)
                .forEach(member -> text.append("    ").append(member).append('\n'));
        text.append('\n');
    }

    private static String supertypes(Class<?> type) {
        StringJoiner all = new StringJoiner(", ", " : ", "").setEmptyValue("");
        Type superclass = type.getGenericSuperclass();
        if (superclass != null && superclass != Object.class && !type.isEnum() && !type.isRecord()) {
            all.add(superclass.getTypeName());
        }
        Arrays.stream(type.getGenericInterfaces())
                .map(Type::getTypeName)
                .sorted()
                .forEach(all::add);
        if (type.isSealed()) {
            all.add("permits "
                    + Arrays.stream(type.getPermittedSubclasses())
                            .map(Class::getName)
                            .sorted()
                            .collect(Collectors.joining(" ")));
        }
        return all.toString();
    }

    private static Stream<String> fields(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(ApiSignatures::canBeSeen)
                .map(field -> shorten(withoutOwner(field, field.toGenericString())) + constant(field))
                .sorted();
    }

    /** Constants of the language end up in the code of those who use them. */
    private static String constant(Field field) {
        boolean constant = Modifier.isStatic(field.getModifiers())
                && Modifier.isFinal(field.getModifiers())
                && (field.getType().isPrimitive() || field.getType() == String.class);
        try {
            if (!constant) {
                return "";
            }
            Object value = field.get(null);
            return value instanceof String text ? " = \"" + text + "\"" : " = " + value;
        } catch (IllegalAccessException e) {
            // protected: its users are few
            return "";
        }
    }

    private static Stream<String> constructors(Class<?> type) {
        return Arrays.stream(type.getDeclaredConstructors())
                .filter(ApiSignatures::canBeSeen)
                .map(constructor -> shorten(constructor.toGenericString()))
                .sorted();
    }

    /** Its own, and what it has of a class that cannot be seen. */
    private static Stream<String> methods(Class<?> type) {
        return Stream.concat(
                        Arrays.stream(type.getDeclaredMethods()),
                        Arrays.stream(type.getMethods())
                                .filter(method ->
                                        !canBeSeen(method.getDeclaringClass()) && method.getDeclaringClass() != type))
                .filter(ApiSignatures::canBeSeen)
                .filter(method -> !method.isBridge())
                .map(method -> shorten(withoutOwner(method, method.toGenericString())))
                .distinct()
                .sorted();
    }

    private static boolean canBeSeen(Member member) {
        return !member.isSynthetic() && (member.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0;
    }

    /** Whether a method locks is nobody's business. */
    private static String withoutOwner(Member member, String signature) {
        return signature
                .replace("synchronized ", "")
                .replace(member.getDeclaringClass().getName() + "." + member.getName(), member.getName());
    }

    private static String shorten(String signature) {
        return QUALIFIER
                .matcher(signature)
                .replaceAll("")
                .replace('$', '.')
                .replace(",", ", ")
                .replace(",  ", ", ");
    }
}
