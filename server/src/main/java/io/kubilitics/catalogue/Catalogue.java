package io.kubilitics.catalogue;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KindNames;
import io.kubilitics.catalogue.file.CatalogueFile;
import io.kubilitics.catalogue.file.InvalidFileException;
import io.kubilitics.catalogue.file.KindEntry;
import io.kubilitics.catalogue.mask.BodyReader;
import io.kubilitics.catalogue.mask.MaskKey;
import io.kubilitics.model.Kind;
import io.kubilitics.model.RelationTypes;
import io.kubilitics.model.Scope;
import io.kubilitics.plugin.FactRule;
import io.kubilitics.plugin.KindCatalogue;
import io.kubilitics.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;

/// All kinds, relations and rules there are. Used by any thread; kinds are compiled when their
/// first object comes. What the files and plugins say never changes; a catalogue made [#forCluster]
/// also learns the kinds which that cluster defines by itself.
public final class Catalogue implements KindNames {
  /// Kinds nobody described are compiled alike; a hostile folder may have any number of them.
  private static final int MOST_COMPILED = 10_000;

  private final CatalogueFiles files;
  private final List<FactRule> pluginRules;
  private final KindIndex kinds;
  private final RelationTypes relations;
  private final KindCompiler compiler;
  private final ConcurrentMap<Kind, CompiledKind> compiled = new ConcurrentHashMap<>();
  private final SharedValues shared;
  private final LearnedKinds learned = new LearnedKinds();

  private Catalogue(CatalogueFiles files, List<FactRule> pluginRules) {
    this.files = files;
    this.pluginRules = List.copyOf(pluginRules);
    kinds = new KindIndex(files.kinds());
    relations = new RelationTypes(files.relations());
    compiler = new KindCompiler(kinds, files.rules(), this.pluginRules);
    shared = new SharedValues();
  }

  /// The same for another cluster.
  private Catalogue(Catalogue base) {
    files = base.files;
    pluginRules = base.pluginRules;
    kinds = base.kinds;
    relations = base.relations;
    compiler = base.compiler;
    shared = base.shared;
  }

  /// The kinds of Kubernetes and of the operators the product knows by itself.
  public static Catalogue builtIn() {
    Catalogue catalogue =
        new Catalogue(read(List.of(new BuiltInFiles()), List.of(), List.of()), List.of());
    if (!catalogue.problems().isEmpty()) {
      throw new IllegalStateException(catalogue.problems().getFirst().message());
    }
    return catalogue;
  }

  /// This catalogue and the files of plugins. A file that makes no sense is left out, see
  /// [#problems]; what is defined already stays as it is.
  public Catalogue with(List<? extends KindCatalogue> catalogues) {
    return new Catalogue(read(catalogues, files.files(), files.problems()), pluginRules);
  }

  /// This catalogue and the rules of plugins.
  public Catalogue withRules(List<? extends FactRule> rules) {
    List<FactRule> all = new ArrayList<>(pluginRules);
    all.addAll(rules);
    return new Catalogue(files, all);
  }

  /// This catalogue for the objects of one cluster, without what others have learned. It shares
  /// everything else, so it costs next to nothing.
  public Catalogue forCluster() {
    return new Catalogue(this);
  }

  /// Takes over what a cluster says of a kind. Files and plugins say more and count; of several
  /// definitions the first, and any definition more than what the API server said. Objects read
  /// from now on are read by it; those before, and all that name such objects, should be read
  /// again.
  ///
  /// @return whether anything is known now that was not
  public boolean learn(CustomKind defined) {
    return !isDescribed(defined.kind()) && changed(defined.kind(), learned.add(defined));
  }

  /// The same where things change: of several definitions the last one counts.
  ///
  /// @return whether anything is known now that was not
  public boolean learnAnew(CustomKind defined) {
    return !isDescribed(defined.kind()) && changed(defined.kind(), learned.replace(defined));
  }

  /// The cluster does not serve this kind any more, so that another of its name may be learned.
  public void forget(Kind kind) {
    changed(kind, learned.forget(kind));
  }

  private boolean isDescribed(Kind kind) {
    return kinds.entry(kinds.canonical(kind)) != null;
  }

  private boolean changed(Kind kind, boolean isNews) {
    if (isNews) {
      compiled.remove(kind);
    }
    return isNews;
  }

  private static CatalogueFiles read(
      List<? extends KindCatalogue> catalogues,
      List<CatalogueFile> before,
      List<Problem> problemsBefore) {
    List<CatalogueFile> files = new ArrayList<>(before);
    List<Problem> problems = new ArrayList<>(problemsBefore);
    for (KindCatalogue catalogue : catalogues) {
      for (String file : catalogue.files()) {
        try (InputStream yaml = catalogue.open(file)) {
          files.add(CatalogueFile.read(file, yaml));
        } catch (InvalidFileException e) {
          problems.add(CatalogueFiles.refused(file, e));
        } catch (IOException e) {
          problems.add(new Problem.Unreadable("catalogue file " + file, e.toString()));
        }
      }
    }
    return CatalogueFiles.of(files, problems);
  }

  /// The files that were left out, with line and reason.
  public List<Problem> problems() {
    return files.problems();
  }

  public RelationTypes relations() {
    return relations;
  }

  /// The kind a kubectl word means, in any case: `po`, `pods`, `Pod`, `deploy`, `deployments.apps`,
  /// `Deployment.apps`. Of several kinds with the same word the first in the catalogue, core first.
  @Override
  public Optional<Kind> kind(String word) {
    Kind kind = kinds.named(word);
    return Optional.ofNullable(kind != null ? kind : learned.index().named(word));
  }

  /// What is known of a kind; empty for one that no file describes.
  public Optional<KindDefinition> definition(Kind kind) {
    KindDefinition described = kinds.definition(kinds.canonical(kind));
    return Optional.ofNullable(described != null ? described : learned.index().definition(kind));
  }

  /// All kinds that are described, or were learned, ordered by kind.
  public Collection<KindDefinition> kinds() {
    Collection<KindDefinition> own = learned.index().definitions();
    if (own.isEmpty()) {
      return kinds.definitions();
    }
    return Stream.concat(kinds.definitions().stream(), own.stream())
        .sorted(Comparator.comparing(KindDefinition::kind))
        .toList();
  }

  @Override
  public Scope scopeOf(Kind kind) {
    KindEntry entry = kinds.entry(kinds.canonical(kind));
    if (entry == null) {
      entry = learned.entry(kind);
    }
    return entry == null ? Scope.UNKNOWN : entry.scope();
  }

  @Override
  public Kind kindOf(String apiVersion, String name) {
    int slash = apiVersion.indexOf('/');
    return kinds.canonical(new Kind(slash < 0 ? "" : apiVersion.substring(0, slash), name));
  }

  /// A new extractor, for one thread at a time. All extractors of a catalogue share equal values.
  public Extractor extractor() {
    return new Extractor(this, shared);
  }

  /// A new reader of bodies, for one thread, that masks with the key of this process.
  public BodyReader bodies() {
    return new BodyReader(this, MaskKey.ofProcess());
  }

  /// The paths below which no value may ever be shown.
  public List<FieldPath> secretPaths(Kind kind) {
    KindEntry entry = kinds.entry(kinds.canonical(kind));
    return entry == null ? List.of() : entry.secret();
  }

  /// The paths where a change is no change.
  public List<FieldPath> ignoredPaths(Kind kind) {
    KindEntry entry = kinds.entry(kinds.canonical(kind));
    List<FieldPath> ignored = new ArrayList<>(KindCompiler.ignoredEverywhere());
    if (entry != null) {
      ignored.addAll(entry.ignore());
    }
    return List.copyOf(ignored);
  }

  CompiledKind compiled(String apiVersion, String name) {
    Kind kind = kindOf(apiVersion, name);
    CompiledKind known = compiled.get(kind);
    if (known != null) {
      return known;
    }
    KindEntry defined = learned.entry(kind);
    CompiledKind made = compiler.compile(kind, defined);
    if (compiled.size() < MOST_COMPILED) {
      compiled.put(kind, made);
      if (!Objects.equals(learned.entry(kind), defined)) {
        compiled.remove(kind);
      }
    }
    return made;
  }
}
