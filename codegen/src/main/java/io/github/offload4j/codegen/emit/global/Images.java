package io.github.offload4j.codegen.emit.global;

import io.github.offload4j.codegen.abi.LaunchForm;
import io.github.offload4j.codegen.abi.RuntimeConstants;
import io.github.offload4j.codegen.abi.StructLayout;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.emit.runtime.Conventions;
import io.github.offload4j.codegen.emit.runtime.RuntimeTypes;
import io.github.offload4j.codegen.image.DeviceImage;
import io.github.offload4j.codegen.image.ImageRules;
import io.github.offload4j.codegen.image.OffloadBinary;
import io.github.offload4j.codegen.ir.AppendingArrays;
import io.github.offload4j.codegen.ir.EmbeddedObjects;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Linkage;
import io.github.offload4j.codegen.ir.VariableSigns;
import io.github.offload4j.codegen.option.Registration;
import io.github.offload4j.codegen.signature.KernelSignature;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * {@code .omp_offloading.device_image} and {@code .omp_offloading.device_images}: the device code inside the module; or
 * {@code llvm.embedded.object}, when {@code clang-linker-wrapper} is to register it.
 */
public final class Images {
    private static final int IMAGE_ALIGNMENT = 16;
    private static final int BINARY_ALIGNMENT = 8;

    private final IrModule module;
    private final RuntimeTypes types;
    private final Conventions conventions;
    private final List<DeviceImage> images = new ArrayList<>();

    /** Holds the images of one module. */
    public Images(IrModule module, RuntimeTypes types, Conventions conventions) {
        this.module = module;
        this.types = types;
        this.conventions = conventions;
    }

    /** Returns whether launches of an image's kernels need an address of their bounds: the host plugin calls once. */
    public static boolean needsBounds(DeviceImage image) {
        return image.target().architecture().isHost();
    }

    /** Returns whether any image's launches need their bounds. */
    public boolean needBounds() {
        return images.stream().anyMatch(Images::needsBounds);
    }

    /** Returns what launches say and hand over beside the kernel's arguments. */
    public LaunchForm launchForm() {
        return conventions.abi().launchForm(needBounds());
    }

    /** Checks that the runtime, or the tool that links for it, will take an image, and call its kernels. */
    public void check(DeviceImage image) {
        ImageRules.checkForm(image, conventions.abi());
        if (conventions.registration() != Registration.LINKER_WRAPPER) {
            ImageRules.check(image, conventions.abi());
        }
    }

    public void add(DeviceImage image) {
        images.add(image);
    }

    public boolean isEmpty() {
        return images.isEmpty();
    }

    public int count() {
        return images.size();
    }

    /** Checks that every launched kernel is in every image, with the parameters that it is launched with. */
    public void checkKernels(List<KernelSignature> launched) {
        for (DeviceImage image : images) {
            for (KernelSignature launch : launched) {
                // An image that another tool made does not say what its kernels take.
                if (!image.kernels().isEmpty()) {
                    checkKernel(launch, image);
                }
            }
        }
    }

    private static void checkKernel(KernelSignature launch, DeviceImage image) {
        KernelSignature kernel = image.kernel(launch.name())
                .orElseThrow(() -> new OffloadException(
                        Reason.SIGNATURE,
                        "kernel '" + launch.name() + "' is launched, and the image for " + image.target()
                                + " does not have it"));
        if (!kernel.takes(launch)) {
            throw new OffloadException(
                    Reason.SIGNATURE,
                    "the launch " + launch + " does not fit kernel " + kernel + " in the image for " + image.target());
        }
    }

    /** Checks that every image whose content is known has a variable. */
    void requireVariable(String name) {
        for (DeviceImage image : images) {
            if (!image.kernels().isEmpty() && image.variable(name).isEmpty()) {
                throw new OffloadException(
                        Reason.SIGNATURE,
                        "device variable '" + name + "' is in the module, and the image for " + image.target()
                                + " does not have it; declare it in the kernel module, in section \""
                                + VariableSigns.SECTION + "\"");
            }
        }
    }

    /** Emits the images and the array that describes them, and returns its address; null when there are none. */
    public IrValue emitArray(IrValue entriesBegin, IrValue entriesEnd) {
        IrContext context = module.context();
        if (images.isEmpty()) {
            return context.nullPointer();
        }
        IrType type = types.of(StructLayout.DEVICE_IMAGE);
        List<IrValue> descriptions = new ArrayList<>();
        for (DeviceImage image : inOrder()) {
            IrValue content = context.constantBytes(image.content());
            IrValue begin = module.addGlobal(".omp_offloading.device_image", content.type(), Linkage.INTERNAL)
                    .constant(content)
                    .unnamedAddress()
                    .aligned(IMAGE_ALIGNMENT)
                    .value();
            IrValue end = context.endOf(content.type(), begin);
            descriptions.add(context.constantStruct(type, List.of(begin, end, entriesBegin, entriesEnd)));
        }
        IrValue array = context.constantArray(type, descriptions);
        return module.addGlobal(".omp_offloading.device_images", array.type(), Linkage.INTERNAL)
                .constant(array)
                .unnamedAddress()
                .value();
    }

    /**
     * Orders the images. The runtime numbers devices by the first image that it meets for each kind, and the GPU is to be
     * device 0 where there is one. Of two images that fit one GPU the newer processor's is the better one, and runtimes
     * differ in which they take.
     */
    private List<DeviceImage> inOrder() {
        Comparator<DeviceImage> older = Comparator.comparing(
                        (DeviceImage image) -> image.target().processor().length())
                .thenComparing(image -> image.target().processor());
        List<DeviceImage> ordered = new ArrayList<>(images);
        ordered.sort(Comparator.comparing(Images::needsBounds)
                .thenComparing(conventions.abi().takesFirstFittingImage() ? older.reversed() : older));
        return ordered;
    }

    /** Emits the images as one offload binary, in the section that the linker wrapper reads and then removes. */
    public void emitForLinkerWrapper() {
        if (images.isEmpty()) {
            return;
        }
        IrContext context = module.context();
        IrValue content = context.constantBytes(OffloadBinary.write(images, conventions.abi()));
        IrValue object = module.addGlobal("llvm.embedded.object", content.type(), Linkage.PRIVATE)
                .constant(content)
                .section(RuntimeConstants.OFFLOADING_SECTION)
                .aligned(BINARY_ALIGNMENT)
                .value();
        EmbeddedObjects.record(module, object, RuntimeConstants.OFFLOADING_SECTION);
        AppendingArrays.append(module, "llvm.compiler.used", context.pointer(), List.of(object))
                .section(RuntimeConstants.METADATA_SECTION);
    }
}
