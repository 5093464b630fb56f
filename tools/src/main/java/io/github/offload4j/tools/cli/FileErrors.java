package io.github.offload4j.tools.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;

/** Says in words why the system refused. */
public final class FileErrors {
    private FileErrors() {}

    /**
     * Returns the reason.
     *
     * @param missing what to say when something on the path is not there
     */
    public static String reason(IOException exception, String missing) {
        if (exception instanceof NoSuchFileException) {
            return missing;
        }
        if (exception instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (exception instanceof NotDirectoryException) {
            return "not a directory";
        }
        String text = exception instanceof FileSystemException system ? system.getReason() : exception.getMessage();
        if (text == null || text.isEmpty()) {
            return exception.getClass().getSimpleName();
        }
        return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }
}
