package io.kubilitics.source.demo;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A Service of an app with the objects that the control plane makes from it. One thread.
final class Exposure {
  private final Part service;
  private final Part slice;
  private final @Nullable Part endpoints;

  /// @param address its cluster address, `None` for a headless Service
  Exposure(App app, Births births, String name, String address, boolean withEndpoints) {
    String namespace = app.spec().namespace();
    long createdAt = app.profile().createdAt();
    String letters = Dice.of(births.seed(), "slice", namespace, name).letters(5);
    Part owner =
        new Part(
            births.old(Api.SERVICE, namespace, name, createdAt),
            part -> ServiceBodies.service(part, app, address));
    service = owner;
    slice =
        new Part(
            births.old(Api.ENDPOINT_SLICE, namespace, name + "-" + letters, createdAt + 1),
            part -> ServiceBodies.slice(part, owner, app, app.workload().pods()));
    endpoints =
        withEndpoints
            ? new Part(
                births.old(Api.ENDPOINTS, namespace, name, createdAt + 1),
                part -> ServiceBodies.endpoints(part, app, app.workload().pods()))
            : null;
  }

  Part service() {
    return service;
  }

  /// What follows the Pods.
  List<Part> made() {
    return endpoints == null ? List.of(slice) : List.of(slice, endpoints);
  }

  List<Part> parts() {
    List<Part> all = new ArrayList<>();
    all.add(service);
    all.addAll(made());
    return all;
  }
}
