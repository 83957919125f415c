package io.kubilitics.jlink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/// The folder that is the packed product: a JDK cut down to what is needed, with the product inside
/// and its launcher beside.
record RuntimeImage(Path folder) {
  /// Every start of this runtime gets them, whoever starts it. What the Java machine has to say
  /// goes to stderr, as stdout is for data.
  private static final List<String> OPTIONS =
      List.of(
          "-Xlog:disable",
          "-Xlog:all=error:stderr",
          "--enable-native-access=" + ModuleInfo.NAME,
          "-Djava.awt.headless=true");

  /// Links the module with the JDK that runs this. Nothing is compressed inside: the archive around
  /// it is smaller that way, and the start faster.
  static RuntimeImage link(Path moduleJar, Path folder) throws IOException {
    ToolProvider jlink =
        ToolProvider.findFirst("jlink")
            .orElseThrow(() -> new IllegalStateException("this Java has no jlink"));
    int status =
        jlink.run(
            System.err,
            System.err,
            "--module-path",
            moduleJar.toString(),
            "--add-modules",
            ModuleInfo.NAME,
            "--output",
            folder.toString(),
            "--no-man-pages",
            "--no-header-files",
            "--compress",
            "zip-0",
            "--add-options",
            String.join(" ", OPTIONS));
    if (status != 0) {
      throw new IllegalStateException("jlink failed with " + status);
    }
    RuntimeImage image = new RuntimeImage(folder);
    image.requireJava25();
    image.keepOnlyTheLauncher();
    return image;
  }

  Path java() {
    return folder.resolve("bin/java");
  }

  /// What the launcher executes, with other options for the Java machine in place of the AOT cache.
  List<String> command(String options, List<String> more, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(java().toString());
    command.add("@" + folder.resolve("lib/" + options + ".options"));
    command.addAll(more);
    command.add("-Dkubilitics.home=" + folder);
    command.add("-Dorg.sqlite.lib.path=" + folder.resolve("lib"));
    command.add("-Dsun.awt.fontconfig=" + folder.resolve("lib/fontconfig.properties"));
    command.add("-m");
    command.add(ModuleInfo.NAME + "/" + ModuleInfo.MAIN_CLASS);
    command.addAll(arguments);
    return command;
  }

  Path launcher() {
    return folder.resolve("bin/kubilitics");
  }

  Path aotCache() {
    return folder.resolve("lib/kubilitics.aot");
  }

  void addFrom(Path distribution) throws IOException {
    try (Stream<Path> files = Files.walk(distribution)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = folder.resolve(distribution.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(
            file, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  /// Puts a file that came in a jar into a folder of the image, under its own name.
  void add(Entry file, String into) throws IOException {
    Path target = Files.createDirectories(folder.resolve(into));
    Files.write(target.resolve(Path.of(file.path()).getFileName()), file.content());
  }

  /// An older jlink makes a runtime that works and is the wrong one.
  private void requireJava25() throws IOException {
    String release = Files.readString(folder.resolve("release"));
    if (!release.contains("JAVA_VERSION=\"25")) {
      throw new IllegalStateException("linked with another Java than 25: " + release);
    }
  }

  private void keepOnlyTheLauncher() throws IOException {
    try (Stream<Path> tools = Files.list(folder.resolve("bin"))) {
      for (Path tool : tools.toList()) {
        if (!tool.equals(java())) {
          Files.delete(tool);
        }
      }
    }
  }
}
