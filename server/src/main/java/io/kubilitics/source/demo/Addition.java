package io.kubilitics.source.demo;

import java.util.List;

/// What a growing cluster gets next: all of it or nothing.
///
/// @param home the namespace of the apps, made when it is not there yet
/// @param parts cluster-scoped, or of namespaces that are there
record Addition(Plot home, List<AppSpec> apps, List<Part> parts) {

  /// What must be known to make a namespace.
  record Plot(String name, String team, String environment, Space.Style style) {
    static Plot system(String name) {
      return new Plot(name, "platform", "production", Space.Style.SYSTEM);
    }

    static Plot of(String name, String team, Space.Style style) {
      return new Plot(name, team, "production", style);
    }
  }

  static Addition apps(Plot home, AppSpec... apps) {
    return new Addition(home, List.of(apps), List.of());
  }

  static Addition parts(Plot home, List<Part> parts) {
    return new Addition(home, List.of(), parts);
  }

  Addition with(List<Part> more) {
    return new Addition(home, apps, more);
  }
}
