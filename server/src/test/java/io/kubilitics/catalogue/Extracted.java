package io.kubilitics.catalogue;

import io.kubilitics.model.Fact;
import io.kubilitics.model.NamespaceScope;
import io.kubilitics.model.Relation;
import io.kubilitics.model.RelationType;
import io.kubilitics.model.Resource;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// What an extractor said of some documents, and facts as one line of text each.
class Extracted implements ExtractionListener {
  static final Catalogue CATALOGUE = Catalogue.builtIn();

  final List<Resource> resources = new ArrayList<>();
  final List<String> rejections = new ArrayList<>();

  @Override
  public void resource(Resource resource, int line) {
    resources.add(resource);
  }

  @Override
  public void rejected(int line, String reason) {
    rejections.add(line + ": " + reason);
  }

  static Extracted yaml(String documents) {
    Extracted extracted = new Extracted();
    Extractor extractor = CATALOGUE.extractor();
    for (Object document : new Load(LoadSettings.builder().build()).loadAllFromString(documents)) {
      extractor.read(TreeTokens.of(document), extracted);
    }
    return extracted;
  }

  static Extracted json(String document) {
    return json(CATALOGUE, document);
  }

  static Extracted json(Catalogue catalogue, String document) {
    Extracted extracted = new Extracted();
    catalogue.extractor().read(JsonTokens.of(document), extracted);
    return extracted;
  }

  static Extracted tree(Object document) {
    Extracted extracted = new Extracted();
    CATALOGUE.extractor().read(TreeTokens.of(document), extracted);
    return extracted;
  }

  Resource only() {
    if (resources.size() != 1 || !rejections.isEmpty()) {
      throw new AssertionError(resources + " " + rejections);
    }
    return resources.getFirst();
  }

  /// The facts of the one object that edges are made of at once, in order.
  List<String> facts() {
    return only().facts().stream().filter(fact -> !isOnDemand(fact)).map(Extracted::text).toList();
  }

  /// The facts of the one object that are kept until somebody asks.
  List<String> onDemand() {
    return only().facts().stream().filter(Extracted::isOnDemand).map(Extracted::text).toList();
  }

  private static boolean isOnDemand(Fact fact) {
    Relation relation =
        switch (fact) {
          case Fact.Selects selects -> selects.relation();
          case Fact.Reaches reaches -> reaches.relation();
          case Fact.Places places -> places.relation();
          case Fact.Names _,
              Fact.OwnedBy _,
              Fact.Offers _,
              Fact.Permits _,
              Fact.Repels _,
              Fact.MeansTold _,
              Fact.Tells _ ->
              null;
        };
    return fact instanceof Fact.Repels
        || (relation != null
            && CATALOGUE.relations().of(relation).storage() == RelationType.Storage.ON_DEMAND);
  }

  /// The facts of the one object that are of a relation; those that have none are `offers` and
  /// `permits`.
  List<String> facts(String relation) {
    return facts().stream().filter(fact -> fact.startsWith(relation + " ")).toList();
  }

  static String text(Fact fact) {
    String evidence = fact.evidence().path() + "=" + fact.evidence().value();
    if (!fact.evidence().key().isEmpty()) {
      evidence += "#" + fact.evidence().key();
    }
    if (!fact.evidence().attributes().isEmpty()) {
      evidence += " (" + fact.evidence().attributes() + ")";
    }
    return switch (fact) {
      case Fact.Names names ->
          names.relation()
              + " "
              + names.target()
              + " "
              + names.presence().name().toLowerCase(java.util.Locale.ROOT)
              + (names.expectedUid().isEmpty() ? "" : " uid " + names.expectedUid())
              + (names.permit() == null
                  ? ""
                  : " permit " + names.permit().grantKind().name() + "/" + names.permit().section())
              + (names.rank() == null
                  ? ""
                  : " rank " + names.rank().group() + " " + names.rank().level())
              + (names.reversed() ? " reversed" : "")
              + (names.inferred() ? " inferred" : "")
              + " @ "
              + evidence;
      case Fact.OwnedBy owned ->
          "owns "
              + owned.kind()
              + "/"
              + owned.name()
              + " "
              + owned.uid()
              + " "
              + owned.scope().name().toLowerCase(java.util.Locale.ROOT)
              + (owned.controller() ? " controller" : "")
              + " @ "
              + evidence;
      case Fact.Selects selects ->
          selects.relation()
              + " "
              + selects.kind()
              + " "
              + text(selects.scope())
              + " "
              + selects.selector()
              + (selects.pick() == Fact.Pick.NEWEST ? " newest" : "")
              + " @ "
              + evidence;
      case Fact.Offers offers ->
          "offers "
              + offers.kind()
              + " "
              + offers.labels()
              + (offers.inferred() ? " inferred" : "")
              + " @ "
              + evidence;
      case Fact.Permits permits ->
          "permits "
              + permits.fromKind()
              + " "
              + text(permits.fromScope())
              + " to "
              + permits.toKind()
              + "/"
              + permits.toName()
              + "/"
              + permits.section()
              + " @ "
              + evidence;
      case Fact.Reaches reaches ->
          reaches.relation()
              + " "
              + reaches.synthetic().id()
              + (reaches.rank() == null
                  ? ""
                  : " rank " + reaches.rank().group() + " " + reaches.rank().level())
              + (reaches.reversed() ? " reversed" : "")
              + " @ "
              + evidence;
      case Fact.Places places -> places.relation() + " @ " + evidence;
      case Fact.MeansTold means ->
          means.relation()
              + " "
              + means.namespace()
              + "/"
              + means.name()
              + " told by "
              + means.teller()
              + " @ "
              + evidence;
      case Fact.Tells tells -> "tells " + tells.kind() + " @ " + evidence;
      case Fact.Repels repels -> "repels " + repels.taint() + " @ " + evidence;
    };
  }

  private static String text(NamespaceScope scope) {
    return switch (scope) {
      case NamespaceScope.In(String namespace) ->
          namespace.isEmpty() ? "in cluster" : "in " + namespace;
      case NamespaceScope.Everywhere() -> "everywhere";
      case NamespaceScope.Matching(var namespaces) -> "in namespaces " + namespaces;
    };
  }
}
