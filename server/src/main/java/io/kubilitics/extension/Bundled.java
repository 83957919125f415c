package io.kubilitics.extension;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.plugin.FactRule;
import io.kubilitics.plugin.KindCatalogue;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/// The plugins that are shipped with the product, on its own class path. They are as trusted as the
/// product itself: one that cannot be used is a bug.
public final class Bundled {
  private Bundled() {}

  /// All that is known without plugins from outside; the same in every process, whatever the order
  /// of the class path.
  public static Catalogue catalogue() {
    Catalogue catalogue =
        Catalogue.builtIn()
            .with(sorted(ServiceLoader.load(KindCatalogue.class)))
            .withRules(sorted(ServiceLoader.load(FactRule.class)));
    if (!catalogue.problems().isEmpty()) {
      throw new IllegalStateException(catalogue.problems().getFirst().message());
    }
    return catalogue;
  }

  private static <T> List<T> sorted(ServiceLoader<T> found) {
    Stream<T> all = found.stream().map(ServiceLoader.Provider::get);
    return all.sorted(Comparator.comparing(each -> each.getClass().getName())).toList();
  }
}
