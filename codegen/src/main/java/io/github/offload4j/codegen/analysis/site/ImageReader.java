package io.github.offload4j.codegen.analysis.site;

import io.github.offload4j.codegen.abi.RuntimeFunction;
import io.github.offload4j.codegen.abi.StructLayout;
import io.github.offload4j.codegen.ir.Address;
import io.github.offload4j.codegen.ir.AddressReader;
import io.github.offload4j.codegen.ir.ConstantFacts;
import io.github.offload4j.codegen.ir.ConstantReader;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrGlobal;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Finds a module's device images: in the descriptors that it registers, and in the section that clang's linker reads. */
final class ImageReader {
    private static final String SECTION = ".llvm.offloading";
    private static final int DESCRIPTOR_IMAGES = 1;
    private static final int IMAGE_BEGIN = 0;
    private static final int IMAGE_END = 1;

    private final IrModule module;
    private final AddressReader addresses;
    private final ConstantReader constants;

    ImageReader(IrModule module) {
        this.module = module;
        this.addresses = new AddressReader(module.layout());
        this.constants = new ConstantReader(module.layout());
    }

    List<OffloadImage> read() {
        List<OffloadImage> images = new ArrayList<>();
        Set<IrValue> registered = new LinkedHashSet<>();
        descriptors().forEach(descriptor -> readDescriptor(descriptor, images, registered));
        for (IrGlobal global : module.globals()) {
            if (global.section().equals(SECTION) && !registered.contains(global.value())) {
                images.add(image(new Address(global.value(), OptionalLong.of(0)), size(global), false));
            }
        }
        return images;
    }

    private Set<IrValue> descriptors() {
        Set<IrValue> descriptors = new LinkedHashSet<>();
        Optional<IrFunction> register = module.findFunction(RuntimeFunction.REGISTER_LIBRARY.symbol());
        register.ifPresent(function -> function.value().users().stream()
                .flatMap(user -> user.asInstruction().stream())
                .filter(IrInstruction::isCall)
                .flatMap(call -> call.arguments().stream().limit(1))
                .map(argument -> addresses.read(argument).base())
                .forEach(descriptors::add));
        return descriptors;
    }

    private void readDescriptor(IrValue descriptor, List<OffloadImage> images, Set<IrValue> registered) {
        Optional<IrValue> content = ConstantFacts.initialValue(descriptor);
        Optional<IrValue> array = content.flatMap(
                        c -> constants.scalarAt(c, StructLayout.BINARY_DESCRIPTOR.offset(DESCRIPTOR_IMAGES)))
                .flatMap(pointer ->
                        ConstantFacts.initialValue(addresses.read(pointer).base()));
        long count = content.flatMap(c -> constants.scalarAt(c, 0))
                .map(number -> number.constantInteger().orElse(0))
                .orElse(0L);
        if (array.isEmpty()) {
            return;
        }
        for (int i = 0; i < count; i++) {
            long at = (long) i * StructLayout.DEVICE_IMAGE.size();
            Optional<Address> begin = pointer(array.get(), at + StructLayout.DEVICE_IMAGE.offset(IMAGE_BEGIN));
            Optional<Address> end = pointer(array.get(), at + StructLayout.DEVICE_IMAGE.offset(IMAGE_END));
            if (begin.isPresent()) {
                registered.add(begin.get().base());
                images.add(image(begin.get(), distance(begin.get(), end), true));
            }
        }
    }

    private Optional<Address> pointer(IrValue content, long offset) {
        return constants.scalarAt(content, offset).map(addresses::read);
    }

    private static OptionalLong distance(Address begin, Optional<Address> end) {
        boolean known = end.isPresent()
                && end.get().base().equals(begin.base())
                && end.get().offset().isPresent()
                && begin.offset().isPresent();
        return known
                ? OptionalLong.of(
                        end.get().offset().getAsLong() - begin.offset().getAsLong())
                : OptionalLong.empty();
    }

    private OptionalLong size(IrGlobal global) {
        return module.layout().bytes(global.contentType());
    }

    private static OffloadImage image(Address begin, OptionalLong bytes, boolean registered) {
        ImageFormat format = ConstantFacts.initialValue(begin.base())
                .flatMap(ConstantReader::bytes)
                .filter(content -> begin.offset().isPresent() && begin.offset().getAsLong() <= content.length)
                .map(content -> Arrays.copyOfRange(
                        content, Math.toIntExact(begin.offset().getAsLong()), content.length))
                .map(ImageFormat::of)
                .orElse(ImageFormat.UNKNOWN);
        return new OffloadImage(begin.base().name(), bytes, format, registered);
    }
}
