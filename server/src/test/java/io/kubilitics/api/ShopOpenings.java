package io.kubilitics.api;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.session.FoundContext;
import io.kubilitics.session.FoundContexts;
import io.kubilitics.session.Openings;
import io.kubilitics.session.Origin;
import io.kubilitics.source.ResourceSource;
import io.kubilitics.source.demo.DemoSource;
import io.kubilitics.source.demo.DemoSpec;
import java.util.List;

/// Two contexts that are shops, and demos.
final class ShopOpenings implements Openings {
  static final String STAGING = "staging";
  static final String ARN = "arn:aws:eks:eu-west-1:1:cluster/prod";
  static final String WARNING = "config:7: the user 'old' has two tokens";

  private static final Catalogue CATALOGUE = Catalogue.builtIn();

  @Override
  public FoundContexts found() {
    return new FoundContexts(
        List.of(
            new FoundContext(STAGING, "https://staging.example:6443", "shop", true),
            new FoundContext(ARN, "https://prod.example", "", false)),
        List.of(WARNING));
  }

  @Override
  public String name(Origin origin) {
    return switch (origin) {
      case Origin.Context(String name) -> name;
      case Origin.Source(String text) -> text.replaceFirst(":.*", "");
    };
  }

  @Override
  public Catalogue catalogue() {
    return CATALOGUE;
  }

  @Override
  public ResourceSource open(Origin origin, Catalogue catalogue) {
    return switch (origin) {
      case Origin.Context(String name) -> context(name);
      case Origin.Source(String text) ->
          DemoSource.still(DemoSpec.parse(text), catalogue.forCluster(), Shop.AS_OF);
    };
  }

  private static ResourceSource context(String name) {
    if (List.of(STAGING, ARN).contains(name)) {
      return Shop.complete();
    }
    throw new ProblemException(new Problem.NotFound("context " + name));
  }
}
