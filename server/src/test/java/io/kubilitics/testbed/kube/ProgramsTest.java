package io.kubilitics.testbed.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramsTest {
  @TempDir private Path folder;

  @Test
  void whatIsBuiltOnceIsKeptForAll() throws Exception {
    Path description = describe("mkdir -p \"$1\" && echo built >> \"$(dirname \"$0\")/count\"");
    Callable<Path> building = () -> Programs.of(description, folder.resolve("cache")).built();

    try (ExecutorService crew = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Path>> all = crew.invokeAll(List.of(building, building, building));
      for (Future<Path> one : all) {
        assertThat(one.get()).isDirectory();
      }
    }

    assertThat(description.resolve("count")).hasContent("built");
  }

  @Test
  void anotherVersionIsBuiltAnew() throws IOException {
    Path description = describe("mkdir -p \"$1\"");
    Path before = Programs.of(description, folder).folder();

    Files.writeString(description.resolve("go.sum"), "something else");

    assertThat(Programs.of(description, folder).folder()).isNotEqualTo(before);
  }

  @Test
  void aBuildThatFailsSaysWhyAndLeavesNothing() throws IOException {
    Path description = describe("echo go: no such module >&2; exit 3");
    Programs programs = Programs.of(description, folder.resolve("cache"));

    assertThatThrownBy(programs::built)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no such module");
    assertThat(programs.folder()).doesNotExist();
  }

  @Test
  void versionsOfGoAreComparedNumberByNumber() {
    assertThat(Programs.isAtLeast("1.26.8", "1.26.0")).isTrue();
    assertThat(Programs.isAtLeast("1.100", "1.26.0")).isTrue();
    assertThat(Programs.isAtLeast("2.0", "1.26.0")).isTrue();
    assertThat(Programs.isAtLeast("1.26", "1.26.0")).isTrue();
    assertThat(Programs.isAtLeast("1.27rc1", "1.26.0")).isTrue();
    assertThat(Programs.isAtLeast("1.25.9", "1.26.0")).isFalse();
    assertThat(Programs.isAtLeast("1.9", "1.26.0")).isFalse();
  }

  @Test
  void theCacheIsTheUsers() {
    assertThat(Programs.cache(Map.of("XDG_CACHE_HOME", "/var/cache/me", "HOME", "/home/me")))
        .isEqualTo(Path.of("/var/cache/me"));
    assertThat(Programs.cache(Map.of("HOME", "/home/me"))).isEqualTo(Path.of("/home/me/.cache"));
  }

  private Path describe(String build) throws IOException {
    Path description = Files.createDirectories(folder.resolve("description"));
    Files.writeString(description.resolve("go.mod"), "module x\n\ngo 1.26.0\n");
    Files.writeString(description.resolve("go.sum"), "");
    Path script = Files.writeString(description.resolve("build"), "#!/bin/sh\n" + build + "\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
    return description;
  }
}
