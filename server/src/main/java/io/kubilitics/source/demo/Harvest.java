package io.kubilitics.source.demo;

import io.kubilitics.catalogue.ExtractionListener;
import io.kubilitics.catalogue.Extractor;
import io.kubilitics.catalogue.TreeTokens;
import io.kubilitics.model.Change;
import io.kubilitics.model.Resource;
import io.kubilitics.source.Place;
import io.kubilitics.source.SourceListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What the extractor makes of some bodies, to be handed on together. One thread at a time.
final class Harvest implements ExtractionListener {
  private static final Place PLACE = new Place("demo", 0);

  private final List<Change> changes = new ArrayList<>();
  private final List<String> rejected = new ArrayList<>();

  void put(Map<String, Object> body, Extractor extractor) {
    extractor.read(TreeTokens.of(body), this);
  }

  void add(DemoChange change, Extractor extractor) {
    switch (change) {
      case DemoChange.Put put -> put(put.body(), extractor);
      case DemoChange.Gone gone -> changes.add(new Change.Gone(gone.id()));
    }
  }

  @Override
  public void resource(Resource resource, int line) {
    changes.add(new Change.Put(resource));
  }

  @Override
  public void rejected(int line, String reason) {
    rejected.add(reason);
  }

  void tell(SourceListener listener) {
    if (!changes.isEmpty()) {
      listener.changes(List.copyOf(changes));
    }
    rejected.forEach(reason -> listener.rejected(PLACE, reason));
  }
}
