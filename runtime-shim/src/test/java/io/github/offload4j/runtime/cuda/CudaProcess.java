package io.github.offload4j.runtime.cuda;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.image.DeviceTarget;
import java.util.Map;

/** A Java process that uses CUDA, and prints what it finds. */
final class CudaProcess {
    private static final Map<String, Runnable> QUESTIONS = Map.of(
            "devices", CudaProcess::devices,
            "targets", CudaProcess::targets,
            "owners", CudaProcess::owners,
            "misuse", CudaProcess::misuse,
            "cublas", CudaProcess::cublas,
            "linker", CudaProcess::linker);

    private CudaProcess() {}

    public static void main(String[] arguments) {
        try {
            QUESTIONS.get(arguments[0]).run();
        } catch (OffloadException e) {
            System.out.println(e.reason() + ": " + e.getMessage());
        }
    }

    private static void devices() {
        CudaDevice.all().forEach(System.out::println);
        System.out.println("end");
    }

    private static void targets() {
        for (DeviceTarget target : NativeTargets.onThisMachine()) {
            System.out.println(target.architecture().optionName() + ":" + target.processor());
        }
    }

    private static void owners() {
        try (PrimaryContext context = CudaDevice.of(1).retainPrimaryContext(Scheduling.SPIN);
                CudaStream stream = context.newStream();
                CublasHandle cublas = context.newCublasHandle()) {
            cublas.setStream(stream);
            stream.synchronize();
            context.synchronize();
            System.out.println("cuBLAS " + cublas.version());
        }
    }

    private static void misuse() {
        refuse(() -> CudaDevice.of(2));
        PrimaryContext context = CudaDevice.of(0).retainPrimaryContext();
        CudaStream stream = context.newStream();
        CublasHandle cublas = context.newCublasHandle();
        refuse(context::close);
        try (PrimaryContext other = CudaDevice.of(1).retainPrimaryContext();
                CudaStream foreign = other.newStream()) {
            refuse(() -> cublas.setStream(foreign));
        }
        CudaStream used = context.newStream();
        cublas.setStream(used);
        refuse(used::close);
        stream.close();
        stream.close();
        refuse(() -> cublas.setStream(stream));
        cublas.close();
        cublas.close();
        used.close();
        refuse(cublas::address);
        context.close();
        context.close();
        refuse(context::newStream);
    }

    private static void refuse(Runnable step) {
        try {
            step.run();
            System.out.println("nothing was refused");
        } catch (OffloadException e) {
            System.out.println(e.reason() + ": " + e.getMessage());
        }
    }

    private static void cublas() {
        System.out.println(CublasHandle.library());
        try (PrimaryContext context = CudaDevice.of(0).retainPrimaryContext();
                CublasHandle handle = context.newCublasHandle()) {
            System.out.println(handle.version());
        }
    }

    private static void linker() {
        System.out.println(DriverCubinLinker.onThisMachine().isPresent());
        CubinLinkers.onThisMachine();
    }
}
