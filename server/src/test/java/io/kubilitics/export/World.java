package io.kubilitics.export;

import io.kubilitics.model.Change;
import io.kubilitics.model.ClusterId;
import io.kubilitics.model.Evidence;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Harm;
import io.kubilitics.model.Health;
import io.kubilitics.model.Kind;
import io.kubilitics.model.KindState;
import io.kubilitics.model.KindState.Knowledge;
import io.kubilitics.model.LabelSelector;
import io.kubilitics.model.Labels;
import io.kubilitics.model.NamespaceScope;
import io.kubilitics.model.Presence;
import io.kubilitics.model.Relation;
import io.kubilitics.model.RelationType;
import io.kubilitics.model.RelationType.Category;
import io.kubilitics.model.RelationTypes;
import io.kubilitics.model.Resource;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Scope;
import io.kubilitics.model.Synthetic;
import io.kubilitics.model.Viewer;
import io.kubilitics.topology.Engine;
import io.kubilitics.topology.Selection;
import io.kubilitics.topology.TopologyQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Small clusters with one of everything the writers must tell apart, made by the real engine.
public final class World {
  static final Heading HEADING =
      Heading.once(new ClusterId("shop"), Instant.parse("2026-11-20T10:00:00Z"));

  static final Kind POD = Kind.core("Pod");
  static final Kind SECRET = Kind.core("Secret");
  private static final Kind CONFIG_MAP = Kind.core("ConfigMap");
  private static final Kind NODE = Kind.core("Node");
  private static final Kind DEPLOYMENT = new Kind("apps", "Deployment");
  private static final Relation USES_SECRET = new Relation("uses-secret");
  private static final Relation USES_CONFIG = new Relation("uses-config");
  private static final Relation SELECTS = new Relation("selects");
  private static final Relation CALLS_HOST = new Relation("calls-host");
  private static final Relation RUNS_ON = new Relation("runs-on");

  static final RelationTypes TYPES =
      new RelationTypes(
          List.of(
              type(Relation.OWNS, Category.OWNERSHIP),
              type(USES_SECRET, Category.CONFIGURATION),
              type(USES_CONFIG, Category.CONFIGURATION),
              type(SELECTS, Category.TRAFFIC),
              type(CALLS_HOST, Category.TRAFFIC),
              type(RUNS_ON, Category.PLACEMENT)));

  /// Names that somebody who wants to break a format would try.
  public static final List<String> HOSTILE =
      List.of(
          "quo\"te",
          "apos'trophe",
          "back\\slash",
          "ends-in-\\",
          "new\nline",
          "tab\tand\rreturn",
          "nul\0bell\u0007escape\u001b[31mred",
          "slash/and%percent",
          "rtl\u202egnp.exe",
          "zero\u200bwidth\ufeffbom",
          "line\u2028paragraph\u2029next\u0085",
          "emoji-\uD83D\uDE80",
          "half-\uD83D",
          "\uDE80-half",
          "nochar-\ufffe-\uffff",
          "שלום",
          "<b>&amp;</b>",
          "}\n};digraph{",
          "- dash",
          "? key",
          ": colon",
          "# comment",
          "a: b",
          "a #b",
          "&anchor",
          "*alias",
          "!tag",
          "|",
          ">",
          "{}",
          "[]",
          "true",
          "No",
          "null",
          "~",
          "on",
          "y",
          "1",
          "01",
          "0x1f",
          "1e3",
          "1_000",
          ".inf",
          "-.5",
          "+1",
          "12:30:45",
          "2026-11-20",
          "2026-11-20T10:00:00Z",
          "=",
          "<<",
          "---",
          "...",
          "x".repeat(253),
          "ש".repeat(253),
          "e\u0301a\u0300\u0302o\u0336",
          "]]>",
          "<![CDATA[x",
          "<!--",
          "%%{init: {}}%%",
          "%% comment",
          "end",
          "subgraph",
          "classDef x:#1;",
          "style n0:#1;",
          "#quot;#35;",
          "ﬂ°°35¶ß",
          "&quot;&#35;",
          "`**bold** _it_`",
          "1. list",
          "- [x](javascript:alert)",
          "$$x^2$$",
          "fa:fa-bomb",
          "]) --> n0",
          " leading",
          "trailing ");

  private World() {}

  static Selection shop() {
    List<Change> changes = new ArrayList<>();
    changes.add(
        new Change.Put(
            Resource.builder(new ResourceId(DEPLOYMENT, "shop", "cart"))
                .version("v1")
                .uid("3b6b0c56-6f4e-4f0e-9c57-0c5b8a4b7d11")
                .createdAt(Instant.parse("2026-11-01T08:30:00Z"))
                .labels(Labels.of(Map.of("app", "cart", "app.kubernetes.io/part-of", "shop")))
                .health(
                    new Health(
                        Health.Status.DEGRADED, "MinimumReplicasUnavailable", "1 of 2 ready"))
                .facts(
                    List.of(
                        uses(USES_SECRET, SECRET, "db-password", "password", Presence.REQUIRED),
                        uses(USES_CONFIG, CONFIG_MAP, "tuning", "", Presence.OPTIONAL),
                        new Fact.Reaches(
                            CALLS_HOST,
                            new Evidence(
                                "spec.template.spec.containers[0].args[1]", "mail.example"),
                            new Synthetic(Synthetic.Type.HOST, "mail.example"))))
                .build()));
    changes.add(
        new Change.Put(
            Resource.builder(new ResourceId(POD, "shop", "cart-1"))
                .version("v1")
                .labels(Labels.of("app", "cart"))
                .health(Health.HEALTHY)
                .facts(
                    List.of(
                        new Fact.OwnedBy(
                            Relation.OWNS,
                            new Evidence("metadata.ownerReferences[0]", "cart"),
                            "",
                            DEPLOYMENT,
                            "cart",
                            Scope.NAMESPACED,
                            true),
                        new Fact.Names(
                            RUNS_ON,
                            new Evidence("spec.nodeName", "worker-1"),
                            ResourceId.clusterScoped(NODE, "worker-1"),
                            Presence.REQUIRED)))
                .build()));
    changes.add(
        new Change.Put(
            Resource.builder(new ResourceId(Kind.core("Service"), "shop", "cart"))
                .version("v1")
                .facts(
                    List.of(
                        new Fact.Selects(
                            SELECTS,
                            new Evidence("spec.selector", "app=cart"),
                            POD,
                            new NamespaceScope.In("shop"),
                            LabelSelector.matching("app", "cart"))))
                .build()));
    for (Kind known : List.of(POD, SECRET, CONFIG_MAP, DEPLOYMENT, Kind.core("Service"))) {
      changes.add(new Change.Known(new KindState(known, "", Knowledge.SYNCED, "")));
    }
    changes.add(new Change.Known(new KindState(NODE, "", Knowledge.FORBIDDEN, "no rights")));
    return select(changes);
  }

  private static Fact uses(
      Relation relation, Kind kind, String name, String key, Presence presence) {
    return new Fact.Names(
        relation,
        new Evidence("spec.template.spec.containers[0].env[2].valueFrom", name, key),
        new ResourceId(kind, "shop", name),
        presence);
  }

  /// Every hostile text as name, namespace, label, message and evidence.
  static Selection hostile() {
    List<Change> changes = new ArrayList<>();
    for (String text : HOSTILE) {
      changes.add(
          new Change.Put(
              Resource.builder(new ResourceId(POD, text, text))
                  .version(text)
                  .uid(text)
                  .labels(Labels.of(Map.of(text, text, "k".repeat(2_000), text)))
                  .health(new Health(Health.Status.FAILED, text, text))
                  .facts(
                      List.of(
                          new Fact.Names(
                              USES_SECRET,
                              new Evidence(text, text, text),
                              new ResourceId(SECRET, text, text),
                              Presence.REQUIRED)))
                  .build()));
    }
    changes.add(new Change.Known(new KindState(SECRET, "", Knowledge.SYNCED, "")));
    return select(changes);
  }

  /// A Pod that names one Secret in two places, and an address block.
  static Selection pairs() {
    return select(
        List.of(
            new Change.Put(
                Resource.builder(new ResourceId(POD, "shop", "cart"))
                    .version("v1")
                    .facts(
                        List.of(
                            names("spec.a", new ResourceId(SECRET, "shop", "key")),
                            names("spec.b", new ResourceId(SECRET, "shop", "key")),
                            new Fact.Reaches(
                                CALLS_HOST,
                                new Evidence("spec.c", "10.0.0.0/8"),
                                new Synthetic(Synthetic.Type.HOST, "10.0.0.0/8"))))
                    .build())));
  }

  private static Fact names(String path, ResourceId target) {
    return new Fact.Names(
        USES_SECRET, new Evidence(path, target.name()), target, Presence.REQUIRED);
  }

  static Selection nothing() {
    return select(List.of());
  }

  private static Selection select(List<Change> changes) {
    Engine engine = new Engine(TYPES);
    engine.apply(changes);
    return engine.current().select(TopologyQuery.ALL, Viewer.EVERYTHING);
  }

  private static RelationType type(Relation relation, Category category) {
    return new RelationType(
        relation,
        category,
        Harm.NONE,
        RelationType.Storage.EDGE,
        RelationType.Layout.CORE,
        false,
        "");
  }
}
