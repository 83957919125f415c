package io.kubilitics.catalogue.feature;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.ObjectText;
import io.kubilitics.model.ContainerOutline;
import io.kubilitics.model.Kind;
import io.kubilitics.model.ServicePort;
import io.kubilitics.model.WebhookFailure;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// All texts of code, by kind.
public final class CodedTexts {
  private static final Map<Kind, Map<String, ObjectText>> OF_KINDS =
      Map.of(
          Kind.core("Service"),
          Map.of(ServicePort.FEATURE, new ServicePorts()),
          Kind.core("ConfigMap"),
          Map.of(NamesLeftOut.FEATURE, new NamesLeftOut()),
          Kind.core("Pod"),
          Map.of("ended", new EndedWork()),
          new Kind("batch", "Job"),
          Map.of("ended", new EndedWork()),
          new Kind("autoscaling", "HorizontalPodAutoscaler"),
          Map.of("utilization", new UtilizationTargets()),
          new Kind("networking.k8s.io", "NetworkPolicy"),
          Map.of("isolates", new IsolatedDirections()),
          admission("MutatingWebhookConfiguration"),
          Map.of(WebhookFailure.FEATURE, new FailingClosed()),
          admission("ValidatingWebhookConfiguration"),
          Map.of(WebhookFailure.FEATURE, new FailingClosed()));

  private CodedTexts() {}

  private static Kind admission(String name) {
    return new Kind("admissionregistration.k8s.io", name);
  }

  /// The texts of a kind, by name.
  ///
  /// @param template where its pod template is, or null
  public static SortedMap<String, ObjectText> of(Kind kind, @Nullable FieldPath template) {
    SortedMap<String, ObjectText> texts = new TreeMap<>(OF_KINDS.getOrDefault(kind, Map.of()));
    if (template != null) {
      texts.put(ContainerOutline.FEATURE, new ContainerOutlines(template));
      texts.put(NamesLeftOut.FEATURE, new NamesLeftOut());
    }
    return texts;
  }
}
