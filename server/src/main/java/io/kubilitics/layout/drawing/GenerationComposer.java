package io.kubilitics.layout.drawing;

import io.kubilitics.layout.text.TextMeasure;
import io.kubilitics.layout.text.TextStyle;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Relation;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.drawing.CardShape;
import io.kubilitics.model.drawing.Generation;
import io.kubilitics.model.drawing.Look;
import io.kubilitics.topology.Node;
import java.util.ArrayList;
import java.util.List;

/// The strip in a workload's card: the newest generations singly, the older ones in its last slot.
final class GenerationComposer {
  private static final Kind JOB = new Kind("batch", "Job");
  private static final Kind POD = Kind.core("Pod");
  private static final int SLOT = 56;
  private static final int PAD = 6;
  private static final int GAP = 4;

  /// Behind a glyph.
  private static final int AFTER_GLYPH = SLOT - 22;

  private final Sight sight;

  GenerationComposer(Sight sight) {
    this.sight = sight;
  }

  /// How many of so many have a slot of their own.
  static int singly(int generations) {
    return generations <= CardShape.GENERATIONS ? generations : CardShape.GENERATIONS - 1;
  }

  /// @param nodes those that are seen, newest first
  /// @param holdsText whether there is room for it
  List<Generation> of(List<Node> nodes, Owned names, boolean holdsText) {
    List<Generation> strip = new ArrayList<>();
    int singly = singly(nodes.size());
    for (Node node : nodes.subList(0, singly)) {
      strip.add(one(node, names, holdsText));
    }
    if (singly < nodes.size()) {
      strip.add(older(nodes.subList(singly, nodes.size()), holdsText));
    }
    return strip;
  }

  private Generation older(List<Node> nodes, boolean holdsText) {
    List<ResourceId> ids = nodes.stream().map(Node::id).toList();
    List<Look> looks = nodes.stream().map(sight::look).toList();
    String name = holdsText ? "+ " + Figures.grouped(ids.size()) : "";
    return new Generation(ids, name, "", Looks.together(looks), false);
  }

  private Generation one(Node node, Owned names, boolean holdsText) {
    Look look = sight.look(node);
    boolean isLive =
        sight.out(node.id(), Relation.OWNS).stream().anyMatch(it -> it.id().kind().equals(POD));
    if (!holdsText || !(node instanceof Node.Present present)) {
      return new Generation(List.of(node.id()), "", "", look, isLive);
    }
    Subject subject = new Subject(present.resource(), sight);
    String name = name(subject, names);
    String count = count(subject);
    boolean isTight =
        TextMeasure.width(name, TextStyle.GENERATION)
                + TextMeasure.width(count, TextStyle.GENERATION_COUNT)
            > SLOT - 2 * PAD - GAP;
    return new Generation(
        List.of(node.id()), isTight && !count.isEmpty() ? "" : name, count, look, isLive);
  }

  private static String name(Subject subject, Owned names) {
    ResourceId id = subject.resource().id();
    String age = subject.age();
    if (id.kind().equals(JOB) && !age.isEmpty()) {
      return TextMeasure.fit(age, AFTER_GLYPH, TextStyle.GENERATION);
    }
    String annotated = subject.number("revision");
    String revision = annotated.isEmpty() ? subject.number("Revision") : annotated;
    return revision.isEmpty()
        ? TextMeasure.fit(names.rest(id), AFTER_GLYPH, TextStyle.GENERATION)
        : "r" + revision;
  }

  /// `0` of one that is not wanted any more.
  private static String count(Subject subject) {
    String wanted = subject.number("Desired");
    String ready = subject.number("Ready");
    if (wanted.isEmpty() || ready.isEmpty() || !subject.resource().hasUid()) {
      return "";
    }
    String count = wanted.equals("0") && ready.equals("0") ? "0" : ready + "/" + wanted;
    boolean hasRoom = TextMeasure.width(count, TextStyle.GENERATION_COUNT) <= SLOT - 2 * PAD;
    return hasRoom ? count : "";
  }
}
