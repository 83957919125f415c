package io.kubilitics.jlink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergeTest {
  @TempDir Path folder;

  @Test
  void providersOfAServiceAreUnitedAndDeclared() throws IOException {
    RuntimeJar one =
        jar(
            "one",
            Map.of(
                "a/A.class",
                type("a.A"),
                "META-INF/services/java.sql.Driver",
                text("a.A # first")));
    RuntimeJar two =
        jar(
            "two",
            Map.of(
                "b/B.class", type("b.B"), "META-INF/services/java.sql.Driver", text("\nb.B\na.A")));

    ModuleDescriptor module = descriptorOf(one, two);

    assertThat(module.isOpen()).isTrue();
    assertThat(module.uses()).containsExactly("java.sql.Driver");
    assertThat(module.provides())
        .singleElement()
        .satisfies(driver -> assertThat(driver.providers()).containsExactly("a.A", "b.B"));
    assertThat(module.exports()).extracting(ModuleDescriptor.Exports::source).contains("a", "b");
  }

  @Test
  void aProviderThatIsNotThereAndAServiceNobodyKnowsAreLeftOut() throws IOException {
    RuntimeJar jar =
        jar(
            "one",
            Map.of(
                "a/A.class", type("a.A"),
                "META-INF/services/java.sql.Driver", text("a.A\na.Gone"),
                "META-INF/services/javax.annotation.processing.Processor", text("a.A")));

    assertThat(descriptorOf(jar).provides())
        .singleElement()
        .satisfies(driver -> assertThat(driver.providers()).containsExactly("a.A"));
  }

  @Test
  void ofAClassInSeveralReleasesTheNewestThatFitsIsTaken() throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    files.put("META-INF/MANIFEST.MF", text("Manifest-Version: 1.0\nMulti-Release: true\n"));
    files.put("a/A.class", type("a.A"));
    files.put("a/note.txt", text("old"));
    files.put("META-INF/versions/17/a/note.txt", text("for 17"));
    files.put("META-INF/versions/99/a/note.txt", text("for 99"));

    MergedModule module = Merge.of(List.of(jar("one", files)));

    assertThat(module.content())
        .filteredOn(entry -> entry.path().contains("note.txt"))
        .singleElement()
        .satisfies(note -> assertThat(new String(note.content(), UTF_8)).isEqualTo("for 17"));
  }

  @Test
  void aClassThatDiffersBetweenJarsIsRefused() throws IOException {
    RuntimeJar one = jar("one", Map.of("a/A.class", type("a.A")));
    RuntimeJar two = jar("two", Map.of("a/A.class", text("another")));

    assertThatIllegalStateException()
        .isThrownBy(() -> Merge.of(List.of(one, two)))
        .withMessageContaining("a/A.class of two");
  }

  @Test
  void ofAResourceThatDiffersTheFirstStaysAndIsReported() throws IOException {
    RuntimeJar one = jar("one", Map.of("a/A.class", type("a.A"), "x.properties", text("1")));
    RuntimeJar two = jar("two", Map.of("x.properties", text("2")));

    MergedModule module = Merge.of(List.of(one, two));

    assertThat(module.duplicates()).containsExactly("x.properties");
    assertThat(module.content())
        .filteredOn(entry -> entry.path().equals("x.properties"))
        .singleElement()
        .satisfies(file -> assertThat(new String(file.content(), UTF_8)).isEqualTo("1"));
  }

  @Test
  void aPackageOfTheJdkIsRefused() throws IOException {
    RuntimeJar jar = jar("one", Map.of("org/w3c/dom/Own.class", type("org.w3c.dom.Own")));

    assertThatIllegalStateException()
        .isThrownBy(() -> Merge.of(List.of(jar)))
        .withMessageContaining("org.w3c.dom");
  }

  @Test
  void librariesLoseTheirLineNumbersAndOursKeepThem() throws IOException {
    Map<String, byte[]> files =
        Map.of(
            "a/A.class",
            typeWithALine("a.A"),
            "io/kubilitics/Own.class",
            typeWithALine("io.kubilitics.Own"));

    MergedModule module = Merge.of(List.of(jar("one", files)));

    assertThat(module.content())
        .filteredOn(MergeTest::hasLineNumbers)
        .extracting(Entry::path)
        .containsExactly("io/kubilitics/Own.class");
  }

  private static byte[] typeWithALine(String name) {
    return ClassFile.of()
        .build(
            ClassDesc.of(name),
            type ->
                type.withMethodBody(
                    "run",
                    ConstantDescs.MTD_void,
                    ClassFile.ACC_PUBLIC,
                    code -> code.lineNumber(7).return_()));
  }

  private static boolean hasLineNumbers(Entry file) {
    return file.isClass()
        && !file.path().equals("module-info.class")
        && ClassFile.of().parse(file.content()).methods().stream()
            .flatMap(method -> method.code().stream())
            .anyMatch(code -> code.findAttribute(Attributes.lineNumberTable()).isPresent());
  }

  private ModuleDescriptor descriptorOf(RuntimeJar... jars) throws IOException {
    Path file = folder.resolve("merged.jar");
    Merge.of(List.of(jars)).writeTo(file);
    return ModuleFinder.of(file).find(ModuleInfo.NAME).orElseThrow().descriptor();
  }

  private RuntimeJar jar(String name, Map<String, byte[]> files) throws IOException {
    Path file = folder.resolve(name + ".jar");
    Map<String, byte[]> content = new TreeMap<>(files);
    content.putIfAbsent("io/kubilitics/Main.class", type("io.kubilitics.Main"));
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, byte[]> entry : content.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return new RuntimeJar(file);
  }

  private static byte[] type(String name) {
    return ClassFile.of().build(ClassDesc.of(name), _ -> {});
  }

  private static byte[] text(String content) {
    return content.getBytes(UTF_8);
  }
}
