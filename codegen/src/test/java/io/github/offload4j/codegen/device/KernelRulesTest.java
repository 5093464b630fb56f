package io.github.offload4j.codegen.device;

import static io.github.offload4j.codegen.device.Kernels.AMD;
import static io.github.offload4j.codegen.device.Kernels.HOST;
import static io.github.offload4j.codegen.device.Kernels.NVIDIA;
import static io.github.offload4j.codegen.device.Kernels.assertCompiles;
import static io.github.offload4j.codegen.device.Kernels.assertCompilesEverywhere;
import static io.github.offload4j.codegen.device.Kernels.assertRefused;
import static io.github.offload4j.codegen.device.Kernels.assertRefusedEverywhere;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which functions can be kernels. */
class KernelRulesTest {
    private static String kernel(String head) {
        return "define " + head + " \"offload-kernel\" {\n  ret void\n}\n";
    }

    @Test
    void aResult() {
        String module = "define i32 @k(ptr %p) \"offload-kernel\" {\n  ret i32 0\n}\n";
        assertRefusedEverywhere(module, "k", "it returns i32; a kernel returns void");
    }

    @Test
    void aVariableNumberOfArguments() {
        assertRefusedEverywhere(kernel("void @k(ptr %p, ...)"), "k", "it takes a variable number of arguments");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sret({ i64, i64 })", "inalloca({ i64, i64 })"})
    void memoryOfTheCaller(String attribute) {
        assertRefusedEverywhere(
                kernel("void @k(ptr " + attribute + " %s)"),
                "k",
                "parameter 1 is the caller's memory; pass its address and map it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fp128", "x86_fp80", "{ i32, x86_fp80 }", "ptr addrspace(1)", "ptr addrspace(3)"})
    void aParameterThatNoDeviceHas(String type) {
        assertRefusedEverywhere(
                kernel("void @k(ptr %p, " + type + " %s)"),
                "k",
                "parameter 2 is " + type
                        + "; a kernel takes pointers, numbers, and structures, arrays and vectors of these");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1025 x i32] %s", "ptr byval([1025 x i32]) align 4 %s"})
    void aValueOfTooManyBytes(String parameter) {
        assertRefusedEverywhere(
                kernel("void @k(" + parameter + ")"),
                "k",
                "parameter 1 has 4100 bytes; up to 4096 are passed by value: pass its address and map it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{} %s", "[0 x i32] %s", "ptr byval({}) %s"})
    void aValueWithoutBytes(String parameter) {
        assertRefusedEverywhere(
                kernel("void @k(" + parameter + ")"), "k", "parameter 1 is a value without any bytes; leave it out");
    }

    @Test
    void aMissingBody() {
        assertRefusedEverywhere("declare void @k(ptr) \"offload-kernel\"\n", "k", "it has no body");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "foo.llvm.17", "k$%", "größe", "1st", "_"})
    void aNameThatPtxDoesNotHave(String name) {
        String module = kernel("void @\"" + name + "\"(ptr %p)");
        assertRefused(NVIDIA, module, name, "PTX does not allow the name; it takes letters, digits, '_' and '$'");
        assertCompiles(AMD, module);
        assertCompiles(HOST, module);
    }

    @ParameterizedTest
    @ValueSource(strings = {"_ZN3fooC1Ev", "$k", "__k", "k_1$2", "K"})
    void aNameThatPtxHas(String name) {
        assertCompilesEverywhere(kernel("void @\"" + name + "\"(ptr %p)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"write", "abort"})
    void aNameOfTheCLibraryThatHostImagesCall(String name) {
        String module = kernel("void @" + name + "(ptr %p)");
        assertRefused(HOST, module, name, "the image calls the C library's function of that name; rename the kernel");
        assertCompiles(NVIDIA, module);
        assertCompiles(AMD, module);
    }

    @ParameterizedTest
    @ValueSource(strings = {"write", "abort"})
    void aHelperWithSuchANameIsAnother(String name) {
        assertCompilesEverywhere(Kernels.kernel(
                "define void @" + name + "(ptr %p) {\n  store i32 1, ptr %p\n  ret void\n}",
                "call void @" + name + "(ptr %p)\nret void"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"internal", "linkonce_odr", "weak hidden", "protected", "dso_local"})
    void anyLinkage(String linkage) {
        assertCompilesEverywhere(kernel(linkage + " void @k(ptr %p)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fastcc", "ptx_kernel", "amdgpu_kernel"})
    void anyCallingConvention(String convention) {
        assertCompilesEverywhere(kernel(convention + " void @k(ptr %p)"));
    }

    @Test
    void noParameters() {
        assertCompilesEverywhere(kernel("void @k()"));
    }

    @Test
    void aKernelThatCallsAnother() {
        assertCompilesEverywhere(
                kernel("void @other(ptr %p)") + Kernels.kernel("", "call void @other(ptr %p)\nret void"));
    }
}
