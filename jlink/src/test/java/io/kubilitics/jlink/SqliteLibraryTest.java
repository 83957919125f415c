package io.kubilitics.jlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqliteLibraryTest {
  private static final List<Entry> NATIVES =
      Stream.of(
              "Linux/x86_64/libsqlitejdbc.so",
              "Linux/aarch64/libsqlitejdbc.so",
              "Linux-Musl/x86_64/libsqlitejdbc.so",
              "Mac/aarch64/libsqlitejdbc.dylib",
              "Windows/x86_64/sqlitejdbc.dll")
          .map(path -> new Entry("org/sqlite/native/" + path, new byte[0]))
          .toList();

  @ParameterizedTest
  @CsvSource({
    "Linux, amd64, Linux/x86_64/libsqlitejdbc.so",
    "Linux, aarch64, Linux/aarch64/libsqlitejdbc.so",
    "Mac OS X, aarch64, Mac/aarch64/libsqlitejdbc.dylib",
    "Windows 11, amd64, Windows/x86_64/sqlitejdbc.dll"
  })
  void theLibraryOfTheMachineIsTaken(String system, String architecture, String path) {
    assertThat(SqliteLibrary.pick(NATIVES, system, architecture).path()).endsWith("/" + path);
  }

  @Test
  void aMachineWithoutOneIsNamed() {
    assertThatIllegalStateException()
        .isThrownBy(() -> SqliteLibrary.pick(NATIVES, "Linux", "riscv64"))
        .withMessageContaining("Linux/riscv64");
  }
}
