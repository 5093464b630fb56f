package io.github.offload4j.codegen.device;

import static io.github.offload4j.codegen.device.Kernels.AMD;
import static io.github.offload4j.codegen.device.Kernels.HOST;
import static io.github.offload4j.codegen.device.Kernels.NVIDIA;
import static io.github.offload4j.codegen.device.Kernels.assertCompiles;
import static io.github.offload4j.codegen.device.Kernels.assertCompilesEverywhere;
import static io.github.offload4j.codegen.device.Kernels.assertRefused;
import static io.github.offload4j.codegen.device.Kernels.assertRefusedEverywhere;
import static io.github.offload4j.codegen.device.Kernels.kernel;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What kernels may call, and which variables they may use. */
class ReachableRulesTest {
    private static final String RECURSION =
            "it calls itself, directly or through others, and a kernel's stack is fixed";

    @Test
    void aFunctionThatCallsItself() {
        String helper = "define void @f() {\n  call void @f()\n  ret void\n}";
        assertRefusedEverywhere(kernel(helper, "call void @f()\nret void"), "f", RECURSION);
    }

    @Test
    void functionsThatCallEachOther() {
        String helpers = """
                define void @f() {
                  call void @g()
                  ret void
                }
                define void @g() {
                  call void @f()
                  ret void
                }
                """;
        assertRefusedEverywhere(kernel(helpers, "call void @f()\nret void"), "f", RECURSION);
    }

    /** On a thread with as little room as a virtual machine gives one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "define internal void @f%1$d() noinline {\n  call void @f%2$d()\n  ret void\n}\n",
                "@f%1$d = internal constant ptr @f%2$d\n",
            })
    void whatLeads5000StepsFarIsFollowed(String step) throws InterruptedException {
        StringBuilder chain = new StringBuilder();
        for (int i = 0; i < 5000; i++) {
            chain.append(step.formatted(i, i + 1));
        }
        boolean calls = step.startsWith("define");
        chain.append(calls ? "define internal void @f5000() {\n  ret void\n}" : "@f5000 = internal constant ptr null");
        String kernel =
                kernel(chain.toString(), calls ? "call void @f0()\nret void" : "store ptr @f0, ptr %p\nret void");
        AtomicReference<Throwable> failure = new AtomicReference<>();

        Thread thread = new Thread(
                null,
                () -> {
                    try {
                        assertCompiles(AMD, kernel);
                    } catch (Throwable e) {
                        failure.set(e);
                    }
                },
                "small",
                256 << 10);
        thread.start();
        thread.join();

        assertThat(failure.get()).isNull();
    }

    @Test
    void aKernelThatCallsItself() {
        assertRefusedEverywhere(kernel("", "call void @k(ptr %p, i32 0)\nret void"), "k", RECURSION);
    }

    @Test
    void aFunctionThatIsCalledTwiceIsNoRecursion() {
        String helpers = """
                define void @f() {
                  call void @g()
                  call void @g()
                  ret void
                }
                define void @g() {
                  ret void
                }
                """;
        assertCompilesEverywhere(kernel(helpers, "call void @g()\ncall void @f()\nret void"));
    }

    @Test
    void theKernelsOwnAddressIsNoRecursion() {
        assertCompilesEverywhere(kernel("", "store ptr @k, ptr %p\nret void"));
    }

    @Test
    void aFunctionWithoutBody() {
        assertRefusedEverywhere(
                kernel("declare i32 @missing(ptr, ...)", "%v = call i32 (ptr, ...) @missing(ptr null)\nret void"),
                "k",
                "it calls 'missing', which has no body; link its definition into the kernel module");
    }

    @Test
    void theFunctionThatCallsIsNamed() {
        String helper = "declare void @missing()\ndefine void @helper() {\n  call void @missing()\n  ret void\n}";
        assertRefusedEverywhere(
                kernel(helper, "call void @helper()\nret void"),
                "helper",
                "it calls 'missing', which has no body; link its definition into the kernel module");
    }

    @Test
    void aFunctionInATable() {
        String others = """
                declare void @missing()
                define void @entry() {
                  call void @missing()
                  ret void
                }
                @table = internal constant [2 x ptr] [ptr null, ptr @entry]
                """;
        assertRefusedEverywhere(
                kernel(others, "%f = load ptr, ptr getelementptr (ptr, ptr @table, i32 1)\ncall void %f()\nret void"),
                "entry",
                "it calls 'missing', which has no body; link its definition into the kernel module");
    }

    @Test
    void theAddressOfAFunctionWithoutBody() {
        assertRefusedEverywhere(
                kernel("declare void @missing()", "store ptr @missing, ptr %p\nret void"),
                "k",
                "it takes the address of 'missing', which has no body; link its definition into the kernel module");
    }

    @Test
    void aVariableWithoutDefinition() {
        assertRefusedEverywhere(
                kernel("@data = external global i32", "%v = load i32, ptr @data\nret void"),
                "k",
                "it uses 'data', which is not defined; link its definition into the kernel module");
    }

    @Test
    void aThreadLocalVariable() {
        assertRefusedEverywhere(
                kernel("@data = thread_local global i32 1", "%v = load i32, ptr @data\nret void"),
                "k",
                "it uses 'data', which is thread-local; a device has no such variables");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "store i32 1, ptr addrspace(3) @s",
                "store i32 1, ptr addrspacecast (ptr addrspace(3) @s to ptr)",
                "store i32 1, ptr addrspace(3) getelementptr ([4 x i32], ptr addrspace(3) @s, i32 0, i32 2)",
                "store ptr addrspace(3) @s, ptr %p",
            })
    void sharedMemory(String use) {
        String module = kernel("@s = internal addrspace(3) global [4 x i32] poison", use + "\nret void");
        assertCompiles(NVIDIA, module);
        assertCompiles(AMD, module);
        assertCompiles(HOST, module);
    }

    @Test
    void anAddressSpaceThatAHostDoesNotHave() {
        assertRefused(
                HOST,
                kernel(
                        "@s = internal addrspace(2) global [4 x i32] poison",
                        "store i32 1, ptr addrspace(2) @s\nret void"),
                "k",
                "it uses 's' in address space 2, which x86_64 does not have");
    }

    @Test
    void sharedMemoryOfASizeThatTheLaunchDecides() {
        String module =
                kernel("@s = external addrspace(3) global [0 x i32]", "store i32 1, ptr addrspace(3) @s\nret void");
        assertCompiles(NVIDIA, module);
        assertCompiles(AMD, module);
        assertCompiles(HOST, module);
    }

    @Test
    void undefinedSharedMemoryOfAFixedSize() {
        String module =
                kernel("@s = external addrspace(3) global [4 x i32]", "store i32 1, ptr addrspace(3) @s\nret void");
        String why = "it uses 's', which is not defined; link its definition into the kernel module";
        assertRefused(NVIDIA, module, "k", why);
        assertRefused(AMD, module, "k", why);
    }

    @Test
    void variablesThatPointAtOneAnother() {
        String ring = "@a = internal global ptr @b\n@b = internal global ptr @a";
        String module = kernel(ring, "%v = load volatile ptr, ptr @a\nret void");
        assertCompiles(AMD, module);
        assertCompiles(HOST, module);
        assertRefused(NVIDIA, module, "k", "it uses 'a', whose initial value leads back to itself, which PTX cannot");
    }

    @Test
    void variablesThatPointAtTheSameOne() {
        String others = """
                @table = internal global [2 x ptr] [ptr @a, ptr @b]
                @a = internal global ptr @c
                @b = internal global ptr @c
                @c = internal global i32 7
                """;
        assertCompilesEverywhere(kernel(others, "%v = load volatile ptr, ptr @table\nret void"));
    }

    @Test
    void localNamesThatPtxDoesNotHave() {
        String others = """
                @"the table" = internal constant [2 x i32] [i32 5, i32 6]
                define internal i32 @"square<int>"(i32 %n) noinline {
                  %v = mul i32 %n, %n
                  ret i32 %v
                }
                """;
        assertCompilesEverywhere(kernel(others, """
                %i = call i32 @"square<int>"(i32 %n)
                %q = getelementptr i32, ptr @"the table", i32 %i
                %v = load i32, ptr %q
                store i32 %v, ptr %p
                ret void"""));
    }
}
