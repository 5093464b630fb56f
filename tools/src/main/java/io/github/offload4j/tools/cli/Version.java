package io.github.offload4j.tools.cli;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.tools.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The versions of everything that matters in a report. LLVM itself is not loaded for it. */
public final class Version implements IVersionProvider {
    /** Creates the provider. */
    public Version() {}

    @Override
    public String[] getVersion() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = ExitCode.class.getResourceAsStream("version.properties")) {
            if (in == null) {
                throw new IOException("version.properties is missing from the jar");
            }
            properties.load(in);
        }
        return new String[] {
            "irgen " + properties.getProperty("version"),
            // the version of JavaCPP's binding is LLVM's, a hyphen, and JavaCPP's own
            "LLVM " + properties.getProperty("llvm").replaceFirst("-.*", ""),
            "default runtime ABI " + OffloadOptions.defaults().runtime().optionName(),
            "JDK " + Runtime.version() + " (" + System.getProperty("java.vendor") + ")"
        };
    }
}
