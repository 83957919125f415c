package io.kubilitics.jlink;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FateTest {
  @ParameterizedTest
  @CsvSource({
    "KEEP, io/javalin/Javalin.class",
    "KEEP, io/kubilitics/export/font/Inter-Regular.ttf",
    "KEEP, logback.xml",
    "KEEP, META-INF/extensions.idx",
    "KEEP, org/flywaydb/core/internal/license/FlywayLicense.class",
    "SERVICE, META-INF/services/java.sql.Driver",
    "NATIVE, org/sqlite/native/Mac/aarch64/libsqlitejdbc.dylib",
    "LICENCE, META-INF/LICENSE.txt",
    "LICENCE, META-INF/NOTICE",
    "LICENCE, about.html",
    "LICENCE, io/kubilitics/export/font/LICENSE-OFL.txt",
    "DROP, module-info.class",
    "DROP, META-INF/MANIFEST.MF",
    "DROP, META-INF/ECLIPSE_.SF",
    "DROP, META-INF/ECLIPSE_.RSA",
    "DROP, META-INF/maven/org.pf4j/pf4j/pom.xml"
  })
  void aFileOfAJarHasOneFate(Fate fate, String path) {
    assertThat(Fate.of(path)).isEqualTo(fate);
  }
}
