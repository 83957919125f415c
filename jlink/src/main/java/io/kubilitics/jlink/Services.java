package io.kubilitics.jlink;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/// Service types and their providers, as the jars' `META-INF/services` name them, united.
final class Services {
  private static final String FOLDER = "META-INF/services/";

  private final SortedMap<String, Set<String>> providers = new TreeMap<>();

  void add(Entry list) {
    String service = list.path().substring(FOLDER.length());
    Set<String> known = providers.computeIfAbsent(service, _ -> new LinkedHashSet<>());
    new String(list.content(), UTF_8)
        .lines()
        .map(line -> line.replaceFirst("#.*", "").strip())
        .filter(line -> !line.isEmpty())
        .forEach(known::add);
  }

  /// Leaves out services that nobody can ask for, as their type is not there, providers that are
  /// not there, and services that are left without a provider.
  Services among(Predicate<String> typeIsThere, Predicate<String> classIsOurs) {
    Services present = new Services();
    providers.forEach((service, names) -> {
      Set<String> found = new LinkedHashSet<>(names);
      found.removeIf(classIsOurs.negate());
      if (typeIsThere.test(service) && !found.isEmpty()) {
        present.providers.put(service, found);
      }
    });
    return present;
  }

  /// The same with only those providers of `service` that pass.
  Services keepingOnly(String service, Predicate<String> provider) {
    Services fewer = new Services();
    fewer.providers.putAll(providers);
    fewer.providers.computeIfPresent(
        service,
        (_, names) -> {
          Set<String> kept = new LinkedHashSet<>(names);
          kept.removeIf(provider.negate());
          return kept;
        });
    return fewer;
  }

  SortedMap<String, Set<String>> byType() {
    return providers;
  }

  /// Kept beside the module's `provides`: some libraries read these files themselves.
  Iterable<Entry> files() {
    return providers.entrySet().stream()
        .map(service ->
            new Entry(
                FOLDER + service.getKey(),
                (String.join("\n", service.getValue()) + "\n").getBytes(UTF_8)))
        .toList();
  }
}
