package io.github.offload4j.irtests.run;

import io.github.offload4j.codegen.OffloadCall;
import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.Device;
import io.github.offload4j.codegen.signature.Extent;

/** Host calls on every device, known when the code is emitted or when it runs. */
final class DeviceSites implements SiteFamily {
    private static final int DEVICES = 4;

    @Override
    public String driver() {
        return "devices.c";
    }

    @Override
    public String text() {
        StringBuilder text = new StringBuilder("""
                declare void @locate(ptr, i32)
                declare void @change_default_device(ptr)

                define void @run_on_number(ptr %value, i32 %device) {
                  ret void
                }
                define void @run_on_wide_number(ptr %value, i64 %device) {
                  ret void
                }
                define void @run_on_narrow_number(ptr %value, i8 signext %device) {
                  ret void
                }
                define void @run_change_default_device(ptr %value) {
                  ret void
                }
                """);
        for (int device = 0; device < DEVICES; device++) {
            text.append("define void @run_on_" + device + "(ptr %value) {\n  ret void\n}\n");
        }
        return text.toString();
    }

    @Override
    public void emit(EmittedModule module) {
        for (int device = 0; device < DEVICES; device++) {
            locate(module, module.in("run_on_" + device), Device.of(device));
        }
        for (String function : new String[] {"run_on_number", "run_on_wide_number", "run_on_narrow_number"}) {
            Place place = module.in(function);
            locate(module, place, Device.of(place.value("device")));
        }
        Place changing = module.in("run_change_default_device");
        changing.call(OffloadCall.to(module.function("change_default_device"))
                .host(true)
                .map(changing.value("value"), Access.FROM, Extent.of("i32")));
    }

    private static void locate(EmittedModule module, Place place, Device device) {
        place.call(OffloadCall.to(module.function("locate"))
                .host(true)
                .device(device)
                .map(place.value("value"), Access.TOFROM, Extent.of("i32"))
                .value(module.narrowInteger(2)));
    }
}
