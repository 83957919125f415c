package io.kubilitics.catalogue.rule;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptField;
import io.kubilitics.catalogue.field.KeptObject;
import io.kubilitics.model.Evidence;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Presence;
import io.kubilitics.model.Relation;
import io.kubilitics.model.ResourceId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Text that looks like the DNS name of a Service (`svc`, `svc.ns`, `svc.ns.svc…`) may be a call of
/// it. The Service is named *if it exists*: most such texts are something else. Only the host is
/// kept of a value, and nothing of one whose name says that it may be a credential. Names beyond
/// the most that are looked at are only counted.
final class CallsByName implements Rule {
  private static final Relation CALLS = new Relation("calls");

  private static final FieldPath NAME = FieldPath.parse("name");

  /// So many names of one object are looked at.
  private static final int MOST = 64;

  private final List<FieldPath> texts;

  CallsByName(List<FieldPath> texts) {
    this.texts = List.copyOf(texts);
  }

  @Override
  public List<FieldPath> reads() {
    List<FieldPath> reads = new ArrayList<>(texts);
    texts.stream()
        .filter(CallsByName::isOfVariable)
        .forEach(path -> reads.add(path.parent().then(NAME)));
    return reads;
  }

  /// Whether it is the `value` beside a `name`.
  private static boolean isOfVariable(FieldPath path) {
    return !path.isSelf()
        && path.steps().getLast() instanceof FieldPath.Step.Name(String name)
        && name.equals("value");
  }

  @Override
  public void facts(KeptObject object, Consumer<Fact> found) {
    if (object.id().namespace().isEmpty()) {
      return;
    }
    Set<ResourceId> seen = new HashSet<>();
    for (FieldPath path : texts) {
      if (isOfVariable(path)) {
        FieldPath value = FieldPath.parse("value");
        object.walk(
            path.parent(),
            variable -> {
              KeptField field = variable.first(value);
              String name = variable.scalar(NAME);
              if (field != null && (name == null || !Credentials.isNamed(name))) {
                read(field, object, seen, found);
              }
            });
        continue;
      }
      String[] before = {""};
      object.walk(
          path,
          field -> {
            if (!Credentials.isNamed(field.name()) && !Credentials.announces(before[0])) {
              read(field, object, seen, found);
            }
            String text = field.scalar();
            before[0] = text == null ? "" : text;
          });
    }
  }

  private static void read(
      KeptField field, KeptObject object, Set<ResourceId> seen, Consumer<Fact> found) {
    String text = field.scalar();
    if (text == null) {
      return;
    }
    List<String> hosts = new ArrayList<>();
    int leftOut = HostTokens.read(text, MOST, hosts::add);
    for (String host : hosts) {
      ResourceId service = ServiceNames.of(host, object.id().namespace());
      if (service == null || service.equals(object.id()) || seen.contains(service)) {
        continue;
      }
      if (seen.size() == MOST) {
        leftOut++;
        continue;
      }
      seen.add(service);
      found.accept(
          new Fact.Names(CALLS, new Evidence(field.path(), host), service, Presence.IF_EXISTS)
              .asInferred());
    }
    object.leaveOut(leftOut);
  }
}
