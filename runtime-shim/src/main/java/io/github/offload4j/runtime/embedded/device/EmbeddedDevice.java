package io.github.offload4j.runtime.embedded.device;

import io.github.offload4j.runtime.embedded.device.MappingTable.Position;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** One device. Its table, its memory and its images are used under its lock, which is the device itself. */
final class EmbeddedDevice implements AutoCloseable {
    private final int number;
    private final MappingTable table = new MappingTable();
    private final DeviceMemory memory = new DeviceMemory();
    private final Map<RegisteredLibrary, LoadedImage> images = new HashMap<>();

    EmbeddedDevice(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    MappingTable table() {
        return table;
    }

    DeviceMemory memory() {
        return memory;
    }

    /** Returns the device's own copy of a library's image, loading it when it is first needed. */
    synchronized LoadedImage image(RegisteredLibrary library) {
        return images.computeIfAbsent(library, missing -> LoadedImage.load(missing, table));
    }

    /** Unloads the device's copy of a library's image. */
    synchronized void unload(RegisteredLibrary library) {
        LoadedImage image = images.remove(library);
        if (image != null) {
            image.variables().forEach(table::remove);
            image.close();
        }
    }

    synchronized boolean hasMapped(long begin, long bytes) {
        return table.find(begin, bytes).position() != Position.ABSENT;
    }

    synchronized OptionalLong bytesAt(long address) {
        return memory.bytesAt(address);
    }

    /** Forgets what this thread mapped after a time and did not unmap. */
    synchronized void drop(long sinceNanos) {
        for (Mapping mapping : table.all()) {
            if (mapping.isMadeHereSince(sinceNanos)) {
                table.remove(mapping);
                memory.free(mapping.device());
            }
        }
    }

    @Override
    public synchronized void close() {
        images.values().forEach(LoadedImage::close);
        images.clear();
        memory.freeAll();
    }
}
