import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.ir.ModuleReader;
import io.github.offload4j.codegen.lower.Lowering;
import io.github.offload4j.runtime.cuda.CublasHandle;
import io.github.offload4j.runtime.cuda.CudaDevice;
import io.github.offload4j.runtime.cuda.CudaStream;
import io.github.offload4j.runtime.cuda.PrimaryContext;
import io.github.offload4j.runtime.jit.OffloadJit;
import io.github.offload4j.runtime.jit.OffloadProgram;
import io.github.offload4j.runtime.jit.OffloadRuntime;
import io.github.offload4j.runtime.locate.RuntimeLibrary;
import io.github.offload4j.runtime.locate.RuntimeLocator;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.bytedeco.llvm.global.LLVM;

/** What the check of Java on a GPU looks at, besides irgen and the example: one check a run. */
public final class Check {
    private static final String BLAS = """
            declare i32 @cublasSgemv_v2(ptr, i32, i32, i32, ptr, ptr, i32, ptr, i32, ptr, ptr, i32)
            declare i32 @cublasSgemm_v2(ptr, i32, i32, i32, i32, i32, ptr, ptr, i32, ptr, i32, ptr, ptr, i32)

            define i32 @sgemv(ptr %cublas, i32 %n, ptr %alpha, ptr %a, ptr %x, ptr %beta, ptr %y) {
              %count = zext i32 %n to i64
              %vector = shl i64 %count, 2
              %matrix = mul i64 %vector, %count
              %status = call i32 @cublasSgemv_v2(ptr %cublas, i32 0, i32 %n, i32 %n, ptr %alpha, ptr %a, i32 %n,
                                                 ptr %x, i32 1, ptr %beta, ptr %y, i32 1)
                  [ "offload"(i1 true, i64 -1), "offload.map"(i32 5, i64 %matrix, i64 1),
                    "offload.map"(i32 7, i64 %vector, i64 1), "offload.map"(i32 10, i64 %vector, i64 3) ]
              ret i32 %status
            }

            define i32 @sgemm(ptr %cublas, i32 %n, ptr %alpha, ptr %a, ptr %b, ptr %beta, ptr %c) {
              %count = zext i32 %n to i64
              %row = shl i64 %count, 2
              %matrix = mul i64 %row, %count
              %status = call i32 @cublasSgemm_v2(ptr %cublas, i32 0, i32 0, i32 %n, i32 %n, i32 %n, ptr %alpha, ptr %a,
                                                 i32 %n, ptr %b, i32 %n, ptr %beta, ptr %c, i32 %n)
                  [ "offload"(i1 true, i64 -1), "offload.map"(i32 7, i64 %matrix, i64 1),
                    "offload.map"(i32 9, i64 %matrix, i64 1), "offload.map"(i32 12, i64 %matrix, i64 3) ]
              ret i32 %status
            }
            """;

    private static final float ALPHA = 0.5f;
    private static final float BETA = 0.25f;

    private Check() {}

    /**
     * Runs a check.
     *
     * @param arguments its name, and what it is about
     */
    public static void main(String[] arguments) throws IOException {
        switch (arguments[0]) {
            case "devices" -> devices();
            case "saxpy" -> saxpy(Path.of(arguments[1]));
            case "blas" -> blas(Integer.parseInt(arguments[1]));
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static void devices() {
        require(!CudaDevice.all().isEmpty(), "no GPU");
        for (CudaDevice gpu : CudaDevice.all()) {
            System.out.println(gpu);
        }
        try (PrimaryContext context = CudaDevice.of(0).retainPrimaryContext();
                CudaStream stream = context.newStream();
                CublasHandle cublas = context.newCublasHandle()) {
            cublas.setStream(stream);
            context.synchronize();
            System.out.println("cuBLAS " + cublas.version() + " from " + CublasHandle.library());
        }
    }

    /** Looks at {@code y = 2 x + y} for x counted from 0 and y all ones. */
    private static void saxpy(Path saved) throws IOException {
        ByteBuffer y = ByteBuffer.wrap(Files.readAllBytes(saved)).order(ByteOrder.LITTLE_ENDIAN);
        int count = y.remaining() / Float.BYTES;
        require(count > 0, saved + " is empty");
        for (int i = 0; i < count; i++) {
            float expected = 2f * i + 1;
            float found = y.getFloat(i * Float.BYTES);
            require(found == expected, "y[" + i + "] is " + found + ", not " + expected);
        }
        System.out.println(count + " elements");
    }

    private static void blas(int n) {
        RuntimeLibrary libomptarget =
                RuntimeLocator.ofThisProcess().search().chosen().orElseThrow();
        LLVMContextRef llvm = LLVM.LLVMContextCreate();
        LLVMModuleRef module = ModuleReader.parse(llvm, BLAS, "blas.ll");
        Lowering.with(OffloadOptions.builder().runtime(libomptarget.abi()).build()).lower(module);
        // twice: with the default stream, and with one of the handle's own
        for (boolean ownStream : new boolean[] {false, true}) {
            try (PrimaryContext gpu = CudaDevice.of(0).retainPrimaryContext();
                    CudaStream stream = gpu.newStream();
                    CublasHandle cublas = gpu.newCublasHandle();
                    OffloadRuntime runtime = OffloadRuntime.libomptarget(libomptarget);
                    OffloadProgram program = OffloadJit.on(runtime)
                            .library(CublasHandle.library())
                            .build()
                            .load(module)) {
                if (ownStream) {
                    cublas.setStream(stream);
                }
                compare(program, cublas, "sgemv", n, 1, ownStream);
                compare(program, cublas, "sgemm", n, n, ownStream);
            }
        }
        LLVM.LLVMDisposeModule(module);
        LLVM.LLVMContextDispose(llvm);
    }

    /** Compares {@code c = ALPHA a b + BETA c}, with b and c of some columns, column-major, with the same in Java. */
    private static void compare(
            OffloadProgram program, CublasHandle cublas, String function, int n, int columns, boolean ownStream) {
        Random random = new Random(n + columns);
        float[] a = randoms(random, n * n);
        float[] b = randoms(random, n * columns);
        float[] c = randoms(random, n * columns);
        double[] expected = product(a, b, c, n, columns);
        long start = System.nanoTime();
        int status = program.function(function)
                .call(cublas.address(), n, new float[] {ALPHA}, a, b, new float[] {BETA}, c)
                .asInt();
        long micros = (System.nanoTime() - start) / 1000;
        require(status == 0, function + " returned status " + status);
        double worst = 0;
        for (int i = 0; i < c.length; i++) {
            worst = Math.max(worst, Math.abs(c[i] - expected[i]));
        }
        System.out.printf(
                "%s %d, %s: largest difference %.2g, %d us with copies%n",
                function, n, ownStream ? "own stream" : "default stream", worst, micros);
        // each of the n products of numbers below 1 is rounded, and so is each sum
        require(worst < n * 1e-5, function + " differs by " + worst);
    }

    private static float[] randoms(Random random, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextFloat() - 0.5f;
        }
        return values;
    }

    private static double[] product(float[] a, float[] b, float[] c, int n, int columns) {
        double[] result = new double[c.length];
        for (int j = 0; j < columns; j++) {
            for (int k = 0; k < n; k++) {
                double factor = ALPHA * (double) b[k + j * n];
                for (int i = 0; i < n; i++) {
                    result[i + j * n] += factor * a[i + k * n];
                }
            }
        }
        for (int i = 0; i < c.length; i++) {
            result[i] += BETA * (double) c[i];
        }
        return result;
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            System.err.println(message);
            System.exit(1);
        }
    }
}
