package io.github.offload4j.runtime.embedded.device;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.runtime.binding.BinaryDescriptor;
import io.github.offload4j.runtime.nativecode.HostThreads;
import io.github.offload4j.runtime.nativecode.NativeLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A device's own copy of an image: loaded from a file of its own, which is deleted at once, so that devices share no
 * variables.
 */
final class LoadedImage implements AutoCloseable {
    private final Optional<NativeLibrary> code;
    private final List<Mapping> variables = new ArrayList<>();

    private LoadedImage(Optional<NativeLibrary> code) {
        this.code = code;
    }

    static LoadedImage load(RegisteredLibrary library, MappingTable table) {
        LoadedImage image = new LoadedImage(library.image().map(LoadedImage::open));
        for (BinaryDescriptor.Entry entry : library.descriptor().entries()) {
            if (entry.size() > 0) {
                image.symbol(entry.name())
                        .ifPresent(address -> image.variables.add(
                                Mapping.permanent(entry.address(), entry.size(), address, entry.name())));
            }
        }
        image.variables.forEach(table::add);
        return image;
    }

    private static NativeLibrary open(byte[] bytes) {
        try {
            Path file = Files.createTempFile("offload4j-image", ".so");
            try {
                Files.write(file, bytes);
                NativeLibrary image = NativeLibrary.open(file);
                HostThreads.restrict(image);
                return image;
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new OffloadException(
                    Reason.INPUT_OUTPUT, "cannot write the device image to a temporary file: " + e.getMessage());
        }
    }

    /** Returns whether there is an image that this machine can run. */
    boolean isRunnable() {
        return code.isPresent();
    }

    /** Returns the address of a symbol. */
    OptionalLong symbol(String name) {
        return code.isPresent() ? code.get().find(name) : OptionalLong.empty();
    }

    /** Returns the mappings of the image's variables. */
    List<Mapping> variables() {
        return variables;
    }

    @Override
    public void close() {
        code.ifPresent(NativeLibrary::close);
    }
}
