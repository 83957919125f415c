package io.kubilitics.catalogue.rule;

import io.kubilitics.model.Evidence;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Kind;
import io.kubilitics.model.LabelSelector;
import io.kubilitics.model.NamespaceScope;
import io.kubilitics.model.Presence;
import io.kubilitics.model.Relation;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Synthetic;
import io.kubilitics.plugin.FactRule;
import io.kubilitics.plugin.ObjectView;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// A Service selects the Pods of its namespace that have all labels of its selector; no selector,
/// or an empty one, selects nothing. One of type ExternalName stands for a host instead, and its
/// selector plays no part. A host that is the name of a Service is that Service; where the cluster
/// may have another domain it is the host, and the Service if there is one.
final class ServiceSelectsPods implements FactRule {
  private static final Relation SELECTS = new Relation("selects");
  private static final String SELECTOR = "spec.selector";
  private static final String HOST = "spec.externalName";

  @Override
  public Set<Kind> kinds() {
    return Set.of(Kinds.SERVICE);
  }

  @Override
  public Set<String> reads() {
    return Set.of(SELECTOR, HOST, "spec.type");
  }

  @Override
  public Stream<Fact> facts(ObjectView service) {
    if (service.text("spec.type").map("ExternalName"::equals).orElse(false)) {
      return service.text(HOST).stream().flatMap(ServiceSelectsPods::external);
    }
    Map<String, String> labels = service.texts(SELECTOR);
    if (labels.isEmpty()) {
      return Stream.of();
    }
    LabelSelector selector = LabelSelector.matching(labels);
    return Stream.of(
        new Fact.Selects(
            SELECTS,
            new Evidence(SELECTOR, selector.toString()),
            Kinds.POD,
            new NamespaceScope.In(service.id().namespace()),
            selector));
  }

  private static Stream<Fact> external(String name) {
    String host = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    if (host.isEmpty()) {
      return Stream.of();
    }
    Evidence evidence = new Evidence(HOST, name);
    ResourceId service = ServiceNames.full(host);
    if (service != null && ServiceNames.isOfUsualDomain(host)) {
      return Stream.of(new Fact.Names(SELECTS, evidence, service, Presence.REQUIRED));
    }
    Fact outside = new Fact.Reaches(SELECTS, evidence, new Synthetic(Synthetic.Type.HOST, host));
    return service == null
        ? Stream.of(outside)
        : Stream.of(outside, new Fact.Names(SELECTS, evidence, service, Presence.IF_EXISTS));
  }
}
