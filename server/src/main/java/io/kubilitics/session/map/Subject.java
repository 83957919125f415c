package io.kubilitics.session.map;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.model.ClusterId;
import java.time.Instant;
import java.util.List;

/// One cluster with its places, to be drawn.
///
/// @param asOf the moment it is drawn for
/// @param filters what was asked for in words, one text each
public record Subject(
    ClusterId cluster, Catalogue catalogue, Instant asOf, List<String> filters, Sheet sheet) {
  public Subject {
    filters = List.copyOf(filters);
  }
}
