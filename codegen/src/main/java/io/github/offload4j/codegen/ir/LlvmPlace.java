package io.github.offload4j.codegen.ir;

import io.github.offload4j.codegen.dialect.NewerText;
import io.github.offload4j.codegen.dialect.Place;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The places in LLVM's messages, when what it read is not what the user wrote. */
final class LlvmPlace {
    private static final Pattern PLACE = Pattern.compile("\\A:(\\d{1,9}):(\\d{1,9}): error: ([^\\n]*)");

    private LlvmPlace() {}

    /** Returns a message with place and line of the text as it was given. */
    static String restore(String message, String name, NewerText text) {
        if (!text.isRewritten() || !message.startsWith(name)) {
            return message;
        }
        Matcher place = PLACE.matcher(message.substring(name.length()));
        if (!place.find()) {
            return message;
        }
        return text.original(
                        new Place(Integer.parseInt(place.group(1)), Integer.parseInt(place.group(2))), place.group(3))
                .describe(name);
    }
}
