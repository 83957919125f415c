package io.kubilitics.catalogue.rule;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptField;
import io.kubilitics.catalogue.field.KeptObject;
import io.kubilitics.model.Evidence;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Relation;
import io.kubilitics.model.Synthetic;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Fields that name something outside of the cluster's objects.
///
/// @param name the name in the reference, the reference itself when it is a scalar; of a host it
///   may be a URL
public record ReachesRule(
    Relation relation,
    List<FieldPath> paths,
    List<Condition> when,
    FieldPath name,
    Synthetic.Type type,
    boolean reversed)
    implements DeclaredRule {
  public ReachesRule {
    paths = List.copyOf(paths);
    when = List.copyOf(when);
  }

  @Override
  public ReachesRule below(FieldPath prefix) {
    return new ReachesRule(
        relation, paths.stream().map(prefix::then).toList(), when, name, type, reversed);
  }

  @Override
  public List<FieldPath> reads() {
    List<FieldPath> reads = new ArrayList<>();
    for (FieldPath path : paths) {
      reads.add(path.then(name));
      when.forEach(condition -> reads.add(path.then(condition.path())));
    }
    return reads;
  }

  @Override
  public void facts(KeptObject object, Consumer<Fact> found) {
    for (FieldPath path : paths) {
      object.walk(path, anchor -> read(anchor, found));
    }
  }

  private void read(KeptField anchor, Consumer<Fact> found) {
    String named = anchor.scalar(name);
    if (named == null || !Condition.allHold(when, anchor)) {
      return;
    }
    String node = type == Synthetic.Type.HOST ? Hosts.ofUrl(named) : named;
    if (node.isEmpty()) {
      return;
    }
    found.accept(
        new Fact.Reaches(
            relation,
            new Evidence(anchor.path(), node),
            new Synthetic(type, node),
            null,
            reversed));
  }
}
