// The same project for Gradle. See README.md: it has not been run.
plugins {
    application
}

repositories {
    mavenCentral()
}

// LLVM's library for the machine that runs the program: linux-x86_64, linux-arm64, macosx-arm64, ...
val native = "linux-x86_64"

dependencies {
    implementation(platform("io.github.offload4j:offload4j-bom:0.1.0-SNAPSHOT"))
    implementation("io.github.offload4j:offload4j-runtime")
    // Gradle takes linux-x86_64 from the POMs whatever the machine is; elsewhere these two have to be said.
    if (native != "linux-x86_64") {
        runtimeOnly("org.bytedeco:javacpp::$native")
        runtimeOnly("org.bytedeco:llvm::$native")
    }
}

java {
    toolchain {
        languageVersion = JavaLanguageVersion.of(17)
    }
}

application {
    mainModule = "sample.embed"
    mainClass = "sample.Saxpy"
    applicationDefaultJvmArgs = listOf("--add-modules=ALL-MODULE-PATH", "--enable-native-access=org.bytedeco.javacpp,org.bytedeco.llvm")
}
