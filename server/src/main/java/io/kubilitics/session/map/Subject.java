package io.kubilitics.session.map;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.model.ClusterId;
import java.time.Instant;

/// One cluster with its places, to be drawn.
///
/// @param asOf the moment it is drawn for
public record Subject(ClusterId cluster, Catalogue catalogue, Instant asOf, Sheet sheet) {}
