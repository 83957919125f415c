package io.kubilitics.jlink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The image and the module in it are what the product and its libraries need.
class ImageIT {
  /// Parts of the JDK that libraries mention for uses that the product has none of.
  private static final Map<String, String> LEFT_OUT =
      Map.of(
          "java.compiler", "PF4J's annotation processor, at build time",
          "java.security.jgss", "Jetty's Kerberos login",
          "jdk.jfr", "Jdbi's flight recorder events",
          "jdk.management", "Micrometer's measures of the machine");

  private static final Path TARGET = Path.of("target").toAbsolutePath();
  private static final RuntimeImage IMAGE = new RuntimeImage(TARGET.resolve("image"));

  private static ModuleDescriptor module = ModuleDescriptor.newModule("none").build();

  @BeforeAll
  static void findModule() {
    module =
        ModuleFinder.of(TARGET.resolve(ModuleInfo.NAME + ".jar"))
            .find(ModuleInfo.NAME)
            .orElseThrow()
            .descriptor();
  }

  @Test
  void everyServiceThatAJarProvidesCanBeAskedFor() throws IOException {
    Set<String> jdk = JdkModules.packages();
    Set<String> services = new TreeSet<>();
    for (RuntimeJar jar : RuntimeJar.onClassPath(TARGET.resolve("runtime.classpath"))) {
      jar.entries().stream()
          .filter(entry -> entry.path().startsWith("META-INF/services/"))
          .filter(entry -> !new String(entry.content(), UTF_8).isBlank())
          .map(entry -> entry.path().substring("META-INF/services/".length()))
          .filter(
              type -> module.packages().contains(packageOf(type)) || jdk.contains(packageOf(type)))
          .forEach(services::add);
    }

    assertThat(services).hasSizeGreaterThan(20);
    assertThat(module.uses()).containsAll(services);
  }

  @Test
  void servicesThatOnlyCodeNamesCanBeAskedForToo() {
    assertThat(module.uses())
        .contains("ch.qos.logback.classic.spi.Configurator", "org.slf4j.spi.SLF4JServiceProvider");
  }

  @Test
  void everyPackageOfTheJdkThatIsUsedIsThereOrKnownToBeLeftOut() throws IOException {
    assertThat(modulesMissingFor(TARGET.resolve(ModuleInfo.NAME + ".jar")))
        .isSubsetOf(LEFT_OUT.keySet());
  }

  @Test
  void theModuleCarriesNoSignatureAndNoForeignLibrary() throws IOException {
    try (JarFile jar = new JarFile(TARGET.resolve(ModuleInfo.NAME + ".jar").toFile())) {
      assertThat(jar.stream().map(ZipEntry::getName))
          .noneMatch(name -> name.matches("META-INF/.*\\.(SF|RSA|DSA|EC)"))
          .noneMatch(name -> name.startsWith("org/sqlite/native/"));
    }
  }

  @Test
  void theRuntimeIsJava25() throws IOException {
    assertThat(Files.readString(IMAGE.folder().resolve("release"))).contains("JAVA_VERSION=\"25");
  }

  @Test
  void licencesComeAlong() throws IOException {
    try (Stream<Path> jars = Files.list(IMAGE.folder().resolve("legal/libraries"))) {
      assertThat(jars.map(jar -> jar.getFileName().toString()))
          .anyMatch(name -> name.startsWith("pdfbox-"))
          .anyMatch(name -> name.startsWith("jackson-core-"))
          .anyMatch(name -> name.startsWith("server-"));
    }
  }

  /// With `AOTMode=on` Java refuses to start when it cannot use the cache, where it would only be
  /// slow otherwise.
  @Test
  void theLauncherStartsFromTheAotCacheAndKeepsStdoutForData() throws Exception {
    ProcessBuilder builder = new ProcessBuilder(IMAGE.launcher().toString(), "version");
    builder.environment().put("KUBILITICS_JAVA_OPTIONS", "-XX:AOTMode=on");
    builder.environment().put("JAVA_TOOL_OPTIONS", "-Dmeant.for=others");
    builder.redirectErrorStream(true);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    process.waitFor();

    assertThat(output)
        .doesNotContain("AOT", "JAVA_TOOL_OPTIONS")
        .containsIgnoringCase("kubilitics");
  }

  private static Set<String> modulesMissingFor(Path jarFile) throws IOException {
    Set<String> present = JdkModules.packages();
    Map<String, String> absent = new HashMap<>();
    for (ModuleReference system : ModuleFinder.ofSystem().findAll()) {
      for (String name : system.descriptor().packages()) {
        if (!present.contains(name)) {
          absent.put(name, system.descriptor().name());
        }
      }
    }
    Set<String> missing = new TreeSet<>();
    try (JarFile jar = new JarFile(jarFile.toFile())) {
      List<? extends ZipEntry> classes =
          jar.stream().filter(entry -> entry.getName().endsWith(".class")).toList();
      for (ZipEntry entry : classes) {
        byte[] content = jar.getInputStream(entry).readAllBytes();
        for (var constant : ClassFile.of().parse(content).constantPool()) {
          if (constant instanceof ClassEntry type) {
            String module = absent.get(packageOf(type.asInternalName().replace('/', '.')));
            if (module != null) {
              missing.add(module);
            }
          }
        }
      }
    }
    return missing;
  }

  private static String packageOf(String type) {
    return type.substring(0, Math.max(0, type.lastIndexOf('.')));
  }
}
