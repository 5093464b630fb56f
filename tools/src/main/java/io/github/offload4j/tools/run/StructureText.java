package io.github.offload4j.tools.run;

import io.github.offload4j.tools.diagnostic.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a structure: {@code 1,2.5,-3}, a number for each of its fields, those of structures and arrays inside of it too.
 * Fields lie as C lays them out.
 */
final class StructureText {
    private final String type;
    private final List<Field> fields = new ArrayList<>();
    private int at;
    private int bytes;

    private record Field(ElementType type, int offset) {}

    private StructureText(String type) {
        this.type = type.replaceAll("\\s+", "");
    }

    /**
     * Returns a reader of a type in LLVM's spelling, or nothing where it is made of anything but structures, arrays, and
     * numbers that a command line can give.
     */
    static Optional<StructureText> of(String type) {
        StructureText text = new StructureText(type);
        int alignment = text.read();
        text.bytes = align(text.bytes, Math.max(alignment, 1));
        return alignment > 0 && text.at == text.type.length() && text.bytes > 0 ? Optional.of(text) : Optional.empty();
    }

    private static int align(int offset, int alignment) {
        return (offset + alignment - 1) / alignment * alignment;
    }

    /** Reads one type and lays it out; returns its alignment, or 0 when it is none that can be given. */
    private int read() {
        if (take("{")) {
            return members();
        }
        if (take("[")) {
            int end = type.indexOf('x', at);
            String count = end < 0 ? "" : type.substring(at, end);
            if (!count.matches("[1-9][0-9]{0,3}")) {
                return 0;
            }
            return repeated(Integer.parseInt(count), end + 1);
        }
        for (ElementType element : ElementType.values()) {
            if (take(element.llvmName())) {
                bytes = align(bytes, element.bytes());
                fields.add(new Field(element, bytes));
                bytes += element.bytes();
                return element.bytes();
            }
        }
        return 0;
    }

    /** The fields of a structure begin where its alignment is, which is known when all were read. */
    private int members() {
        int begin = bytes;
        int first = fields.size();
        bytes = 0;
        int most = 0;
        do {
            int alignment = read();
            if (alignment == 0) {
                return 0;
            }
            most = Math.max(most, alignment);
        } while (take(","));
        int moved = align(begin, most);
        for (int i = first; i < fields.size(); i++) {
            fields.set(i, new Field(fields.get(i).type(), fields.get(i).offset() + moved));
        }
        bytes = moved + align(bytes, most);
        return take("}") ? most : 0;
    }

    private int repeated(int count, int element) {
        int alignment = 0;
        for (int i = 0; i < count; i++) {
            at = element;
            alignment = read();
            if (alignment == 0 || bytes > HostArray.LARGEST_STRUCTURE) {
                return 0;
            }
        }
        return take("]") ? alignment : 0;
    }

    private boolean take(String text) {
        boolean found = type.startsWith(text, at);
        at += found ? text.length() : 0;
        return found;
    }

    /**
     * Returns the structure's bytes.
     *
     * @throws ArgumentException when the numbers are not as many as the fields, or one does not fit its field
     */
    HostArray read(GivenArgument given) {
        String[] numbers = given.text().split(",", -1);
        if (numbers.length != fields.size()) {
            throw given.wrong("a number for each of its fields is needed, with commas between: " + fields.size()
                    + " in place of " + numbers.length);
        }
        HostArray array = HostArray.of(ElementType.I8, bytes);
        for (int i = 0; i < numbers.length; i++) {
            Field field = fields.get(i);
            BigDecimal number = ArrayText.number(numbers[i], given);
            if (!field.type().holds(number)) {
                throw given.wrong(Words.quote(numbers[i]) + " does not fit into "
                        + field.type().shortName());
            }
            field.type().put(array.memory(), field.offset(), number);
        }
        return array;
    }
}
