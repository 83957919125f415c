package io.kubilitics.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.check.WorldMode;
import io.kubilitics.model.Change;
import io.kubilitics.model.Kind;
import io.kubilitics.model.KindState;
import io.kubilitics.model.KindState.Knowledge;
import io.kubilitics.model.Resource;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Viewer;
import io.kubilitics.topology.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What can be said where a side is not fully known; DiffCommandTest has the rest.
class ComparisonTest {
  private static final Catalogue CATALOGUE = Catalogue.builtIn();
  private static final Kind POD = Kind.core("Pod");
  private static final ResourceId CART = new ResourceId(POD, "shop", "cart-1");

  private static Side side(KindState state, ResourceId... objects) {
    Engine engine = new Engine(CATALOGUE.relations());
    List<Change> changes = new ArrayList<>();
    changes.add(new Change.Known(KindState.ofAnyOther(Knowledge.SYNCED)));
    changes.add(new Change.Known(state));
    for (ResourceId object : objects) {
      changes.add(new Change.Put(Resource.builder(object).build()));
    }
    engine.apply(changes);
    return new Side(engine.current(), _ -> Optional.empty(), CATALOGUE, WorldMode.CLOSED);
  }

  private static List<String> differences(Side left, Side right) {
    List<String> differences = new ArrayList<>();
    new Comparison(left, right, Scope.ALL, Viewer.EVERYTHING, Set.of())
        .<RuntimeException>objects(each -> differences.add(each.change() + " " + each.id()));
    return differences;
  }

  private static List<ResourceId> unanswered(Side left, Side right) {
    return new Comparison(left, right, Scope.ALL, Viewer.EVERYTHING, Set.of())
        .coverage()
        .unanswered();
  }

  @Test
  void whatIsNotOnTheOtherSideDiffers() {
    Side whole = side(new KindState(POD, "", Knowledge.SYNCED, ""), CART);
    Side empty = side(new KindState(POD, "", Knowledge.SYNCED, ""));

    assertThat(differences(whole, empty)).containsExactly("REMOVED Pod/shop/cart-1");
    assertThat(differences(empty, whole)).containsExactly("ADDED Pod/shop/cart-1");
    assertThat(unanswered(whole, empty)).isEmpty();
  }

  @Test
  void aSideThatMayNotReadAKindLacksNoneOfIt() {
    Side whole = side(new KindState(POD, "", Knowledge.SYNCED, ""), CART);
    Side blind = side(new KindState(POD, "", Knowledge.FORBIDDEN, "pods is forbidden"));

    assertThat(differences(whole, blind)).isEmpty();
    assertThat(unanswered(whole, blind)).containsExactly(CART);
    assertThat(unanswered(blind, whole)).containsExactly(CART);
  }

  @Test
  void aSideThatIsStillReadLacksNothingOfWhichNobodyHasSaidAnythingYet() {
    Side whole = side(new KindState(POD, "", Knowledge.SYNCED, ""), CART);
    Side opening = side(KindState.ofAnyOther(Knowledge.SYNCING));

    assertThat(differences(whole, opening)).isEmpty();
    assertThat(differences(opening, whole)).isEmpty();
    assertThat(unanswered(whole, opening)).containsExactly(CART);
  }
}
