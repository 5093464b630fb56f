package io.github.offload4j.irtests.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What libomptarget reported, among marks that say which step it belongs to. */
final class InfoLog {
    /** Bits of {@code LIBOMPTARGET_INFO}: mappings made and removed, launches, copies. */
    static final String LEVEL = Integer.toString(0x8 | 0x10 | 0x20);

    private static final String SEQUENCE = "@ sequence";
    private static final String STEP = "@ step ";
    private static final Pattern TRANSFER = Pattern.compile(
            ".*(Creating new map entry|Copying data from host|Copying data from device|Removing map entry).*"
                    + " Size=(\\d+),.*");

    private final List<Report> reports = new ArrayList<>();
    private String step = "";

    /**
     * What a sequence made libomptarget report.
     *
     * @param transfers as in {@link Outcome}, but a release has the size of the entry that ended last
     * @param refusals why it did not go on, the first reason first
     */
    record Report(List<String> transfers, List<Stop> refusals) {}

    private InfoLog() {}

    static void markSequence() {
        System.err.println(SEQUENCE);
    }

    static void markStep(int number) {
        System.err.println(STEP + number);
    }

    /** Returns the reports of the sequences. */
    static List<Report> read(List<String> lines) {
        InfoLog log = new InfoLog();
        lines.forEach(log::add);
        return log.reports;
    }

    private void add(String line) {
        if (line.startsWith(SEQUENCE)) {
            reports.add(new Report(new ArrayList<>(), new ArrayList<>()));
        } else if (line.startsWith(STEP)) {
            step = line.substring(STEP.length());
        } else if (!reports.isEmpty()) {
            Report report = reports.get(reports.size() - 1);
            transfer(line).ifPresent(text -> report.transfers().add(step + " " + text));
            refusal(line).ifPresent(report.refusals()::add);
        }
    }

    private static Optional<String> transfer(String line) {
        if (line.contains("Launching kernel")) {
            return Optional.of("launch 0");
        }
        Matcher matcher = TRANSFER.matcher(line);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String size = matcher.group(2);
        return switch (matcher.group(1)) {
            case "Creating new map entry" -> Optional.of("alloc " + size);
            case "Copying data from host" -> copy("in", size);
            case "Copying data from device" -> copy("out", size);
            default -> Optional.of("free " + size);
        };
    }

    /** An update of no bytes is reported, and copies nothing. */
    private static Optional<String> copy(String direction, String size) {
        return size.equals("0") ? Optional.empty() : Optional.of(direction + " " + size);
    }

    private static Optional<Stop> refusal(String line) {
        if (line.contains("message: explicit extension not allowed")) {
            return Optional.of(Stop.EXTENSION);
        }
        return line.contains("message: device mapping required by 'present'")
                ? Optional.of(Stop.PRESENT)
                : Optional.empty();
    }
}
