package io.kubilitics.fuzz;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.plugin.KindCatalogue;
import io.kubilitics.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;

/// Any bytes as a plugin's catalogue file: it is taken or refused with line and reason, and the
/// built-in kinds stay.
public final class CatalogueFuzz {
  private static final Catalogue BUILT_IN = Catalogue.builtIn();

  private CatalogueFuzz() {}

  /// Called by the fuzzer.
  public static void fuzzerTestOneInput(byte[] input) {
    Catalogue catalogue = BUILT_IN.with(List.of(new OneFile(input)));
    for (Problem problem : catalogue.problems()) {
      Promise.holds(!problem.message().isEmpty(), () -> "a refusal without words");
    }
    Promise.holds(
        catalogue.kinds().size() >= BUILT_IN.kinds().size(),
        () -> "a file took built-in kinds away");
  }

  private record OneFile(@SuppressWarnings("ArrayRecordComponent") byte[] yaml)
      implements KindCatalogue {
    @Override
    public List<String> files() {
      return List.of("fuzz.yaml");
    }

    @Override
    public InputStream open(String file) {
      return new ByteArrayInputStream(yaml);
    }
  }
}
