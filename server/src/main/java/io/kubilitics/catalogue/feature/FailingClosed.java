package io.kubilitics.catalogue.feature;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptObject;
import io.kubilitics.catalogue.field.ObjectText;
import io.kubilitics.catalogue.field.PathTrie;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// The numbers of the webhooks whose failure refuses requests. In v1 that is the default, in
/// v1beta1 it was not.
final class FailingClosed implements ObjectText {
  private static final FieldPath WEBHOOKS = FieldPath.parse("webhooks[]");
  private static final FieldPath NAME = FieldPath.parse("name");
  private static final FieldPath POLICY = FieldPath.parse("failurePolicy");

  @Override
  public void keepIn(PathTrie trie) {
    trie.keep(WEBHOOKS.then(NAME));
    trie.keep(WEBHOOKS.then(POLICY));
  }

  @Override
  public @Nullable String of(KeptObject configuration) {
    String usual = configuration.version().equals("v1beta1") ? "Ignore" : "Fail";
    StringJoiner numbers = new StringJoiner(",");
    int[] number = new int[1];
    configuration.walk(
        WEBHOOKS,
        webhook -> {
          String policy = webhook.scalar(POLICY);
          if ((policy == null ? usual : policy).equals("Fail")) {
            numbers.add(Integer.toString(number[0]));
          }
          number[0]++;
        });
    return numbers.length() == 0 ? null : numbers.toString();
  }
}
