package io.github.offload4j.irtests.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What libomptarget tells with {@code LIBOMPTARGET_INFO}, one line an event: what is allocated, copied, attached, launched
 * and freed, where in the program's objects, and how many bytes. A program says on standard error where its objects are, and
 * when a situation has ended.
 */
public final class DeviceReport {
    /** Bits of {@code LIBOMPTARGET_INFO}: mappings made and removed, launches, copies. */
    public static final String LEVEL = Integer.toString(0x8 | 0x10 | 0x20);

    /** How an event begins that stores the address of device memory in a device's pointer. */
    public static final String ATTACH = "attach ";

    /** How the line begins that ends a situation. */
    public static final String SITUATION = "@ end of ";

    private static final Pattern PLACE = Pattern.compile("@ place (\\S+) 0x(\\w+)");
    private static final Pattern CREATED =
            Pattern.compile("Creating new map entry .*HstPtrBegin=0x(\\w+),.* TgtPtrBegin=0x(\\w+), Size=(\\d+)");
    private static final Pattern COPIED_IN =
            Pattern.compile("Copying data from host to device, HstPtr=0x(\\w+), TgtPtr=0x(\\w+), Size=(\\d+)");
    private static final Pattern COPIED_OUT =
            Pattern.compile("Copying data from device to host, TgtPtr=0x\\w+, HstPtr=0x(\\w+), Size=(\\d+)");
    private static final Pattern REMOVED =
            Pattern.compile("Removing map entry with HstPtrBegin=0x(\\w+), TgtPtrBegin=0x(\\w+),");

    private final TreeMap<Long, String> places = new TreeMap<>();
    private final TreeMap<Long, Long> hostOfDevice = new TreeMap<>();
    private final List<String> events = new ArrayList<>();

    private DeviceReport() {}

    /** Returns the events that lines tell, and the ends of situations among them. */
    public static List<String> events(String text) {
        DeviceReport report = new DeviceReport();
        text.lines().forEach(report::read);
        return List.copyOf(report.events);
    }

    private void read(String line) {
        Matcher place = PLACE.matcher(line);
        Matcher created = CREATED.matcher(line);
        Matcher in = COPIED_IN.matcher(line);
        Matcher out = COPIED_OUT.matcher(line);
        Matcher removed = REMOVED.matcher(line);
        if (line.startsWith(SITUATION)) {
            events.add(line);
        } else if (place.matches()) {
            places.put(address(place.group(2)), place.group(1));
        } else if (line.contains("Launching kernel")) {
            events.add("launch");
        } else if (created.find()) {
            hostOfDevice.put(address(created.group(2)), address(created.group(1)));
            events.add("alloc " + place(address(created.group(1))) + " " + created.group(3));
        } else if (in.find()) {
            copiedIn(address(in.group(1)), address(in.group(2)), in.group(3));
        } else if (out.find()) {
            events.add("out " + place(address(out.group(1))) + " " + out.group(2));
        } else if (removed.find()) {
            hostOfDevice.remove(address(removed.group(2)));
            events.add("free " + place(address(removed.group(1))));
        }
    }

    /** What is stored in a pointer comes from a place of the runtime's own. */
    private void copiedIn(long host, long device, String bytes) {
        Map.Entry<Long, Long> mapping = hostOfDevice.floorEntry(device);
        long own = mapping == null ? host : mapping.getValue() + (device - mapping.getKey());
        events.add((own == host ? "in " : ATTACH) + place(own) + " " + bytes);
    }

    private String place(long address) {
        Map.Entry<Long, String> place = places.floorEntry(address);
        return place == null ? "?" : place.getValue() + "+" + (address - place.getKey());
    }

    private static long address(String digits) {
        return Long.parseUnsignedLong(digits, 16);
    }
}
