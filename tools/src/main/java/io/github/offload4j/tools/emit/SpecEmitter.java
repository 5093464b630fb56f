package io.github.offload4j.tools.emit;

import io.github.offload4j.codegen.OffloadModule;
import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.image.DeviceImage;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.tools.diagnostic.InputException;
import io.github.offload4j.tools.diagnostic.Problems;
import io.github.offload4j.tools.spec.OffloadSpec;
import io.github.offload4j.tools.spec.Spec;
import java.util.List;

/** Turns a spec into a module. */
public final class SpecEmitter {
    private final Spec spec;
    private final Problems problems;

    private SpecEmitter(Spec spec) {
        this.spec = spec;
        this.problems = new Problems(spec.source());
    }

    /**
     * Emits a module that defines the spec's functions, verified.
     *
     * @param triple the target's triple
     * @return the module, which the caller closes
     * @throws InputException with every problem that could be found: types that LLVM does not know, offloads that do not
     *     fit the options
     */
    public static HostModule emit(Spec spec, OffloadOptions options, String triple) {
        return emit(spec, options, triple, List.of(), List.of());
    }

    /**
     * Emits a module that defines the spec's functions and carries device images, verified.
     *
     * @param triple the target's triple
     * @param kernels what device images are compiled from, these or others: well-formed LLVM IR, text or bitcode
     * @return the module, which the caller closes
     * @throws InputException as above, and when an image is one that the runtime would skip, or lacks a kernel
     */
    public static HostModule emit(
            Spec spec, OffloadOptions options, String triple, List<DeviceImage> images, List<byte[]> kernels) {
        HostModule host = new HostModule(spec.source().name(), triple);
        try {
            new SpecEmitter(spec).emit(host, options, images, kernels);
            return host;
        } catch (RuntimeException e) {
            host.close();
            throw e;
        }
    }

    private void emit(HostModule host, OffloadOptions options, List<DeviceImage> images, List<byte[]> kernels) {
        try (IrModule module = new IrModule(host.raw());
                OffloadModule offloads = attach(host, options)) {
            embed(offloads, images);
            kernels.forEach(offloads::knowKernels);
            SpecTypes types = new SpecTypes(module);
            spec.offloads().forEach(offload -> types.check(offload, problems));
            problems.throwIfAny();
            OffloadEmitter emitter = new OffloadEmitter(
                    module, offloads, types, images, spec.source().name());
            spec.offloads().forEach(offload -> emit(offload, emitter));
            problems.throwIfAny();
            finish(offloads);
            host.setRemarks(offloads.remarks());
        }
    }

    private void embed(OffloadModule offloads, List<DeviceImage> images) {
        try {
            offloads.embed(images.toArray(DeviceImage[]::new));
        } catch (OffloadException e) {
            throw new InputException(spec.source().name(), Blame.message(e));
        }
    }

    private void finish(OffloadModule offloads) {
        try {
            offloads.finish();
        } catch (OffloadException e) {
            if (e.reason() != OffloadException.Reason.SIGNATURE) {
                throw e;
            }
            throw new InputException(spec.source().name(), Blame.message(e));
        }
    }

    private OffloadModule attach(HostModule host, OffloadOptions options) {
        try {
            return OffloadModule.attach(host.raw(), options);
        } catch (OffloadException e) {
            throw new InputException(spec.source().name(), Blame.message(e));
        }
    }

    private void emit(OffloadSpec offload, OffloadEmitter emitter) {
        try {
            emitter.emit(offload);
        } catch (OffloadException e) {
            problems.add(Blame.position(e, offload), Blame.message(e));
        } catch (RegionEmitter.RefusedCall e) {
            problems.add(Blame.position(e.refusal(), e.call()), Blame.message(e.refusal()));
        }
    }
}
