package io.kubilitics.jlink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.jlink.probe.Greeting;
import io.kubilitics.jlink.probe.GreetingPlugin;
import io.kubilitics.jlink.probe.Probe;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every heavy library works inside the linked image, on a system without a single font.
class ProbeIT {
  private static final RuntimeImage IMAGE =
      new RuntimeImage(Path.of("target/image").toAbsolutePath());

  @Test
  void everyLibraryWorksInTheImage(@TempDir Path folder) throws Exception {
    packPlugin(folder.resolve("greeting-1.0.0.jar"));
    Path output = folder.resolve("output.txt");

    ProcessBuilder builder =
        new ProcessBuilder(
            IMAGE.java().toString(),
            "-Dorg.sqlite.lib.path=" + IMAGE.folder().resolve("lib"),
            "-Dsun.awt.fontconfig=" + IMAGE.folder().resolve("lib/fontconfig.properties"),
            "-cp",
            classesOf(Probe.class).toString(),
            Probe.class.getName(),
            folder.toString());
    withoutFonts(builder, folder);
    builder.redirectErrorStream(true).redirectOutput(output.toFile());
    int exit = builder.start().waitFor();

    List<String> lines = Files.readAllLines(output);
    lines.forEach(System.out::println);
    assertThat(lines).filteredOn(line -> line.startsWith("ok ")).hasSize(9);
    assertThat(lines).noneMatch(line -> line.contains("WARNING"));
    assertThat(exit).isZero();
  }

  private static void withoutFonts(ProcessBuilder builder, Path folder) throws IOException {
    Path nothing = Files.writeString(folder.resolve("fonts.conf"), "<fontconfig></fontconfig>");
    builder.environment().put("FONTCONFIG_FILE", nothing.toString());
  }

  private static Path classesOf(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static void packPlugin(Path jar) throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Plugin-Id", "greeting");
    attributes.putValue("Plugin-Version", "1.0.0");
    String path = GreetingPlugin.class.getName().replace('.', '/') + ".class";
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
        InputStream type =
            Objects.requireNonNull(Greeting.class.getClassLoader().getResourceAsStream(path))) {
      out.putNextEntry(new ZipEntry(path));
      type.transferTo(out);
      out.closeEntry();
      out.putNextEntry(new ZipEntry("META-INF/extensions.idx"));
      out.write((GreetingPlugin.class.getName() + "\n").getBytes(UTF_8));
      out.closeEntry();
    }
  }
}
