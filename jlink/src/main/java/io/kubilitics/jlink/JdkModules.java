package io.kubilitics.jlink;

import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.module.ResolvedModule;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The part of the JDK that the product runs on.
final class JdkModules {
  /// `java.desktop` and `jdk.xml.dom` are for the export worker; their classes load only there.
  static final List<String> REQUIRED =
      List.of(
          "java.base",
          "java.desktop",
          "java.management",
          "java.naming",
          "java.net.http",
          "java.sql",
          "jdk.unsupported",
          "jdk.xml.dom",
          "jdk.zipfs");

  private static final ModuleFinder SYSTEM = ModuleFinder.ofSystem();

  private JdkModules() {}

  /// The packages of the required modules and of all that these require.
  static Set<String> packages() {
    return Configuration.empty().resolve(SYSTEM, ModuleFinder.of(), REQUIRED).modules().stream()
        .map(ResolvedModule::reference)
        .flatMap(module -> module.descriptor().packages().stream())
        .collect(Collectors.toUnmodifiableSet());
  }
}
