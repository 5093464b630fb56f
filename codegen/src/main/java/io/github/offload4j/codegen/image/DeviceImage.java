package io.github.offload4j.codegen.image;

import io.github.offload4j.codegen.abi.KernelForm;
import io.github.offload4j.codegen.signature.KernelSignature;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Compiled kernels for one target. Immutable. */
public final class DeviceImage {
    private final DeviceTarget target;
    private final ImageKind kind;
    private final byte[] content;
    private final List<KernelSignature> kernels;
    private final byte[] hostVersion;
    private final List<DeviceVariable> variables;
    private final KernelForm form;

    /**
     * Creates an image whose kernels have a pointer in front of their arguments, as runtimes 19 to 22 call them.
     *
     * @param kernels the kernels in it; empty when that is not known
     * @param hostVersion bitcode with the kernels as functions of the host, empty when there is none
     */
    public DeviceImage(
            DeviceTarget target, ImageKind kind, byte[] content, List<KernelSignature> kernels, byte[] hostVersion) {
        this(target, kind, content, kernels, hostVersion, List.of(), KernelForm.POINTER_FIRST);
    }

    private DeviceImage(
            DeviceTarget target,
            ImageKind kind,
            byte[] content,
            List<KernelSignature> kernels,
            byte[] hostVersion,
            List<DeviceVariable> variables,
            KernelForm form) {
        Objects.requireNonNull(content, "content is null");
        Objects.requireNonNull(kernels, "kernels is null");
        Objects.requireNonNull(hostVersion, "hostVersion is null");
        this.target = Objects.requireNonNull(target, "target is null");
        this.kind = Objects.requireNonNull(kind, "kind is null");
        this.content = content.clone();
        this.kernels = List.copyOf(kernels);
        this.hostVersion = hostVersion.clone();
        this.variables = List.copyOf(variables);
        this.form = form;
    }

    /** Returns this image with the variables in it that the host knows by name. */
    public DeviceImage withVariables(List<DeviceVariable> known) {
        Objects.requireNonNull(known, "known is null");
        return new DeviceImage(target, kind, content, kernels, hostVersion, known, form);
    }

    /** Returns this image saying that its kernels get their arguments in another form. */
    public DeviceImage withForm(KernelForm other) {
        Objects.requireNonNull(other, "form is null");
        return new DeviceImage(target, kind, content, kernels, hostVersion, variables, other);
    }

    /** Returns how the kernels get their arguments. */
    public KernelForm form() {
        return form;
    }

    /** Returns what the image is for. */
    public DeviceTarget target() {
        return target;
    }

    /** Returns what the bytes are. */
    public ImageKind kind() {
        return kind;
    }

    /** Returns a copy of the bytes. */
    public byte[] content() {
        return content.clone();
    }

    /** Returns the kernels, empty when they are not known. */
    public List<KernelSignature> kernels() {
        return kernels;
    }

    /** Returns the kernel with a symbol. */
    public Optional<KernelSignature> kernel(String name) {
        Objects.requireNonNull(name, "name is null");
        return kernels.stream().filter(k -> k.name().equals(name)).findFirst();
    }

    /** Returns the variables that the host knows by name; there may be others when the kernels are not known. */
    public List<DeviceVariable> variables() {
        return variables;
    }

    /** Returns the variable with a symbol. */
    public Optional<DeviceVariable> variable(String name) {
        Objects.requireNonNull(name, "name is null");
        return variables.stream().filter(v -> v.name().equals(name)).findFirst();
    }

    /** Returns bitcode with the kernels as functions of the host, which serve when a launch is refused. */
    public Optional<byte[]> hostVersion() {
        return hostVersion.length == 0 ? Optional.empty() : Optional.of(hostVersion.clone());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DeviceImage image
                && image.target.equals(target)
                && image.kind == kind
                && Arrays.equals(image.content, content)
                && image.kernels.equals(kernels)
                && image.variables.equals(variables)
                && image.form == form
                && Arrays.equals(image.hostVersion, hostVersion);
    }

    @Override
    public int hashCode() {
        return Objects.hash(target, kind, Arrays.hashCode(content));
    }

    /** Returns target, kind and size. */
    @Override
    public String toString() {
        return target + " " + kind + ", " + content.length + " bytes";
    }
}
