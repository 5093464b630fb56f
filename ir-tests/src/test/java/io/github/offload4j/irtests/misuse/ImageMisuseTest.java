package io.github.offload4j.irtests.misuse;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.offload4j.codegen.abi.RuntimeAbi;
import io.github.offload4j.codegen.device.DeviceCompiler;
import io.github.offload4j.codegen.device.Ptxas;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.image.DeviceImage;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.image.ImageKind;
import io.github.offload4j.codegen.image.ImageRules;
import io.github.offload4j.codegen.image.OffloadBinary;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Targets that are none, kernels that cannot be compiled, and images that are damaged. */
final class ImageMisuseTest {
    private static final DeviceTarget HOST = DeviceTarget.parse("x86_64");
    private static final String KERNEL = "define void @k(ptr %x) \"offload-kernel\" {\n  ret void\n}\n";

    private static DynamicTest target(String text, String message) {
        return Wrong.use("target '" + text + "'", Reason.ARGUMENT, message, () -> DeviceTarget.parse(text));
    }

    @TestFactory
    Stream<DynamicTest> targetsThatAreNone() {
        return Stream.of(
                target(
                        "",
                        "unknown device target ''; the targets are nvptx64:sm_XX, amdgcn:gfxXXX, x86_64 and aarch64"),
                target("riscv", "unknown device target 'riscv'"),
                target("X86_64", "unknown device target 'X86_64'"),
                target("nvptx64", "device target 'nvptx64' names no processor; give for example nvptx64:sm_"),
                target("amdgcn", "device target 'amdgcn' names no processor; give for example amdgcn:gfx"),
                target("nvptx64:", "'' is no processor of nvptx64"),
                target("nvptx64:gfx90a", "'gfx90a' is no processor of nvptx64"),
                target("amdgcn:sm_90", "'sm_90' is no processor of amdgcn"),
                target("nvptx64:sm_90:sm_80", "'sm_90:sm_80' is no processor of nvptx64"),
                target("nvptx64:sm_90\0", "is no processor of nvptx64"),
                target(":", "unknown device target ':'"));
    }

    private static DynamicTest kernel(String use, Reason reason, String message, String text, String target) {
        return Wrong.use(
                use,
                reason,
                message,
                () -> DeviceCompiler.create().compile(text.getBytes(UTF_8), "k.ll", DeviceTarget.parse(target)));
    }

    @TestFactory
    Stream<DynamicTest> kernelsThatCannotBeCompiled() {
        return Stream.of(
                kernel("nothing", Reason.KERNEL, "k.ll has no kernel", "", "x86_64"),
                kernel(
                        "what is no IR",
                        Reason.SYNTAX,
                        "k.ll:1:1: error: expected top-level entity",
                        "kernel",
                        "x86_64"),
                kernel("bytes of zero", Reason.KERNEL, "k.ll has no kernel", "\0\0\0\0", "x86_64"),
                kernel("bitcode that is cut off", Reason.SYNTAX, "k.ll", "BC\u0000", "x86_64"),
                kernel(
                        "what does not verify",
                        Reason.VERIFICATION,
                        "not well formed",
                        KERNEL.replace("ret void", "%a = add i32 %a, 1\n  ret void"),
                        "x86_64"),
                kernel(
                        "no kernel",
                        Reason.KERNEL,
                        "k.ll has no kernel",
                        "define void @f() {\n  ret void\n}\n",
                        "x86_64"),
                kernel(
                        "a kernel that returns",
                        Reason.KERNEL,
                        "'k'",
                        "define i32 @k() \"offload-kernel\" {\n  ret i32 0\n}\n",
                        "x86_64"),
                kernel(
                        "a variadic kernel",
                        Reason.KERNEL,
                        "'k'",
                        "define void @k(...) \"offload-kernel\" {\n  ret void\n}\n",
                        "x86_64"),
                kernel(
                        "a kernel for another target",
                        Reason.KERNEL,
                        "k.ll is for 'amdgcn-amd-amdhsa'",
                        "target triple = \"amdgcn-amd-amdhsa\"\n" + KERNEL,
                        "x86_64"),
                kernel(
                        "constructors of what a kernel uses",
                        Reason.KERNEL,
                        "a kernel uses 'g', and so do the constructors or destructors of",
                        """
                        @g = internal global i32 0
                        @llvm.global_ctors = appending global [1 x { i32, ptr, ptr }] [{ i32, ptr, ptr } { i32 0, ptr @c, ptr null }]
                        define void @c() {
                          store i32 1, ptr @g
                          ret void
                        }
                        define void @k(ptr %x) "offload-kernel" {
                          %v = load i32, ptr @g
                          store i32 %v, ptr %x
                          ret void
                        }
                        """,
                        "x86_64"),
                kernel(
                        "assembly",
                        Reason.KERNEL,
                        "k.ll has assembly outside of functions",
                        "module asm \"nop\"\n" + KERNEL,
                        "x86_64"),
                kernel(
                        "a processor that LLVM does not know",
                        Reason.ARGUMENT,
                        "the bundled LLVM makes no code for processor 'sm_999'",
                        KERNEL,
                        "nvptx64:sm_999"));
    }

    @TestFactory
    Stream<DynamicTest> toolsThatAreNone() {
        return Stream.of(
                Wrong.use("a folder as ptxas", Reason.TOOL, "is not an executable file", () -> Ptxas.at(Path.of("/"))),
                Wrong.use(
                        "no file as ptxas",
                        Reason.TOOL,
                        "'missing' is not an executable file",
                        () -> Ptxas.at(Path.of("missing"))),
                Wrong.use(
                        "a linker that fails",
                        Reason.TOOL,
                        "ptxas failed with exit code 1",
                        () -> DeviceCompiler.create()
                                .withCubinLinker(Ptxas.at(Path.of("/bin/false")))
                                .compile(KERNEL.getBytes(UTF_8), "k.ll", DeviceTarget.parse("nvptx64:sm_90"))));
    }

    private static DeviceImage image(ImageKind kind, byte... content) {
        return new DeviceImage(HOST, kind, content, List.of(), new byte[0]);
    }

    private static byte[] damaged(int at, int value) {
        byte[] bytes = OffloadBinary.write(List.of(image(ImageKind.OBJECT, (byte) 1, (byte) 2)));
        bytes[at] = (byte) value;
        return bytes;
    }

    @TestFactory
    Stream<DynamicTest> imagesThatAreDamaged() {
        byte[] whole = OffloadBinary.write(List.of(image(ImageKind.OBJECT, (byte) 1, (byte) 2)));
        return Stream.of(
                Wrong.use(
                        "another magic number",
                        Reason.SYNTAX,
                        "the offload binary is malformed",
                        () -> OffloadBinary.read(damaged(0, 0))),
                Wrong.use(
                        "another version",
                        Reason.SYNTAX,
                        "the offload binary is malformed",
                        () -> OffloadBinary.read(damaged(4, 77))),
                Wrong.use(
                        "a size that is too large",
                        Reason.SYNTAX,
                        "the offload binary is malformed",
                        () -> OffloadBinary.read(damaged(14, 127))),
                Wrong.use(
                        "a size that is negative",
                        Reason.SYNTAX,
                        "the offload binary is malformed",
                        () -> OffloadBinary.read(damaged(15, 255))),
                Wrong.use(
                        "an offset that is negative",
                        Reason.SYNTAX,
                        "the offload binary is malformed",
                        () -> OffloadBinary.read(damaged(23, 255))),
                Wrong.use(
                        "half of it",
                        Reason.SYNTAX,
                        "the offload binary is malformed",
                        () -> OffloadBinary.read(Arrays.copyOf(whole, whole.length / 2))),
                Wrong.use(
                        "an image of no bytes",
                        Reason.ARGUMENT,
                        "the runtime would skip the image for x86_64",
                        () -> ImageRules.check(image(ImageKind.OBJECT), RuntimeAbi.LLVM_22)),
                Wrong.use(
                        "an image that is no ELF file",
                        Reason.ARGUMENT,
                        "the runtime would skip the image for x86_64",
                        () -> ImageRules.check(image(ImageKind.OBJECT, (byte) 1), RuntimeAbi.LLVM_22)));
    }
}
