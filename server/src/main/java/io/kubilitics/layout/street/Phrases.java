package io.kubilitics.layout.street;

import io.kubilitics.model.Relation;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/// Relations in words that stand before a number of objects: `runs on 3 Nodes`, `used by 4 Pods`.
final class Phrases {
  /// What a relation says, from its source and from its target.
  private record Phrase(String out, String in) {}

  private static final Map<String, Phrase> PHRASES = new HashMap<>();

  static {
    Stream.of(
            "aggregates, aggregated by",
            "attaches, attached by",
            "calls, called by",
            "claims, claimed by",
            "holds, held by",
            "intercepts, intercepted by",
            "limits, limited by",
            "monitors, monitored by",
            "mounts, mounted by",
            "near, near",
            "owns, owned by",
            "produces, produced by",
            "protects, protected by",
            "scales, scaled by",
            "selects, selected by",
            "snapshots, snapshotted by",
            "targets, targeted by",
            "backs, backed by",
            "binds, bound by")
        .forEach(line -> put(line.substring(0, line.indexOf(',')), line));
    put("allows-from", "lets in, let in by");
    put("allows-to", "lets out to, reachable for");
    put("attaches-to", "attaches to, attached to by");
    put("away-from", "keeps away from, avoided by");
    put("binds-policy", "binds, bound by");
    put("bound-to", "bound to, bound to");
    put("calls-webhook", "calls, called by");
    put("claims-device", "claims, claimed by");
    put("class-of", "of class, class of");
    put("cloned-from", "cloned from, cloned into");
    put("configured-by", "configured by, configures");
    put("could-run-on", "could run on, could run");
    put("depends-on", "depends on, needed by");
    put("driven-by", "driven by, drives");
    put("governs-network", "governs, governed by");
    put("grants-to", "grants to, granted by");
    put("headless-of", "named by, names");
    put("installed-by", "installed by, installs");
    put("issued-by", "issued by, issues");
    put("lease-of", "lease of, leased through");
    put("limits-flow", "limits flow of, flow limited by");
    put("part-of", "contains, part of");
    put("pinned-to", "pinned to, pins");
    put("priority-of", "priority from, priority of");
    put("provisioned-by", "provisioned by, provisions");
    put("pulls-with", "pulls with, pulled with by");
    put("reconciled-by", "reconciled by, reconciles");
    put("refers-to", "refers to, referred to by");
    put("routes", "routes to, routed from");
    put("runs-as", "runs as, identity of");
    put("runs-on", "runs on, runs");
    put("runtime-of", "runtime from, runtime of");
    put("served-by", "served by, serves");
    put("sourced-from", "sourced from, source of");
    put("stores-in", "stores in, stores for");
    put("substitutes-from", "substitutes from, substituted into");
    put("terminates-tls-with", "TLS with, TLS for");
    put("token-of", "token of, token in");
    put("uses-config", "uses, used by");
    put("uses-secret", "uses, used by");
    put("values-from", "values from, values for");
    put("watches-metric-of", "watches, watched by");
  }

  private Phrases() {}

  private static void put(String relation, String words) {
    int comma = words.indexOf(", ");
    PHRASES.put(relation, new Phrase(words.substring(0, comma), words.substring(comma + 2)));
  }

  static boolean knows(Relation relation) {
    return PHRASES.containsKey(relation.name());
  }

  /// @param out whether the source says it
  static String of(Relation relation, boolean out) {
    Phrase phrase = PHRASES.get(relation.name());
    if (phrase != null) {
      return out ? phrase.out() : phrase.in();
    }
    String plain = relation.name().replace('-', ' ');
    return out ? plain : plain + " from";
  }
}
