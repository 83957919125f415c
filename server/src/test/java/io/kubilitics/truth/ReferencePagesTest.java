package io.kubilitics.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.testbed.Manifests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The reference pages say what the catalogue and the truth set say. `-Dkubilitics.write=true`
/// writes them anew.
class ReferencePagesTest {
  private static final Path DOCS = Path.of("..", "docs");

  @Test
  void theRelationsAreThoseOfTheCatalogueAndTheTruthSet() throws IOException {
    Catalogue catalogue = Manifests.catalogue();
    RelationReference reference = new RelationReference(catalogue);
    for (Path objects : TruthSet.cases()) {
      reference.add(
          Manifests.allEdges(
              Manifests.topology(Files.readString(objects)), TruthSet.onDemand(objects)));
    }
    compare("relations.md", reference.text());
  }

  @Test
  void theKindsAreThoseOfTheCatalogue() throws IOException {
    compare("kinds.md", KindReference.text(Manifests.catalogue()));
  }

  private static void compare(String page, String text) throws IOException {
    Path file = DOCS.resolve(page);
    if (Boolean.getBoolean("kubilitics.write")) {
      Files.writeString(file, text);
    }
    assertThat(file).content().isEqualTo(text);
  }
}
