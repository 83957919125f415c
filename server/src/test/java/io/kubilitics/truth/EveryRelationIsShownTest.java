package io.kubilitics.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.model.Relation;
import io.kubilitics.model.RelationType;
import io.kubilitics.testbed.Manifests;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// No relation is only claimed: for each the truth set has an edge that is there and resolved.
class EveryRelationIsShownTest {
  /// A resolved edge: nothing between its target and the arrow but what is no fault.
  private static final Pattern RESOLVED =
      Pattern.compile("\\S+ (?<relation>[a-z-]+) \\S+( inferred)?( optional)? (<-|->) .*");

  @Test
  void everyRelationOfTheCatalogueHasAnEdgeInTheTruthSet() throws IOException {
    Set<String> shown = new HashSet<>();
    for (Path objects : TruthSet.cases()) {
      for (String line : TruthSet.edges(objects)) {
        Matcher edge = RESOLVED.matcher(line);
        if (edge.matches()) {
          shown.add(edge.group("relation"));
        }
      }
    }

    Set<String> missing = new TreeSet<>();
    for (RelationType type : Manifests.catalogue().relations().all()) {
      Relation relation = type.relation();
      if (!shown.contains(relation.name())) {
        missing.add(relation.name());
      }
    }
    assertThat(missing).isEmpty();
  }
}
