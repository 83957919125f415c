package io.kubilitics.jlink;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Many jars made into one module.
final class Merge {
  private final TreeMap<String, Entry> files = new TreeMap<>();
  private final TreeMap<String, Entry> licences = new TreeMap<>();
  private final List<Entry> natives = new ArrayList<>();
  private final Services services = new Services();
  private final Set<String> duplicates = new TreeSet<>();

  private Merge() {}

  /// Of a resource that several jars have, the first on the class path stays, as it was the one
  /// that was found there; a class may not differ.
  static MergedModule of(List<RuntimeJar> jars) throws IOException {
    Merge merge = new Merge();
    for (RuntimeJar jar : jars) {
      for (Entry entry : jar.entries()) {
        merge.add(jar, entry);
      }
    }
    return merge.module();
  }

  private void add(RuntimeJar jar, Entry entry) {
    switch (Fate.of(entry.path())) {
      case KEEP -> keep(jar, entry);
      case SERVICE -> services.add(entry);
      case LICENCE -> licences.put(jar.name() + "/" + entry.path(), entry);
      case NATIVE -> natives.add(entry);
      case DROP -> {}
    }
  }

  private void keep(RuntimeJar jar, Entry entry) {
    Entry first = files.putIfAbsent(entry.path(), entry);
    if (first == null || first.hasContentOf(entry)) {
      return;
    }
    if (entry.isClass()) {
      throw new IllegalStateException(
          entry.path() + " of " + jar.name() + " differs from that of another jar");
    }
    duplicates.add(entry.path());
  }

  private MergedModule module() {
    Set<String> packages = foldersOf(Entry::isClass);
    Set<String> jdk = JdkModules.packages();
    requireNoneOf(jdk, packages);

    Predicate<String> ours = type -> files.containsKey(type.replace('.', '/') + ".class");
    Predicate<String> there = type -> ours.test(type) || jdk.contains(packageOf(type));
    Services present =
        services.among(there, ours).keepingOnly(TypedKinds.SERVICE, TypedKinds.NAMES::contains);
    Set<String> uses = new TreeSet<>(present.byType().keySet());
    List<Entry> classes = files.values().stream().filter(Entry::isClass).toList();
    ServiceLoads.in(classes).stream().filter(there).forEach(uses::add);

    List<Entry> content = new ArrayList<>();
    content.add(
        ModuleInfo.of(packages, foldersOf(entry -> !entry.isClass()), uses, present.byType()));
    present.files().forEach(content::add);
    files.values().stream().map(LineNumbers::droppedFrom).forEach(content::add);
    return new MergedModule(content, licences, natives, duplicates);
  }

  private Set<String> foldersOf(Predicate<Entry> chosen) {
    return files.values().stream()
        .filter(chosen)
        .map(entry -> entry.folder().replace('/', '.'))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void requireNoneOf(Set<String> jdk, Collection<String> packages) {
    List<String> both = packages.stream().filter(jdk::contains).toList();
    if (!both.isEmpty()) {
      throw new IllegalStateException("packages that the JDK has as well: " + both);
    }
    if (packages.contains("")) {
      throw new IllegalStateException("a class without a package cannot be in a module");
    }
  }

  private static String packageOf(String type) {
    return type.substring(0, Math.max(0, type.lastIndexOf('.')));
  }
}
