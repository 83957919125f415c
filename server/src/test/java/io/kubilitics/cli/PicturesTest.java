package io.kubilitics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The pictures in the documentation are what the product draws, byte for byte.
/// `-Dkubilitics.write=true` draws them anew; look at them then.
class PicturesTest {
  private static final Path PICTURES = Path.of("..", "docs", "pictures");
  private static final String AS_OF = "2026-11-20T10:00:07Z";

  @TempDir private Path folder;

  @Test
  void oneNamespaceInEveryDetail() throws IOException {
    compare("shop.svg", "demo", "-n", "shop", "--level", "3");
  }

  @Test
  void aWholeClusterInTiles() throws IOException {
    compare("overview.svg", "demo:3000", "--level", "0", "--theme", "dark");
  }

  private void compare(String name, String... arguments) throws IOException {
    Path drawn = folder.resolve(name);
    List<String> all = new ArrayList<>(List.of("export"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--as-of", AS_OF, "-f", drawn.toString()));
    Run run = Run.of(all.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    Path file = PICTURES.resolve(name);
    if (Boolean.getBoolean("kubilitics.write")) {
      Files.createDirectories(PICTURES);
      Files.copy(drawn, file, StandardCopyOption.REPLACE_EXISTING);
    }
    assertThat(file).hasSameBinaryContentAs(drawn);
  }
}
