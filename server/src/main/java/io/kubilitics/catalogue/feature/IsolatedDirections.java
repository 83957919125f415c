package io.kubilitics.catalogue.feature;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptField;
import io.kubilitics.catalogue.field.KeptObject;
import io.kubilitics.catalogue.field.ObjectText;
import io.kubilitics.catalogue.field.PathTrie;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which directions of traffic a NetworkPolicy isolates its Pods in: what `policyTypes` says, else
/// incoming always and outgoing when it has rules for it. `Ingress` is followed by `+` when it has
/// rules that let somebody in.
final class IsolatedDirections implements ObjectText {
  private static final FieldPath TYPES = FieldPath.parse("spec.policyTypes[]");
  private static final FieldPath INGRESS = FieldPath.parse("spec.ingress");
  private static final FieldPath EGRESS = FieldPath.parse("spec.egress");
  private static final FieldPath INGRESS_RULES = FieldPath.parse("spec.ingress[]");
  private static final FieldPath EGRESS_RULES = FieldPath.parse("spec.egress[]");

  @Override
  public void keepIn(PathTrie trie) {
    for (FieldPath path : List.of(TYPES, INGRESS_RULES, EGRESS_RULES)) {
      trie.keep(path);
    }
  }

  @Override
  public @Nullable String of(KeptObject policy) {
    List<String> types = new ArrayList<>();
    policy.walk(
        TYPES,
        type -> {
          if (type.scalar() != null) {
            types.add(type.scalar());
          }
        });
    if (types.isEmpty()) {
      types.add("Ingress");
      if (isAny(policy, EGRESS)) {
        types.add("Egress");
      }
    }
    types.replaceAll(type -> type.equals("Ingress") && isAny(policy, INGRESS) ? "Ingress+" : type);
    return String.join(",", types);
  }

  private static boolean isAny(KeptObject policy, FieldPath list) {
    KeptField field = policy.first(list);
    return field != null && !field.isEmpty();
  }
}
