package io.github.offload4j.irtests.golden;

import java.io.File;
import java.nio.file.Path;
import org.approvaltests.namer.ApprovalNamer;

/**
 * Tells ApprovalTests where the files of a case are: named by the case, not by the test's class and method.
 *
 * @param root the folder with the golden files
 * @param id the case's folder and name
 */
record GoldenNamer(Path root, String id) implements ApprovalNamer {
    @Override
    public String getApprovalName() {
        return id;
    }

    @Override
    public String getSourceFilePath() {
        return root + File.separator;
    }

    @Override
    public File getApprovedFile(String extensionWithDot) {
        return root.resolve(id + ".approved" + extensionWithDot).toFile();
    }

    @Override
    public File getReceivedFile(String extensionWithDot) {
        return root.resolve(id + ".received" + extensionWithDot).toFile();
    }

    @Override
    public ApprovalNamer addAdditionalInformation(String information) {
        return new GoldenNamer(root, id + "." + information);
    }

    @Override
    public String getAdditionalInformation() {
        return "";
    }
}
